import { addMonths, dayNumber, dayText, mondayOf, parseDay, yearMonthDay } from '../calendar/days.ts';
import { zonedText } from '../calendar/zone.ts';
import { dayText as dayLabel } from '../chat/format.ts';
import { defineTexts, type Locale } from '../chat/texts.ts';

const texts = defineTexts({
  zh: { today: '今天', week: '本周', month: '本月', quarter: '本季度', year: '今年' },
  en: { today: 'today', week: 'this week', month: 'this month', quarter: 'this quarter', year: 'this year' },
});

/** Inclusive days. */
export interface Days {
  from: string;
  to: string;
}

/** The quarter that a day lies in: what a report is about when no time is named. */
export function quarterOf(day: string): Days {
  const { year, month } = yearMonthDay(parseDay(day));
  const first = dayNumber(year, month - ((month - 1) % 3), 1);
  return { from: dayText(first), to: dayText(addMonths(first, 3) - 1) };
}

/** The week that a day lies in, Monday to Sunday. */
export function weekOf(day: string): Days {
  const monday = mondayOf(parseDay(day));
  return { from: dayText(monday), to: dayText(monday + 6) };
}

/** The instants at which the days begin and end in a zone. */
export function instantsOf({ from, to }: Days, zone: string): { from: Date; to: Date } {
  const start = (day: number) => new Date(zonedText({ day, minute: 0 }, zone));
  return { from: start(parseDay(from)), to: new Date(start(parseDay(to) + 1).getTime() - 1) };
}

/** What the period is called, seen from today; null where only its days can say it. */
export function nameOfPeriod(
  { from, to }: Days,
  today: string,
): 'today' | 'week' | 'month' | 'quarter' | 'year' | null {
  const number = parseDay(today);
  const { year, month } = yearMonthDay(number);
  const monday = mondayOf(number);
  const first = dayNumber(year, month, 1);
  const quarter = quarterOf(today);
  if (from === today && to === today) return 'today';
  if (from === dayText(monday) && to === dayText(monday + 6)) return 'week';
  if (from === dayText(first) && to === dayText(addMonths(first, 1) - 1)) return 'month';
  if (from === quarter.from && to === quarter.to) return 'quarter';
  return from === `${year}-01-01` && to === `${year}-12-31` ? 'year' : null;
}

/** The period by its name, else by its days. */
export function periodText(days: Days, today: string, locale: Locale): string {
  const name = nameOfPeriod(days, today);
  if (name !== null) return texts(locale)[name];
  return `${dayLabel(days.from, locale, today)} – ${dayLabel(days.to, locale, today)}`;
}

/** The same question about other days: 上个月呢, 上周, and last month? */
const OTHER_DAYS =
  /^(?:那么?)?[^,,。]{0,6}(?:周|星期|月份?|季度?|年|天|Q[1-4])(?:的|份)?呢[??\s]*$|^(?:上{1,2}个?|这个?|本|去|今|前)(?:周|星期|月|季度?|年)(?:的)?[??\s]*$|^(?:(?:and|what about|how about)\s+(?:for\s+)?[^,.]{0,24}|(?:for\s+)?(?:last|this|previous)\s+)(?:week|month|quarter|year|q[1-4]|today|yesterday|january|february|march|april|may|june|july|august|september|october|november|december)[?\s]*$/iu;

/** Whether words only ask for other days than those of the last answer. */
export const asksOtherDays = (text: string): boolean => OTHER_DAYS.test(text.trim());

const PERIOD =
  /(?:上{1,2}个?|这个?|本|去|今|前|最近|近)(?:一|两|三)?个?(?:周|星期|礼拜|月|季度?|年)(?:以来|里|内)?|(?:20\d\d年)?\d{1,2}月份?|第?[一二三四1-4]季度|今天|昨天|今年|去年|最近|\b(?:in |for |from |during )?(?:last|this|the past|previous|past) (?:week|month|quarter|year)\b|\b(?:so far|lately|recently|today|yesterday|ytd)\b|\b(?:in |for )?(?:q[1-4]|january|february|march|april|may|june|july|august|september|october|november|december)\b(?: 20\d\d)?/giu;

/** A question without the words that say its time: what is left names whose it is about. */
export const withoutPeriod = (said: string): string => said.replace(PERIOD, ' ').trim();
