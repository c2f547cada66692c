const DAY = 86_400_000;

/** All functions take and give local times written as UTC dates. */
export function localDate(year: number, month: number, day: number, hour = 0, minute = 0, second = 0, ms = 0): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, ms);
  return date.getTime();
}

export function dayOfYear(local: Date): number {
  return Math.floor((local.getTime() - localDate(local.getUTCFullYear(), 1, 1)) / DAY) + 1;
}

/** Monday is 1, Sunday 7 (ISO 8601). */
export function isoDay(local: Date): number {
  return local.getUTCDay() || 7;
}

/** The ISO week and the year it belongs to: that of its Thursday. */
export function isoWeek(local: Date): { week: number; year: number } {
  const thursday = new Date(local.getTime() + (4 - isoDay(local)) * DAY);
  return { week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1, year: thursday.getUTCFullYear() };
}

/** Weeks begin on Sundays; days before the first one are week 0. */
export function sundayWeek(local: Date): number {
  return Math.floor((dayOfYear(local) + 6 - local.getUTCDay()) / 7);
}

/** The day on which ISO week 1 of a year begins, plus weeks and days. */
export function fromIsoWeek(year: number, week: number, day: number): number {
  const fourth = new Date(localDate(year, 1, 4));
  return fourth.getTime() + (1 - isoDay(fourth) + (week - 1) * 7 + (day - 1)) * DAY;
}

/** Adds months and stays within the month: January 31 plus one is the last of February. */
export function addMonths(local: Date, months: number): number {
  const total = local.getUTCFullYear() * 12 + local.getUTCMonth() + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  const last = new Date(localDate(year, month + 1, 0)).getUTCDate();
  const time = local.getTime() - localDate(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate());
  return localDate(year, month, Math.min(local.getUTCDate(), last)) + time;
}
