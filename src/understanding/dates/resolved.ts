import type { Day } from '../../calendar/days.ts';
import { type DayNumber, dayText } from '../../calendar/days.ts';
import { clockText, wallTime, zonedText } from '../../calendar/zone.ts';
import { clockMinutes, partMinutes } from './clock-time.ts';
import type { ResolvedDate } from './date-mention.ts';
import type { Atom } from './grammar/atom.ts';
import { edgeDay, oneDay, type Window } from './windows.ts';

const DAY_MINUTES = 1440;

/** Its instants are reckoned when they are asked for: most readers want the day alone. */
export class Resolved implements ResolvedDate {
  readonly day: Day;
  readonly time: string | null;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly #atom: Atom;
  readonly #start: number | null;
  readonly #whole: Window;
  readonly #timeZone: string;
  readonly #shift: number;

  /** `start`: minutes since midnight of the clock time said, `due`: the one day of the contract, `whole`: all days spoken of. */
  constructor(atom: Atom, start: number | null, due: DayNumber, whole: Window, timeZone: string) {
    const shift = start === null ? 0 : zoneShift(atom, whole.first, start, timeZone);
    this.day = dayText(due + (start === null ? 0 : Math.floor((start + shift) / DAY_MINUTES)));
    this.time = start === null ? null : clockText(start + shift);
    this.firstDay = dayText(whole.first);
    this.lastDay = dayText(whole.last);
    this.#atom = atom;
    this.#start = start;
    this.#whole = whole;
    this.#timeZone = timeZone;
    this.#shift = shift;
  }

  get from(): string {
    const { part } = this.#atom;
    const minute = this.#start ?? (part === undefined ? 0 : partMinutes(part)[0]);
    return this.#at(spanOf(this.#atom, this.#whole).first, minute);
  }

  get to(): string | null {
    const { part, until } = this.#atom;
    const { last } = spanOf(this.#atom, this.#whole);
    if (this.#start === null || (until?.day !== undefined && until.clock === undefined)) {
      const end = until?.day === undefined ? part : until.part;
      return end === undefined ? this.#at(last + 1, 0) : this.#at(last, partMinutes(end)[1]);
    }
    if (until?.clock === undefined) return null;
    // 今晚11点到明早6点: an end with a day of its own is on that day; else it may lie past midnight.
    if (until.day !== undefined) return this.#at(last, clockMinutes(until.clock, until.part));
    const end = clockMinutes(until.clock, until.part ?? part);
    const overnight = this.#start - end < 720 ? 720 : DAY_MINUTES;
    return this.#at(last, end <= this.#start ? end + overnight : end);
  }

  #at(day: DayNumber, minute: number): string {
    return zonedText({ day, minute: minute + this.#shift }, this.#timeZone);
  }
}

/** The days that the instants tell: after a day the next one, 本周内 its Friday (as the day due is), else all that is spoken of. */
function spanOf({ direction, day, clock, part }: Atom, whole: Window): Window {
  if (clock !== undefined || part !== undefined) return whole;
  if (direction === 'after') return oneDay(whole.last + 1);
  const week = direction === 'within' && day?.grain === 'week' && whole.last - whole.first === 6;
  return week ? oneDay(edgeDay(whole, 'end')) : whole;
}

/** Minutes by which the sender's clock is ahead of the zone that was said with the clock time. */
function zoneShift({ zone }: Atom, day: DayNumber, minute: number, timeZone: string): number {
  if (zone === undefined) return 0;
  const said = day * DAY_MINUTES + minute;
  const instant = typeof zone === 'number' ? (said - zone) * 60_000 : Date.parse(zonedText({ day, minute }, zone));
  const local = wallTime(instant, timeZone);
  return local.day * DAY_MINUTES + local.minute - said;
}
