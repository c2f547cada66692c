import type { Weekday } from './days.ts';
import { type DayNumber, dayNumber, parseDay, weekdayOf } from './days.ts';
import { lunarToSolar } from './lunar.ts';

/** A festival's day and what is meant by the time around it. */
export interface Holiday {
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

/** Festivals that people date by, Chinese and western. */
export const HOLIDAYS = {
  newYear: { day: solar(1, 1), length: 3 },
  springFestival: { day: springFestival, before: -2, after: 7, length: 7 },
  newYearsEveLunar: { day: (year: number) => springFestival(year) - 1 },
  littleNewYear: { day: lateLunar(12, 23) },
  laba: { day: lateLunar(12, 8) },
  lantern: { day: lunar(1, 15) },
  qingming: { day: solarTerm(4, 4.81), length: 3 },
  slightCold: { day: solarTerm(1, 5.4055) },
  greatCold: { day: solarTerm(1, 20.12) },
  springBegins: { day: solarTerm(2, 3.87) },
  insectsWake: { day: solarTerm(3, 5.63) },
  springEquinox: { day: solarTerm(3, 20.646) },
  grainRain: { day: solarTerm(4, 20.1) },
  summerBegins: { day: solarTerm(5, 5.52) },
  grainInEar: { day: solarTerm(6, 5.678) },
  summerSolstice: { day: solarTerm(6, 21.37) },
  slightHeat: { day: solarTerm(7, 7.108) },
  greatHeat: { day: solarTerm(7, 22.83) },
  autumnBegins: { day: solarTerm(8, 7.5) },
  heatEnds: { day: solarTerm(8, 23.13) },
  whiteDew: { day: solarTerm(9, 7.646) },
  autumnEquinox: { day: solarTerm(9, 23.042) },
  coldDew: { day: solarTerm(10, 8.318) },
  frostFalls: { day: solarTerm(10, 23.438) },
  winterBegins: { day: solarTerm(11, 7.438) },
  winterSolstice: { day: solarTerm(12, 21.94) },
  dragonHead: { day: lunar(2, 2) },
  ghost: { day: lunar(7, 15) },
  coldClothes: { day: lunar(10, 1) },
  lowerYuan: { day: lunar(10, 15) },
  consumersDay: { day: solar(3, 15) },
  nursesDay: { day: solar(5, 12) },
  partyDay: { day: solar(7, 1) },
  armyDay: { day: solar(8, 1) },
  journalistsDay: { day: solar(11, 8) },
  memorialOfNanjing: { day: solar(12, 13) },
  whiteDay: { day: solar(3, 14) },
  australiaDay: { day: solar(1, 26) },
  piDay: { day: solar(3, 14) },
  shroveTuesday: { day: (year: number) => easter(year) - 47 },
  ashWednesday: { day: (year: number) => easter(year) - 46 },
  palmSunday: { day: (year: number) => easter(year) - 7 },
  ascensionDay: { day: (year: number) => easter(year) + 39 },
  whitMonday: { day: (year: number) => easter(year) + 50 },
  anzacDay: { day: solar(4, 25) },
  mayDay: { day: solar(5, 1) },
  canadaDay: { day: solar(7, 1) },
  bastilleDay: { day: solar(7, 14) },
  bonfireNight: { day: solar(11, 5) },
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
