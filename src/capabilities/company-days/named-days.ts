import { type NamedHoliday, replaceHolidays } from '../../calendar/named-holidays.ts';
import { daysTold } from '../../calendar/number-words.ts';
import { publicHolidayAround, type WorkRegion } from '../../calendar/work-calendar.ts';
import type { Away } from '../../crm/peace/peace.ts';
import { addDays, type Day } from '../../rules/local-time.ts';
import type { Remarks } from '../../understanding/open/heard.ts';
import { type AbsenceDays, absenceDays, within } from '../absence-days.ts';

const SIGN = '(?:[到至~—–]|\\b(?:to|until|till|through|thru)\\b)';
/** 从#放到#, # to #: between two holidays. */
const BETWEEN = new RegExp(`#(?:开始|起|放假?|休息?|一直)*\\s*${SIGN}\\s*(?:the )?#`, 'iu');
const REACHES = new RegExp(`${SIGN}|[\\d日号]\\s?-\\s?\\d`, 'iu');
/** A day of its own beside the holiday's name: 12月25日(圣诞节), Christmas (Dec 25). */
const DATED =
  /(?:\d|[一二三四五六七八九十])[月号日/.-]|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\d(?:st|nd|rd|th)\b/iu;

/** What 放三天 and for three days count: days of the calendar, as holidays are counted. */
const COUNTED = /[#放休][^#]*|\bfor [^#]*/iu;
const NO_LENGTH = { until: null, days: null };

/** Which days the company's are: a holiday by its name is its next one, with the days off that are known to go with it. */
export function companyDaysSaid(text: string, remarks: Remarks, today: Day, region: WorkRegion): AbsenceDays {
  const holidays: NamedHoliday[] = [];
  const said = replaceHolidays(text.normalize('NFKC'), (holiday) => {
    holidays.push(holiday);
    return '#';
  });
  const count = daysTold(COUNTED.exec(said)?.[0] ?? '');
  if (holidays.length === 0 || remarks.when?.missing != null)
    return counted(absenceDays(NO_LENGTH, remarks, today, region), count);
  if (DATED.test(said)) return counted(dated(said, remarks, today, region), count);
  const away = between(said, holidays, today) ?? together(said, holidays, today, { region, count });
  return away === null ? { kind: 'none' } : within(away, today);
}

function counted(read: AbsenceDays, count: number | null): AbsenceDays {
  if (read.kind !== 'days' || count === null || read.away.from !== read.away.until) return read;
  return { kind: 'days', away: lasting(read.away.from, count) };
}

const lasting = (from: Day, count: number): Away => ({ from, until: addDays(from, count - 1) });

/** The date that stands beside the name counts, and two of them where they were read as a stretch. */
function dated(said: string, { when }: Remarks, today: Day, region: WorkRegion): AbsenceDays {
  const [from] = when?.days ?? [];
  if (from !== undefined && when?.to != null) return within({ from, until: when.to }, today);
  return REACHES.test(said) ? { kind: 'none' } : absenceDays(NO_LENGTH, { when, period: null }, today, region);
}

function between(said: string, holidays: readonly NamedHoliday[], today: Day): Away | null {
  const at = BETWEEN.exec(said)?.index;
  if (at === undefined) return null;
  const [first, last] = holidays.slice(said.slice(0, at).split('#').length - 1);
  if (first === undefined || last === undefined) return null;
  const from = first.on(today);
  return { from, until: last.on(from) };
}

/** The days of each holiday, where they follow each other: 圣诞节和节礼日 are two days off, 元旦和春节 two stretches. */
function together(
  said: string,
  holidays: readonly NamedHoliday[],
  today: Day,
  { region, count }: { region: WorkRegion; count: number | null },
): Away | null {
  if (REACHES.test(said)) return null;
  const spans = holidays.map((holiday): Away => {
    const day = holiday.on(today);
    if (count !== null) return lasting(day, count);
    return holiday.hasDaysOff ? publicHolidayAround(day, region) : { from: day, until: day };
  });
  return spans
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .reduce<Away | null>((whole, span, at) => {
      if (at === 0) return span;
      if (whole === null || span.from > addDays(whole.until, 1)) return null;
      const { until } = span.until < whole.until ? whole : span;
      return { from: whole.from, until };
    }, null);
}
