import type { Day, Weekday } from '../../calendar/days.ts';
import { type DayNumber, dayNumber, dayText } from '../../calendar/days.ts';
import type { MonthDay } from '../../calendar/lunar.ts';
import { clockText, type WallTime, zonedText } from '../../calendar/zone.ts';
import type { NormalText, Span } from '../text/normal-text.ts';
import { clockMinutes } from './clock-time.ts';
import type { DateMention, Direction, Grain, Recurrence, ResolvedDate, Tense } from './date-mention.ts';
import type { Atom, Reading } from './grammar/atom.ts';
import { Resolved } from './resolved.ts';
import { oneDay, type Window } from './windows.ts';

/** Where and when a message was written. */
export interface Moment {
  readonly now: WallTime;
  readonly timeZone: string;
}

const DAY_MINUTES = 1440;
/** No message speaks of days outside these. */
const EARLIEST = dayNumber(1000, 1, 1);
const LATEST = dayNumber(2200, 12, 31);

/** What a finished piece of grammar tells its callers. */
export function mentionOf(atom: Atom, reading: Reading, normal: NormalText, moment: Moment): DateMention {
  const span = normal.toOriginal([reading.tokens[atom.from]?.start ?? 0, reading.tokens[atom.to - 1]?.end ?? 0]);
  return new Mention(span, normal.original, atom, moment);
}

/** Reckons what it is asked for: a long text may hold thousands of expressions. */
class Mention implements DateMention {
  readonly span: Span;
  readonly #original: string;
  readonly #atom: Atom;
  readonly #moment: Moment;

  constructor(span: Span, original: string, atom: Atom, moment: Moment) {
    this.span = span;
    this.#original = original;
    this.#atom = atom;
    this.#moment = moment;
  }

  get text(): string {
    return this.#original.slice(this.span[0], this.span[1]);
  }

  get grain(): Grain {
    return grainOf(this.#atom);
  }

  get direction(): Direction {
    return this.#atom.direction ?? 'at';
  }

  get kind(): DateMention['kind'] {
    const { recurrence, day, minutes, length } = this.#atom;
    if (recurrence !== undefined) return 'recurrence';
    if (day !== undefined || minutes !== undefined) return 'date';
    return length !== undefined ? 'duration' : 'clock';
  }

  get time(): string | null {
    const start = startOf(this.#atom);
    return start === null ? null : clockText(start);
  }

  get weekday(): Weekday | null {
    return this.#atom.day?.weekday ?? null;
  }

  get bareWeekday(): boolean {
    return this.#atom.day?.bareWeekday === true && this.#atom.until === undefined;
  }

  get monthDay(): MonthDay | null {
    return this.#atom.day?.monthDay ?? null;
  }

  get recurrence(): Recurrence | null {
    return this.#atom.recurrence ?? null;
  }

  get impossible(): DateMention['impossible'] {
    const nearest = missingDay(this.#atom, this.#moment.now.day);
    return nearest === null ? null : { nearest };
  }

  get beyondHolidayTable(): boolean {
    return this.#atom.day?.beyondTable?.(this.#moment.now.day) ?? false;
  }

  resolve(tense: Tense): ResolvedDate | null {
    if (this.kind === 'duration' || missingDay(this.#atom, this.#moment.now.day) !== null) return null;
    return resolved(this.#atom, startOf(this.#atom), tense, this.#moment);
  }
}

function startOf({ clock, part }: Atom): number | null {
  return clock === undefined ? null : clockMinutes(clock, part);
}

/** The days around one that the calendar does not have. */
function missingDay({ day }: Atom, today: DayNumber): readonly [Day, Day] | null {
  if (day?.nearest === undefined || day.window(today, 'future') !== null) return null;
  return day.nearest(today);
}

function grainOf({ day, clock, part, minutes, minutesEnd, until, length, direction }: Atom): Grain {
  if (until !== undefined || minutesEnd !== undefined) return 'range';
  if (minutes !== undefined && direction === 'within') return 'range';
  if (minutes !== undefined) return 'minute';
  if (clock !== undefined) return clock.fine ? 'minute' : 'hour';
  if (part !== undefined) return 'range';
  return length !== undefined ? 'range' : (day?.grain ?? 'day');
}

function resolved(atom: Atom, start: number | null, tense: Tense, moment: Moment): ResolvedDate | null {
  if (atom.minutes !== undefined) return afterMinutes(atom, atom.minutes, moment);
  const { now, timeZone } = moment;
  const window = atom.day === undefined ? oneDay(now.day) : atom.day.window(now.day, tense);
  if (window === null || window.first < EARLIEST || window.last > LATEST) return null;
  const last = endWindow(atom, window, tense, now.day)?.last ?? window.last;
  const whole: Window = { first: window.first, last: Math.max(window.first, last) };
  const due = dueDay(atom, window, whole, tense, now.day);
  return new Resolved(atom, start, due, whole, timeZone);
}

/** What comes round ends a span after its beginning: Dec 1 to 5, 周五到周一; 下周一到下周三 and 明天到后天 are reckoned from today. */
function endWindow({ until }: Atom, window: Window, tense: Tense, today: DayNumber): Window | null {
  if (until?.day === undefined) return null;
  if (until.day.cycle === undefined) return until.day.window(today, tense);
  return until.day.window(window.first, 'future');
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

function afterMinutes({ minutesEnd: end, direction }: Atom, minutes: number, { now, timeZone }: Moment): ResolvedDate {
  const at = (after: number): WallTime => {
    const total = now.minute + after;
    const days = Math.floor(total / DAY_MINUTES);
    return { day: now.day + days, minute: total - days * DAY_MINUTES };
  };
  // Within two hours: from now on, due at their end.
  if (direction === 'within' && end === undefined && minutes > 0) {
    const [due, start] = [at(minutes), at(0)];
    const [day, firstDay] = [dayText(due.day), dayText(start.day)];
    const span = { from: zonedText(start, timeZone), to: zonedText(due, timeZone) };
    return { day, time: clockText(due.minute), firstDay, lastDay: day, ...span };
  }
  const first = at(minutes);
  const last = at(end ?? minutes);
  return {
    day: dayText(first.day),
    time: end === undefined ? clockText(first.minute) : null,
    firstDay: dayText(first.day),
    lastDay: dayText(last.day),
    from: zonedText(first, timeZone),
    to: end === undefined ? null : zonedText(last, timeZone),
  };
}
