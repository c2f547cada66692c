import { serialDay } from '../source/xlsx-cell.ts';

/** Which of two numbers is the month, where a column has days such as 11/5/2026. Null: nothing tells. */
export type DayOrder = 'month-first' | 'day-first' | null;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const TIME = '(?:[T\\s,]+\\d{1,2}:\\d{2}.*)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?${TIME}$`);
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const DAY_NAMED = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+${MONTH}[\\s,-]+(\\d{4})${TIME}$`, 'i');
const MONTH_NAMED = new RegExp(`^${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+(\\d{4})${TIME}$`, 'i');
const NUMBERS = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})${TIME}$`);
/** 1954 to 2091: a day that lost its format on the way to a CSV. */
const SERIAL = /^[2-6]\d{4}(?:\.\d+)?$/;

/** A full day as `YYYY-MM-DD`; null where it is none, or where `order` would have to say which number is the month. */
export function readDay(cell: string, order: DayOrder = null): string | null {
  const text = cell.normalize('NFKC').trim();
  const first = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (first !== null) return dayOf(first[1], first[2], first[3]);
  const named = DAY_NAMED.exec(text);
  if (named !== null) return dayOf(named[3], monthOf(named[2]), named[1]);
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

/** A birthday, its year where it has one. 农历 is lunar, all else solar; null where it is none. */
export function readBirthday(cell: string, order: DayOrder) {
  const text = cell.normalize('NFKC').trim();
  const calendar = /^(?:农历|阴历|lunar)\s*/i.test(text) ? ('lunar' as const) : ('solar' as const);
  const said = text.replace(/^(?:农历|阴历|lunar|公历|阳历|solar)\s*/i, '');
  const day = readDay(said, order);
  if (day !== null) {
    const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
    return { calendar, month, day: date, year, leap: false };
  }
  const [, month, date] = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(said) ?? [];
  const known = dayOf('2000', month, date);
  return known === null ? null : { calendar, month: Number(month), day: Number(date), year: null, leap: false };
}

const monthOf = (name = ''): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** Null for a day that does not exist. */
function dayOf(year = '', month = '', day = ''): string | null {
  const text = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(text) ? null : text;
}
