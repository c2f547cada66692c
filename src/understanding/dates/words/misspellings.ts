import type { Meaning } from './meaning.ts';

/** Long names with one letter left out, doubled or swapped with its neighbour: wensday, tommorow, febuary, thrusday. */
export function misspellings(table: ReadonlyMap<string, Meaning>): Map<string, Meaning> {
  const result = new Map<string, Meaning>([
    ['wensday', { is: 'weekday', weekday: 3 }],
    ['wendsday', { is: 'weekday', weekday: 3 }],
    ['tommorow', { is: 'day', offset: 1 }],
    ['tommorrow', { is: 'day', offset: 1 }],
    ['tomorow', { is: 'day', offset: 1 }],
  ]);
  for (const [word, meaning] of table) {
    const name = meaning.is === 'weekday' || meaning.is === 'month' || meaning.is === 'day';
    if (!name || word.length < 6 || word.endsWith('s')) continue;
    for (let index = 1; index < word.length; index++) {
      const [head, letter, tail] = [word.slice(0, index), word.charAt(index), word.slice(index + 1)];
      result.set(head + tail, meaning);
      result.set(head + letter + letter + tail, meaning);
      result.set(head + tail.charAt(0) + letter + tail.slice(1), meaning);
    }
  }
  for (const real of ['frida', 'sunda', 'augusta', 'mondays']) result.delete(real);
  return result;
}
