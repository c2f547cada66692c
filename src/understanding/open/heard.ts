import type { Weekday } from '../../calendar/days.ts';
import type { MonthDay } from '../../calendar/lunar.ts';
import type { FieldChange } from '../amend/field-change.ts';
import type { PartSaid } from '../dates/part-of-day.ts';
import type { AccountReference, Period, Understanding } from '../understanding.ts';

/**
 * A field that the message leaves open: it is blank in the understanding (an interaction's day is the message's), and
 * each of `choices`, likeliest first, is one value it may have. `missing`: the day that was said and does not exist.
 */
export interface Doubt {
  choices: FieldChange[];
  missing: MonthDay | null;
}

/** Somebody (null: nobody that is named) is no longer the one to talk to; `now` is who came after, in the words of the message. */
export interface Succession {
  gone: { mention: string; id: string | null } | null;
  now: { mention: string; id: string | null } | null;
}

/** What a message says beyond the slots of an understanding. */
export interface Remarks {
  doubts: Doubt[];
  /** The deal is not to be chased before this day (年后再看). */
  pausedUntil: string | null;
  /** The sum is of one more deal, not of the one that is open. */
  furtherDeal: boolean;
  /** A quote or a proposal is not, or no longer, made. */
  noOffer: boolean;
  /** Why a deal was lost, in the words of the message. */
  lostReason: string | null;
  succession: Succession | null;
  /**
   * The last time that the message names, as one to come, whatever it says of it: its day, or both neighbours of a day
   * that does not exist (`missing`), none where only a clock time is told. `to`: the last day of a stretch that is said by
   * both ends. `weekday`: said without a week, date or month. `part`: of the day, without a clock time.
   */
  when: {
    days: string[];
    to: string | null;
    time: string | null;
    part?: PartSaid | null;
    missing: MonthDay | null;
    weekday: Weekday | null;
  } | null;
  /** The days that the message names, whatever it asks about them (上个月呢). */
  period: Period | null;
  /** The known customer that is named, whatever is said of it. */
  customer: AccountReference | null;
  /** The unknown customer that is named, whatever is said of it. */
  newName: string | null;
  /** Directory names of colleagues who are named, whatever is said of them. */
  colleagues: string[];
}

/** One message as the chat takes it. */
export interface Heard extends Understanding {
  remarks: Remarks;
}

export const NO_REMARKS: Remarks = {
  doubts: [],
  pausedUntil: null,
  furtherDeal: false,
  noOffer: false,
  lostReason: null,
  succession: null,
  when: null,
  period: null,
  customer: null,
  newName: null,
  colleagues: [],
};
