import { anchored } from '../day-phrase.ts';
import { oneDay } from '../windows.ts';
import { type Atom, follows, meaningAt, type Reading, wordAt } from './atom.ts';

const CLAUSE_END = /\s*(?:$|[.,;!?)\n])/y;

/** Now, right now, 刚才: the moment itself; the next day, the day before: reckoned from the message's day. */
export function vagueMoment(reading: Reading, at: number): Atom | null {
  if (!reading.vague) return null;
  const from = wordAt(reading, at) === 'the' ? at + 1 : at;
  const side = wordAt(reading, from) === 'day' ? wordAt(reading, from + 1) : '';
  if ((side === 'after' || side === 'before') && follows(reading, from + 2, CLAUSE_END))
    return { from: at, to: from + 2, day: dayAway(side === 'after' ? 1 : -1) };
  const meaning = meaningAt(reading, from, 'vague');
  if (meaning === null) return null;
  if (meaning.offset === undefined) return from === at ? { from: at, to: at + 1, minutes: 0 } : null;
  return { from: at, to: from + 1, day: dayAway(meaning.offset) };
}

function dayAway(offset: number) {
  return anchored('day', (today) => oneDay(today + offset));
}
