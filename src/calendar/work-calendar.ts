import { type Day, dayText, parseDay, weekdayOf } from './days.ts';
import { HOLIDAY_YEARS } from './holiday-years.ts';

/** Whose public holidays count: mainland China (with make-up days, 调休), or `none` for Monday to Friday. */
export type WorkRegion = 'CN' | 'none';

/** A year's public holidays: days off, and days of the weekend that are worked instead. */
export interface HolidayYear {
  readonly off: readonly Day[];
  readonly work: readonly Day[];
}

const CHINESE_ZONES = new Set(['Asia/Shanghai', 'Asia/Chongqing', 'Asia/Harbin', 'Asia/Urumqi', 'Asia/Kashgar', 'PRC']);
const years = new Map<number, { off: ReadonlySet<Day>; work: ReadonlySet<Day> }>();
for (const [year, { off, work }] of Object.entries(HOLIDAY_YEARS))
  addHolidayYear(Number(year), { off: daysOf(year, off), work: daysOf(year, work) });

/** The company's own days, off or worked, whatever holds in general. */
let companyDays: ReadonlyMap<Day, 'off' | 'work'> = new Map();

function daysOf(year: string, listed: string): Day[] {
  return listed.split(' ').map((day) => `${year}-${day}`);
}

export function workRegionOf(timeZone: string): WorkRegion {
  return CHINESE_ZONES.has(timeZone) ? 'CN' : 'none';
}

/** Adds or replaces the mainland's holidays of one year. */
export function addHolidayYear(year: number, { off, work }: HolidayYear): void {
  years.set(year, { off: new Set(off), work: new Set(work) });
}

/** Replaces the days that the company has set for itself. */
export function setCompanyDays(days: ReadonlyMap<Day, 'off' | 'work'>): void {
  companyDays = days;
}

/** The last year of the table of the mainland's holidays. */
export function lastHolidayYear(): number {
  return Math.max(...years.keys());
}

/** Whether the table of holidays covers the day: where it does not, weekends alone are reckoned, and an answer says so. */
export function inHolidayTable(day: Day, region: WorkRegion): boolean {
  return region === 'none' || years.has(Number(day.slice(0, 4)));
}

/** Whether people work on that day (`YYYY-MM-DD`): as the company has set it, else as in general. */
export function isWorkday(day: Day, region: WorkRegion): boolean {
  const own = companyDays.get(day);
  return own === undefined ? isUsualWorkday(day, region) : own === 'work';
}

/** Whether that is a working day in general; outside the table of holidays it is Monday to Friday. */
export function isUsualWorkday(day: Day, region: WorkRegion): boolean {
  const ordinary = weekdayOf(parseDay(day)) <= 5;
  const year = region === 'none' ? undefined : years.get(Number(day.slice(0, 4)));
  return year === undefined ? ordinary : year.work.has(day) || (ordinary && !year.off.has(day));
}

/** The days off around a public holiday as the table has them; the day alone where it does not know that year or works then. */
export function publicHolidayAround(day: Day, region: WorkRegion): { from: Day; until: Day } {
  const edge = (step: number): Day => {
    let number = parseDay(day);
    while (!isUsualWorkday(dayText(number + step), region)) number += step;
    return dayText(number);
  };
  const isKnown = region === 'CN' && inHolidayTable(day, region) && !isUsualWorkday(day, region);
  return isKnown ? { from: edge(-1), until: edge(1) } : { from: day, until: day };
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
