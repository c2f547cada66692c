import { serialDay } from '../source/xlsx-cell.ts';

/** Which of two numbers is the month, where a column has days such as 11/5/2026. Null: nothing tells. */
export type DayOrder = 'month-first' | 'day-first' | null;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const TIME = '(?:[T\\s,]+\\d{1,2}:\\d{2}.*)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?${TIME}$`);
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
/** 5-Nov-26 is how spreadsheets show a day. */
const DAY_NAMED = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH}[\\s,-]+(\\d{4}|\\d{2})${TIME}$`, 'i');
const MONTH_NAMED = new RegExp(`^${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+(\\d{4})${TIME}$`, 'i');
const NUMBERS = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${TIME}$`);
const MONTH_DAY = new RegExp(`^(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]${TIME}$`);
const NAMED_DAY = new RegExp(
  `^(?:(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH}|${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?)$`,
  'i',
);
/** 1954 to 2091: a day that lost its format on the way to a CSV. */
const SERIAL = /^[2-6]\d{4}(?:\.\d+)?$/;

/** A full day as `YYYY-MM-DD`; null where it is none, or where `order` would have to say which number is the month. */
export function readDay(cell: string, order: DayOrder = null): string | null {
  const text = cell.normalize('NFKC').trim();
  const first = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (first !== null) return dayOf(first[1], first[2], first[3]);
  const named = DAY_NAMED.exec(text);
  if (named !== null) return dayOf(named[3]?.padStart(4, '20'), monthOf(named[2]), named[1]);
  const american = MONTH_NAMED.exec(text);
  if (american !== null) return dayOf(american[3], monthOf(american[1]), american[2]);
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [, a, b, year] = numbers;
    const known = Number(a) > 12 ? 'day-first' : Number(b) > 12 ? 'month-first' : a === b ? 'day-first' : order;
    if (known === null) return null;
    return known === 'day-first' ? dayOf(year, b, a) : dayOf(year, a, b);
  }
  return SERIAL.test(text) ? serialDay(Number(text)) : null;
}

/** A day that is over, later than `today` it is none: 11月5日 and Nov 5 are the latest such day. */
export function readPastDay(cell: string, order: DayOrder, today: string): string | null {
  const full = readDay(cell, order);
  if (full !== null) return full <= today ? full : null;
  const text = cell.normalize('NFKC').trim();
  const [, date, monthBehind, monthBefore, dateBehind] = NAMED_DAY.exec(text) ?? [];
  const [, month = monthOf(monthBehind ?? monthBefore), day = date ?? dateBehind] = MONTH_DAY.exec(text) ?? [];
  const year = Number(today.slice(0, 4));
  const known = [year, year - 1].map((one) => dayOf(`${one}`, month, day));
  return known.find((one) => one !== null && one <= today) ?? null;
}

/** What the days of a column that leave no choice say about the others. */
export function orderOf(cells: readonly string[]): DayOrder {
  let order: DayOrder = null;
  for (const cell of cells) {
    const [, a, b] = NUMBERS.exec(cell.normalize('NFKC').trim()) ?? [];
    const says = Number(a) > 12 ? 'day-first' : Number(b) > 12 ? 'month-first' : null;
    if (says === null) continue;
    if (order !== null && order !== says) return null;
    order = says;
  }
  return order;
}

const LUNAR = /农历|阴历|旧历|\blunar\b/i;
const SOLAR = /公历|阳历|新历|\bsolar\b/i;
const CALENDAR = /[(\s]*(?:农历|阴历|旧历|公历|阳历|新历|lunar|solar)[:)\s]*/i;
/** 八月十五, 闰四月廿三, 正月初八 */
const WORDED = /^(?:(\d{4})年)?(闰)?([正冬腊一二三四五六七八九十]{1,2})月([初廿一二三四五六七八九十]{1,3})[日号]?$/u;
const ONLY_LUNAR = /[闰正冬腊初廿]/u;
const TENS = ['', '十', '二十', '三十'];
const ONES = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const COUNTED = new Map(TENS.flatMap((ten, tens) => ONES.map((one, ones) => [ten + one, tens * 10 + ones] as const)));

/**
 * A birthday, its year where it has one; null where it is none. 农历, and what only the lunar calendar says, is lunar;
 * all else solar, but for 八月十五, which may be either.
 */
export function readBirthday(cell: string, order: DayOrder) {
  const text = cell.normalize('NFKC').trim();
  const said = text.replace(CALENDAR, '');
  const calendar = LUNAR.test(text) || ONLY_LUNAR.test(said) ? ('lunar' as const) : ('solar' as const);
  const worded = WORDED.exec(said);
  if (worded !== null && calendar === 'solar' && !SOLAR.test(text)) return null;
  const day = readDay(said, order);
  if (day !== null) {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    return { calendar, month, day: date, year, leap: false };
  }
  const [, year = null, leap, month, date] =
    worded ?? /^(?:(\d{4})\s*年)?(闰)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/u.exec(said) ?? [];
  const known = { month: counted(month), day: counted(date) };
  if (calendar === 'lunar' ? !isLunarDay(known) : dayOf(year ?? '2000', `${known.month}`, `${known.day}`) === null)
    return null;
  return { calendar, ...known, year: year === null ? null : Number(year), leap: leap !== undefined };
}

/** 8, 初八, 十五, 廿三, 腊 */
function counted(words = ''): number {
  const plain = words.replace('初', '').replace(/廿十?/u, '二十').replace('正', '一').replace('冬', '十一');
  return COUNTED.get(plain.replace('腊', '十二')) ?? Number(plain);
}

const isLunarDay = ({ month, day }: { month: number; day: number }): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= 30;

const monthOf = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** Null for a day that does not exist. */
function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(text) ? null : text;
}
