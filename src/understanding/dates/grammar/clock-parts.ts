import { type Clock, follows, meaningAt, type Reading, touches, wordAt } from './atom.ts';

export function clockAt(hour: number, minute: number): Clock {
  return { hour, minute, half: null, exact: false, fine: minute !== 0 };
}

/** am, pm, p.m., a.m. or a bare p or a that touches the number. */
export function halfAt(reading: Reading, at: number): { half: 'am' | 'pm'; to: number } | null {
  const meaning = meaningAt(reading, at, 'meridian');
  if (meaning !== null) return { half: meaning.half, to: at + 1 };
  const letter = wordAt(reading, at);
  if (letter !== 'a' && letter !== 'p') return null;
  const half = letter === 'a' ? 'am' : 'pm';
  if (wordAt(reading, at + 1) === '.' && wordAt(reading, at + 2) === 'm')
    return { half, to: wordAt(reading, at + 3) === '.' ? at + 4 : at + 3 };
  return letter === 'p' && touches(reading, at) && !follows(reading, at + 1, /[\w/]/y) ? { half, to: at + 1 } : null;
}
