import type { Weekday } from '../../calendar/days.ts';
import { type DayNumber, dayNumber, parseDay, weekdayOf, yearMonthDay } from '../../calendar/days.ts';
import type { MonthDay } from '../../calendar/lunar.ts';
import { lunarToSolar } from '../../calendar/lunar.ts';
import { anchored, cyclic, type DayPhrase } from './day-phrase.ts';
import { kept } from './kept.ts';
import { oneDay } from './windows.ts';

interface Holiday {
  /** The festival's day in a solar year. */
  readonly day: (year: number) => DayNumber;
  /** Days from the festival to what 前 and 后 mean, where they are not the neighbours. */
  readonly before?: number;
  readonly after?: number;
  /** Length of the days off, for 国庆假期; a single day where none is given. */
  readonly length?: number;
}

const solar = (month: number, day: number) => (year: number) => dayNumber(year, month, day);
const lunar = (month: number, day: number) => (year: number) =>
  parseDay(lunarToSolar({ month, day, leap: false }, year));
/** Festivals of a lunar year's last month fall into the next solar year. */
const lateLunar = (month: number, day: number) => (year: number) =>
  parseDay(lunarToSolar({ month, day, leap: false }, year - 1));

function nthWeekday(month: number, weekday: Weekday, nth: number): (year: number) => DayNumber {
  return (year) => {
    if (nth < 0) {
      const last = dayNumber(year, month + 1, 0);
      return last - ((weekdayOf(last) - weekday + 7) % 7);
    }
    const first = dayNumber(year, month, 1);
    return first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1);
  };
}

/** Easter Sunday; Meeus, Jones and Butcher, "Astronomical Algorithms", chapter 8. */
function easter(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return dayNumber(year, Math.floor(f / 31), (f % 31) + 1);
}

/** The days of the solar terms by their usual formula; of 2000 to 2099 it misses three by a day. */
function solarTerm(month: number, day: number): (year: number) => DayNumber {
  return (year) => {
    const inCentury = year % 100;
    const leapDays = Math.floor((month < 3 ? inCentury - 1 : inCentury) / 4);
    return dayNumber(year, month, Math.floor(inCentury * 0.2422 + day + (year < 2000 ? 0.78 : 0)) - leapDays);
  };
}

const thanksgiving = nthWeekday(11, 4, 4);
const springFestival = lunar(1, 1);

const HOLIDAYS = {
  newYear: { day: solar(1, 1), length: 3 },
  springFestival: { day: springFestival, before: -2, after: 7, length: 7 },
  newYearsEveLunar: { day: (year: number) => springFestival(year) - 1 },
  littleNewYear: { day: lateLunar(12, 23) },
  laba: { day: lateLunar(12, 8) },
  lantern: { day: lunar(1, 15) },
  qingming: { day: solarTerm(4, 4.81), length: 3 },
  springBegins: { day: solarTerm(2, 3.87) },
  springEquinox: { day: solarTerm(3, 20.646) },
  summerBegins: { day: solarTerm(5, 5.52) },
  summerSolstice: { day: solarTerm(6, 21.37) },
  autumnBegins: { day: solarTerm(8, 7.5) },
  autumnEquinox: { day: solarTerm(9, 23.042) },
  winterBegins: { day: solarTerm(11, 7.438) },
  winterSolstice: { day: solarTerm(12, 21.94) },
  arborDay: { day: solar(3, 12) },
  youthDay: { day: solar(5, 4) },
  groundhogDay: { day: solar(2, 2) },
  earthDay: { day: solar(4, 22) },
  cincoDeMayo: { day: solar(5, 5) },
  juneteenth: { day: solar(6, 19) },
  labour: { day: solar(5, 1), after: 5, length: 5 },
  dragonBoat: { day: lunar(5, 5), length: 3 },
  qixi: { day: lunar(7, 7) },
  midAutumn: { day: lunar(8, 15), length: 3 },
  doubleNinth: { day: lunar(9, 9) },
  nationalDay: { day: solar(10, 1), after: 7, length: 7 },
  womensDay: { day: solar(3, 8) },
  childrensDay: { day: solar(6, 1) },
  teachersDay: { day: solar(9, 10) },
  singlesDay: { day: solar(11, 11) },
  doubleTwelve: { day: solar(12, 12) },
  shopping618: { day: solar(6, 18) },
  aprilFools: { day: solar(4, 1) },
  valentines: { day: solar(2, 14) },
  stPatricks: { day: solar(3, 17) },
  goodFriday: { day: (year: number) => easter(year) - 2 },
  easter: { day: easter },
  easterMonday: { day: (year: number) => easter(year) + 1 },
  mothersDay: { day: nthWeekday(5, 7, 2) },
  fathersDay: { day: nthWeekday(6, 7, 3) },
  memorialDay: { day: nthWeekday(5, 1, -1) },
  independenceDay: { day: solar(7, 4) },
  laborDay: { day: nthWeekday(9, 1, 1) },
  columbusDay: { day: nthWeekday(10, 1, 2) },
  martinLutherKingDay: { day: nthWeekday(1, 1, 3) },
  presidentsDay: { day: nthWeekday(2, 1, 3) },
  halloween: { day: solar(10, 31) },
  veteransDay: { day: solar(11, 11) },
  thanksgiving: { day: thanksgiving },
  blackFriday: { day: (year: number) => thanksgiving(year) + 1 },
  cyberMonday: { day: (year: number) => thanksgiving(year) + 4 },
  christmasEve: { day: solar(12, 24) },
  christmas: { day: solar(12, 25) },
  boxingDay: { day: solar(12, 26) },
  newYearsEve: { day: solar(12, 31) },
} satisfies Record<string, Holiday>;

export type HolidayName = keyof typeof HOLIDAYS;

/** A holiday, with what is meant by before and after it: 国庆前 is 30 September, 国庆后 the day on which work begins again. */
export function holidayPhrase(name: HolidayName, wholeHoliday = false): DayPhrase {
  return wholeHoliday ? wholeHolidays(name) : holidayDays(name);
}

const wholeHolidays = kept((name: HolidayName) => phraseOf(HOLIDAYS[name], true));
const holidayDays = kept((name: HolidayName) => phraseOf(HOLIDAYS[name], false));

function phraseOf(holiday: Holiday, wholeHoliday: boolean): DayPhrase {
  const onDay = (shift: number, length: number) =>
    cyclic('year', length > 1 ? 'range' : 'day', (around) => {
      const first = holiday.day(yearMonthDay(around).year) + shift;
      return { first, last: first + length - 1 };
    });
  return {
    ...onDay(0, wholeHoliday ? (holiday.length ?? 1) : 1),
    before: onDay(holiday.before ?? -1, 1),
    after: onDay(holiday.after ?? 1, 1),
  };
}

/** 农历八月十五: for what is to come the next such solar day, for what has happened the latest. */
export function lunarPhrase(month: number, day: number, leap: boolean, year: number | null = null): DayPhrase {
  const monthDay: MonthDay = { calendar: 'lunar', year, month, day, leap };
  const kept = (lunarYear: number) => parseDay(lunarToSolar({ month, day, leap }, lunarYear));
  if (year !== null) return { ...anchored('day', () => oneDay(kept(year))), monthDay };
  return {
    grain: 'day',
    monthDay,
    cycle: 'year',
    inside: (around) => oneDay(kept(yearMonthDay(around).year)),
    window(today, tense) {
      const { year: thisYear } = yearMonthDay(today);
      const days = [-2, -1, 0, 1].map((round) => kept(thisYear + round));
      const found = tense === 'future' ? days.find((one) => one >= today) : days.findLast((one) => one <= today);
      return found === undefined ? null : oneDay(found);
    },
  };
}
