import type { Day, Weekday } from '../../calendar/days.ts';
import type { MonthDay } from '../../calendar/lunar.ts';
import type { Span } from '../text/normal-text.ts';

/** How the words around an expression are to be taken: it has happened, it is to come, or it names a period. */
export type Tense = 'past' | 'future' | 'period';

export type Grain = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'range';

/** `by`: 前, 之前, before, by, 截止; `within`: 内, within; `after`: 之后, after; `since`: 起, since; `until`: 到, until. */
export type Direction = 'at' | 'by' | 'within' | 'after' | 'since' | 'until';

/** What an expression comes to, reckoned from the day on which the message was sent. */
export interface ResolvedDate {
  /** The one day that the contract gives: due day, day of the event, last day of a named deadline. */
  readonly day: Day;
  /** `HH:mm`, only where a clock time was said. */
  readonly time: string | null;
  /** The whole time spoken of in inclusive days: 下周 is Monday to Sunday, Q1 three months. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The same as instants, ISO 8601 with the zone's offset; `to` is exclusive, and `null` for a clock instant. */
  readonly from: string;
  readonly to: string | null;
}

export interface Recurrence {
  readonly unit: 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'year';
  readonly every: number;
  /** Days of the week (unit `week`), ascending. */
  readonly weekdays: readonly Weekday[];
  /** Day of the month (unit `month` or `year`). */
  readonly dayOfMonth: number | null;
}

/** One expression of a point, day or span of time. */
export interface DateMention {
  /** Offsets in the original text, direction words (之前, by, after) included. */
  readonly span: Span;
  readonly text: string;
  readonly grain: Grain;
  readonly direction: Direction;
  /**
   * `date`: a day, week, month … (with or without a clock time); `clock`: a time of day or part of the day alone;
   * `duration`: a length that is fixed nowhere (三天, 40 minutes), which resolves to null; `recurrence`: 每周一.
   */
  readonly kind: 'date' | 'clock' | 'duration' | 'recurrence';
  /** `HH:mm` where a clock time was said. */
  readonly time: string | null;
  /** The weekday, where the expression names one in whatever way (周三, 下周三, Fri EOD). */
  readonly weekday: Weekday | null;
  /** A weekday without week, date or month: as an amend it stays in the week of the day it corrects (`weekdayInWeekOf`). */
  readonly bareWeekday: boolean;
  /** Month and day as said (12月5号, Aug 12, 农历八月十五), else null; 5号 alone has none. */
  readonly monthDay: MonthDay | null;
  readonly recurrence: Recurrence | null;
  /** The day said does not exist (2月30日): the nearest one before and after. `resolve` gives null. */
  readonly impossible: { readonly nearest: readonly [Day, Day] } | null;
  /** A count of workdays that runs past the known tables of public holidays: weekends alone were reckoned there. */
  readonly beyondHolidayTable: boolean;
  /** Null for a duration and for an impossible day. Past and future differ only where the words leave the year, month or week open. */
  resolve(tense: Tense): ResolvedDate | null;
}

export interface DateContext {
  /** When the message was sent: a Date, or ISO 8601 with offset. */
  readonly at: Date | string;
  /** IANA zone of the sender; all days are reckoned in it. */
  readonly timeZone: string;
  /** Language of the message where known: in `zh` a numeric date is month first in every zone. */
  readonly lang?: 'zh' | 'en' | undefined;
  /** Also words too vague to date a note by: 现在, 几天前, a few days ago (few are three), the next day. */
  readonly vague?: boolean | undefined;
}
