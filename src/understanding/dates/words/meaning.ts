import type { Weekday } from '../../../calendar/days.ts';
import type { HolidayName } from '../../../calendar/holiday-days.ts';
import type { Direction } from '../date-mention.ts';
import type { Edge, Unit } from '../windows.ts';

/** Parts of a day, from the small hours on. */
export type DayPart = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** A third of a month (上旬, 中旬, 下旬) or a half (上半月, 下半月). */
export type PartOfMonth = 0 | 1 | 2 | 'firstHalf' | 'secondHalf';

export type LengthUnit = Unit | 'hour' | 'minute' | 'second';

/** What a word brings to an expression of time. */
export type Meaning =
  | { readonly is: 'day'; readonly offset: number; readonly last?: number }
  | { readonly is: 'part'; readonly part: DayPart; readonly offset?: number; readonly clock?: number }
  | { readonly is: 'period'; readonly unit: Unit; readonly steps: number }
  | { readonly is: 'unit'; readonly unit: LengthUnit }
  | { readonly is: 'shift'; readonly steps: number; readonly coming?: boolean }
  /** `loose`: also an everyday word (sat, may), which counts only where its neighbours speak for a date. */
  | { readonly is: 'weekday'; readonly weekday: Weekday; readonly loose?: boolean }
  | { readonly is: 'weekend' }
  | { readonly is: 'month'; readonly month: number; readonly loose?: boolean }
  | { readonly is: 'edge'; readonly edge: Edge; readonly unit: 'day' | 'week' | 'month' | 'quarter' | 'year' }
  | { readonly is: 'edgeOf'; readonly edge: Edge }
  /** 上旬, 中旬, 下旬, 上半月; `month`: the word holds its 月 (of 12月上旬). */
  | { readonly is: 'third'; readonly index: PartOfMonth; readonly month?: boolean }
  | { readonly is: 'yearPart'; readonly part: number; readonly length: 3 | 6 }
  | { readonly is: 'holiday'; readonly name: HolidayName; readonly loose?: boolean }
  /** 0 spring to 3 winter; `years`: the year is in the word (今春, 去冬). */
  | { readonly is: 'season'; readonly season: 0 | 1 | 2 | 3; readonly years?: number; readonly loose?: boolean }
  /** 年代, nineties (`of`: 90). */
  | { readonly is: 'decade'; readonly of?: number }
  /** 世纪; `steps`: 上世纪, 本世纪. */
  | { readonly is: 'century'; readonly steps?: number }
  /** 现在, right now: the moment itself; `offset`: the next day. Read only where vague words are asked for. */
  | { readonly is: 'vague'; readonly offset?: number }
  | { readonly is: 'lunar' }
  | { readonly is: 'lunarMonth'; readonly month: number }
  | { readonly is: 'direction'; readonly direction: Direction; readonly side: 'before' | 'after' }
  | { readonly is: 'through' }
  | { readonly is: 'every' }
  | { readonly is: 'recurring'; readonly unit: 'day' | 'workday' | 'week' | 'month' | 'quarter' | 'year' }
  | { readonly is: 'span'; readonly steps: -1 | 1 }
  | { readonly is: 'meridian'; readonly half: 'am' | 'pm' }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'ordinal'; readonly value: number }
  /** A word that looks like time and is not: 前台, 一起, 今日头条. */
  | { readonly is: 'other' };
