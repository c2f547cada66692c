import type { Day } from '../../calendar/days.ts';
import { type DayNumber, dayNumber, dayText } from '../../calendar/days.ts';
import { clockText, type WallTime, zonedText } from '../../calendar/zone.ts';
import type { NormalText } from '../text/normal-text.ts';
import { clockMinutes, partMinutes } from './clock-time.ts';
import type { DateMention, Grain, ResolvedDate, Tense } from './date-mention.ts';
import type { Atom, Reading } from './grammar/atom.ts';
import { oneDay, type Window } from './windows.ts';

/** Where and when a message was written. */
export interface Moment {
  readonly now: WallTime;
  readonly timeZone: string;
}

const DAY_MINUTES = 1440;
/** No message speaks of days outside these. */
const EARLIEST = dayNumber(1900, 1, 1);
const LATEST = dayNumber(2200, 12, 31);

/** What a finished piece of grammar tells its callers. */
export function mentionOf(atom: Atom, reading: Reading, normal: NormalText, moment: Moment): DateMention {
  const span = normal.toOriginal([reading.tokens[atom.from]?.start ?? 0, reading.tokens[atom.to - 1]?.end ?? 0]);
  const { day, clock, part, minutes, recurrence = null, direction = 'at' } = atom;
  const start = clock === undefined ? null : clockMinutes(clock, part);
  const kind =
    recurrence !== null
      ? 'recurrence'
      : day !== undefined || minutes !== undefined
        ? 'date'
        : atom.length !== undefined
          ? 'duration'
          : 'clock';
  const missing = missingDay(atom, moment.now.day);
  return {
    span,
    text: normal.original.slice(span[0], span[1]),
    grain: grainOf(atom),
    direction,
    kind,
    time: start === null ? null : clockText(start),
    weekday: day?.weekday ?? null,
    bareWeekday: day?.bareWeekday === true && atom.until === undefined,
    monthDay: day?.monthDay ?? null,
    recurrence,
    impossible: missing === null ? null : { nearest: missing },
    beyondHolidayTable: day?.beyondTable?.(moment.now.day) ?? false,
    resolve: (tense) => (missing === null && kind !== 'duration' ? resolved(atom, start, tense, moment) : null),
  };
}

/** The days around one that the calendar does not have. */
function missingDay({ day }: Atom, today: DayNumber): readonly [Day, Day] | null {
  if (day?.nearest === undefined || day.window(today, 'future') !== null) return null;
  return day.nearest(today);
}

function grainOf({ day, clock, part, minutes, until, length }: Atom): Grain {
  if (until !== undefined) return 'range';
  if (minutes !== undefined) return 'minute';
  if (clock !== undefined) return clock.fine ? 'minute' : 'hour';
  if (part !== undefined) return 'range';
  return length !== undefined ? 'range' : (day?.grain ?? 'day');
}

function resolved(atom: Atom, start: number | null, tense: Tense, moment: Moment): ResolvedDate | null {
  if (atom.minutes !== undefined) return afterMinutes(atom.minutes, moment);
  const { now, timeZone } = moment;
  const window = atom.day === undefined ? oneDay(now.day) : atom.day.window(now.day, tense);
  if (window === null || window.first < EARLIEST || window.last > LATEST) return null;
  const last = endWindow(atom, window, tense)?.last ?? window.last;
  const whole: Window = { first: window.first, last: Math.max(window.first, last) };
  const due = dueDay(atom, window, whole, tense, now.day);
  return {
    day: dayText(due + (start !== null && start >= DAY_MINUTES ? 1 : 0)),
    time: start === null ? null : clockText(start),
    firstDay: dayText(whole.first),
    lastDay: dayText(whole.last),
    get from() {
      return instants(atom, start, whole, timeZone)[0];
    },
    get to() {
      return instants(atom, start, whole, timeZone)[1];
    },
  };
}

/** The end of a span is reckoned from its beginning: Dec 1 to 5, 周五到下周一. */
function endWindow({ until }: Atom, window: Window, tense: Tense): Window | null {
  if (until?.day === undefined) return null;
  return until.day.window(window.first, until.day.cycle === undefined ? tense : 'future');
}

/** The one day of the contract: the day after what is passed, the Friday of 下周内, else the phrase's own due day. */
function dueDay(atom: Atom, window: Window, whole: Window, tense: Tense, today: number): number {
  const { day, direction = 'at', until, clock } = atom;
  if (direction === 'after' && clock === undefined) return whole.last + 1;
  if (direction === 'within' && whole.last - whole.first === 6 && day?.grain === 'week') return whole.first + 4;
  if (direction === 'within' && day?.grain !== 'range') return whole.last;
  if (tense === 'past' || until !== undefined) return window.first;
  return day?.due?.(window, today) ?? window.first;
}

function instants(
  { part, until }: Atom,
  start: number | null,
  whole: Window,
  timeZone: string,
): [string, string | null] {
  const at = (day: number, minute: number) => zonedText({ day, minute }, timeZone);
  if (start !== null) {
    const end = until?.clock === undefined ? null : clockMinutes(until.clock, until.part ?? part);
    const sameDay = end !== null && end <= start ? end + (start - end < 720 ? 720 : DAY_MINUTES) : end;
    return [at(whole.first, start), sameDay === null ? null : at(whole.last, sameDay)];
  }
  if (part !== undefined) {
    const [from, to] = partMinutes(part);
    return [at(whole.first, from), at(whole.last, to)];
  }
  return [at(whole.first, 0), at(whole.last + 1, 0)];
}

function afterMinutes(minutes: number, { now, timeZone }: Moment): ResolvedDate {
  const total = now.minute + minutes;
  const day = now.day + Math.floor(total / DAY_MINUTES);
  const minute = total - Math.floor(total / DAY_MINUTES) * DAY_MINUTES;
  const text = dayText(day);
  return {
    day: text,
    time: clockText(minute),
    firstDay: text,
    lastDay: text,
    from: zonedText({ day, minute }, timeZone),
    to: null,
  };
}
