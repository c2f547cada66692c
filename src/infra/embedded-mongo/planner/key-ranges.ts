import { afterPrefix } from '../storage/key-value.ts';
import { encodeIndexEntry, encodeIndexKey } from '../values/index-key.ts';
import type { Maybe } from '../values/value.ts';
import { type End, type Interval, isPoint } from './intervals.ts';

/** A range of encoded index values: from (inclusive) to (exclusive). */
export interface ValueRange {
  readonly from: Buffer;
  readonly to: Buffer;
  /** One whole value for every field of the index: `from` is all of it. */
  readonly point?: boolean;
}

export interface KeyRanges {
  readonly ranges: readonly ValueRange[];
  /** Whether the ranges say all that the intervals say. */
  readonly complete: boolean;
}

type Directions = readonly (1 | -1)[];

/** More tuples than this are not spread out; the remaining fields are left to the filter. */
const MAX_RANGES = 2000;

/**
 * The ranges of an index for the intervals of its first fields: points are multiplied out, the last field may have
 * true ranges. In the order of the index; without fields it is the whole index.
 */
export function keyRanges(fields: readonly (readonly Interval[])[], directions: Directions): KeyRanges {
  // One value or one range of one field, as most queries have it.
  const [only] = fields[0] ?? [];
  if (only && fields.length === 1 && fields[0]?.length === 1)
    return { ranges: sorted([toRange([], only, directions)]), complete: true };
  let prefixes: Maybe[][] = [[]];
  for (const [at, intervals] of fields.entries()) {
    const last = at === fields.length - 1;
    if (prefixes.length > 1 && prefixes.length * intervals.length > MAX_RANGES)
      return { ranges: sorted(prefixes.map((prefix) => covering(prefix, directions))), complete: false };
    if (last || !intervals.every(isPoint)) {
      const ranges = prefixes.flatMap((prefix) => intervals.map((interval) => toRange(prefix, interval, directions)));
      return { ranges: sorted(ranges), complete: last };
    }
    prefixes = prefixes.flatMap((prefix) => intervals.map((interval) => [...prefix, interval.low?.value]));
  }
  return { ranges: [EVERYTHING], complete: true };
}

const EVERYTHING: ValueRange = { from: Buffer.alloc(0), to: Buffer.from([0xff]) };

function covering(prefix: Maybe[], directions: Directions): ValueRange {
  const from = encodeIndexKey(prefix, directions);
  return { from, to: afterPrefix(from) };
}

function toRange(prefix: Maybe[], interval: Interval, directions: Directions): ValueRange {
  if (isPoint(interval) && prefix.length + 1 === directions.length)
    return toPoint([...prefix, interval.low?.value], directions);
  const head = encodeIndexKey(prefix, directions);
  const descending = directions[prefix.length] === -1;
  const rank = Buffer.from([descending ? ~interval.rank & 0xff : interval.rank]);
  const bracket = Buffer.concat([head, rank]);
  const edge = (end: End | undefined, side: 'from' | 'to'): Buffer => {
    if (!end) return side === 'from' ? bracket : afterPrefix(bracket);
    const encoded = encodeIndexKey([...prefix, end.value], directions);
    // The two bytes that end a string are left out, so that all longer ones lie behind it too.
    const key = end.prefix ? encoded.subarray(0, encoded.length - 2) : encoded;
    const behind = side === 'to' ? end.inclusive : !end.inclusive;
    return behind ? afterPrefix(key) : key;
  };
  if (descending) return { from: edge(interval.high, 'from'), to: edge(interval.low, 'to') };
  return { from: edge(interval.low, 'from'), to: edge(interval.high, 'to') };
}

function toPoint(values: Maybe[], directions: Directions): ValueRange {
  const { key, exact } = encodeIndexEntry(values, directions);
  return { from: key, to: afterPrefix(key), point: exact };
}

/** In key order; touching and overlapping ranges become one. */
function sorted(ranges: ValueRange[]): ValueRange[] {
  if (ranges.length === 1 && ranges[0]?.point) return ranges;
  const ordered = ranges
    .filter(({ from, to }) => Buffer.compare(from, to) < 0)
    .sort((a, b) => Buffer.compare(a.from, b.from));
  const merged: ValueRange[] = [];
  for (const range of ordered) {
    const before = merged.at(-1);
    if (before && Buffer.compare(range.from, before.to) <= 0) {
      if (Buffer.compare(range.to, before.to) > 0) merged[merged.length - 1] = { from: before.from, to: range.to };
    } else merged.push(range);
  }
  return merged;
}
