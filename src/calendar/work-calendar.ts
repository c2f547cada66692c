import chineseDays from 'chinese-days';
import { type Day, dayText, parseDay, weekdayOf } from './days.ts';

/** Whose public holidays count: mainland China (with make-up days, 调休), or `none` for Monday to Friday. */
export type WorkRegion = 'CN' | 'none';

/** A year's public holidays: days off, and days of the weekend that are worked instead. */
export interface HolidayYear {
  readonly off: readonly Day[];
  readonly work: readonly Day[];
}

const CHINESE_ZONES = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Urumqi', 'Asia/Kashgar', 'PRC']);
const added = new Map<number, { off: Set<Day>; work: Set<Day> }>();
const coveredYears = new Map<number, boolean>();

export function workRegionOf(timeZone: string): WorkRegion {
  return CHINESE_ZONES.has(timeZone) ? 'CN' : 'none';
}

/** Adds or replaces the mainland's holidays of one year, for years that the built-in table (2004 to 2026) does not know. */
export function addHolidayYear(year: number, { off, work }: HolidayYear): void {
  added.set(year, { off: new Set(off), work: new Set(work) });
}

/** Whether the table of holidays covers the day: where it does not, weekends alone are reckoned, and an answer says so. */
export function inHolidayTable(day: Day, region: WorkRegion): boolean {
  if (region === 'none') return true;
  const year = Number(day.slice(0, 4));
  if (added.has(year)) return true;
  const known = coveredYears.get(year);
  if (known !== undefined) return known;
  const covered = chineseDays.getHolidaysInRange(`${year}-10-01`, `${year}-10-03`, false).length > 0;
  coveredYears.set(year, covered);
  return covered;
}

/** Whether people work on that day (`YYYY-MM-DD`); outside the table of holidays it is Monday to Friday. */
export function isWorkday(day: Day, region: WorkRegion): boolean {
  const ordinary = weekdayOf(parseDay(day)) <= 5;
  if (region === 'none') return ordinary;
  const year = added.get(Number(day.slice(0, 4)));
  if (year !== undefined) return year.work.has(day) || (ordinary && !year.off.has(day));
  return inHolidayTable(day, region) ? chineseDays.isWorkday(day) : ordinary;
}

/** The `count`-th workday after `day` (before it, where negative); 0 gives the day itself. At most some 4,000 are counted. */
export function addWorkdays(day: Day, count: number, region: WorkRegion): Day {
  let number = parseDay(day);
  for (let left = Math.min(4000, Math.abs(Math.trunc(count))); left > 0; ) {
    number += Math.sign(count);
    if (isWorkday(dayText(number), region)) left--;
  }
  return dayText(number);
}

/** The workdays after `from` up to and with `to`, that is how many have gone by; negative where `to` lies before `from`. */
export function workdaysBetween(from: Day, to: Day, region: WorkRegion): number {
  const sign = from <= to ? 1 : -1;
  const [first, last] = sign === 1 ? [parseDay(from), parseDay(to)] : [parseDay(to), parseDay(from)];
  let count = 0;
  for (let number = first + 1; number <= last; number++) if (isWorkday(dayText(number), region)) count++;
  return sign * count;
}
