import { ObjectId } from 'bson';
import { type Doc, Int32, type Value } from '../values/value.ts';

/** Repeatable random choices. */
export interface Random {
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
  value(depth: number): Value;
}

/** mulberry32, by Tommy Ettinger: small, and good enough to choose test cases. */
export function randomSource(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
  const random: Random = { below, pick, value: (depth) => anyValue(random, depth) };
  return random;
}

/** Few different values of every type, so that queries meet documents. */
function anyValue(random: Random, depth: number): Value {
  const { below, pick } = random;
  const long = 'a'.repeat(320);
  switch (below(depth > 0 ? 14 : 11)) {
    case 0:
      return null;
    case 1:
      return pick([true, false]);
    case 2:
    case 3:
      return pick(['', 'a', 'ab', 'abc', 'b', `${long}x`, `${long}y`, 'a\0b']);
    case 4:
      return pick([Number.NaN, -0, 1.5, 3, Number.POSITIVE_INFINITY, -2]);
    case 5:
      return BigInt(below(4));
    case 6:
      return new Date(below(3) * 1000);
    case 7:
      return new ObjectId(pick(['000000000000000000000001', '000000000000000000000002']));
    case 11:
      return new Map([['x', anyValue(random, depth - 1)]]);
    case 12:
    case 13:
      return Array.from({ length: below(3) }, () => anyValue(random, depth - 1));
    default:
      return Int32.of(below(6));
  }
}

/** A document with the fields a, b and c, each of which may be missing. */
export function documentOf(random: Random, id: number): Doc {
  const doc: Doc = new Map([['_id', id]]);
  if (random.below(6) > 0) doc.set('a', random.value(0));
  // Only b has arrays at its top: two arrays side by side could not share an index.
  if (random.below(6) > 0) doc.set('b', random.value(random.below(2)));
  if (random.below(6) > 0) doc.set('c', new Map([['x', random.value(0)]]));
  return doc;
}
