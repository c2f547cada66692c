import { Binary, Decimal128, MaxKey, MinKey, ObjectId } from 'bson';
import type { Comparison, QueryNode } from '../query/node.ts';
import { compareValues } from '../values/compare.ts';
import { Int32, type Maybe, RANK, rankOf, type Value } from '../values/value.ts';

/** One end of an interval. `prefix`: the end lies behind all strings that begin with the value. */
export interface End {
  readonly value: Maybe;
  readonly inclusive: boolean;
  readonly prefix?: true;
}

/** Indexed values of one rank between two ends; an end that is missing is that of the rank. */
export interface Interval {
  readonly rank: number;
  readonly low: End | undefined;
  readonly high: End | undefined;
}

/** Where a condition finds its documents. `exact`: every entry inside belongs to a document that meets it. */
export interface Bounds {
  readonly intervals: readonly Interval[];
  readonly exact: boolean;
}

/** At most 192 bytes: kept whole in an index of up to eight fields. */
const SHORT_TEXT = 64;
const PREFIX_LENGTH = 40;

export function point(value: Maybe): Interval {
  const end = { value, inclusive: true };
  return { rank: rankOf(value), low: end, high: end };
}

export const isPoint = ({ low, high }: Interval): boolean => low !== undefined && low === high;

/** The intervals of an index field that hold every document a condition can match; undefined: it may be anywhere. */
export function boundsOf(node: QueryNode, multikey: boolean): Bounds | undefined {
  switch (node.kind) {
    case 'eq':
      return equal(node.value, multikey);
    case 'in': {
      if (node.patterns) return undefined;
      const all = node.values.map((value) => equal(value, multikey));
      return { intervals: all.flatMap(({ intervals }) => intervals), exact: all.every(({ exact }) => exact) };
    }
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return range(node.kind, node.value);
    case 'regex':
      return startingWith(node.prefix);
    default:
      return undefined;
  }
}

function equal(value: Value, multikey: boolean): Bounds {
  // An empty array is indexed as "undefined", which only a multikey index can hold.
  if (value === null)
    return { intervals: multikey ? [point(undefined), point(null)] : [point(null)], exact: !multikey };
  // An array is met as a whole inside another array, or by its elements.
  if (Array.isArray(value)) return { intervals: [point(value), point(value[0])], exact: false };
  return { intervals: [point(value)], exact: isShort(value) };
}

function range(kind: Exclude<Comparison, 'eq'>, value: Value): Bounds | undefined {
  if (value === null || Array.isArray(value) || value instanceof MinKey || value instanceof MaxKey) return undefined;
  // The key of a long value is also that of others, some of them on the other side.
  const end: End = { value, inclusive: kind === 'gte' || kind === 'lte' || !isShort(value) };
  const upwards = kind === 'gt' || kind === 'gte';
  const interval = { rank: rankOf(value), low: upwards ? end : undefined, high: upwards ? undefined : end };
  return { intervals: [interval], exact: isShort(value) && !isNumber(value) };
}

function startingWith(prefix: string): Bounds | undefined {
  if (prefix === '' || prefix.includes('\0')) return undefined;
  const text = [...prefix].slice(0, PREFIX_LENGTH).join('');
  const strings: Interval = {
    rank: RANK.string,
    low: { value: text, inclusive: true },
    high: { value: text, inclusive: true, prefix: true },
  };
  return { intervals: [strings, { rank: RANK.regex, low: undefined, high: undefined }], exact: false };
}

/** Values whose key is never cut and never shared with another value. */
function isShort(value: Value): boolean {
  if (typeof value === 'string') return value.length <= SHORT_TEXT;
  return (
    isNumber(value) || typeof value === 'boolean' || value instanceof Date || value instanceof ObjectId || isUuid(value)
  );
}

const isUuid = (value: Value): boolean => value instanceof Binary && value.position <= 16;

/** Ranges of numbers also hold NaN, which no comparison meets. */
const isNumber = (value: Value): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Int32 || value instanceof Decimal128;

/** What lies in both; only right where a field has a single value (not multikey). */
export function intersect(left: Bounds, right: Bounds): Bounds {
  const simple = [...left.intervals, ...right.intervals].every(({ high }) => !high?.prefix);
  if (!simple) return { ...(left.intervals.every(isPoint) ? left : right), exact: false };
  const intervals = left.intervals.flatMap((a) => right.intervals.flatMap((b) => overlap(a, b)));
  return { intervals, exact: left.exact && right.exact };
}

function overlap(a: Interval, b: Interval): Interval[] {
  if (a.rank !== b.rank) return [];
  const low = tighter(a.low, b.low, 1);
  const high = tighter(a.high, b.high, -1);
  if (!low || !high) return [{ rank: a.rank, low, high }];
  const order = compareValues(low.value, high.value);
  if (order > 0 || (order === 0 && !(low.inclusive && high.inclusive))) return [];
  return [order === 0 ? point(low.value) : { rank: a.rank, low, high }];
}

function tighter(a: End | undefined, b: End | undefined, sign: 1 | -1): End | undefined {
  if (!a || !b) return a ?? b;
  const order = compareValues(a.value, b.value) * sign;
  if (order === 0) return a.inclusive ? b : a;
  return order > 0 ? a : b;
}

/** Sorted and without repetition, so that no entry is visited twice. */
export function normalize(intervals: readonly Interval[]): readonly Interval[] {
  if (intervals.length < 2) return intervals;
  const sorted = [...intervals].sort((a, b) => a.rank - b.rank || compareValues(a.low?.value, b.low?.value));
  return sorted.filter((interval, i) => {
    const before = sorted[i - 1];
    return (
      !before || !isPoint(interval) || !isPoint(before) || compareValues(before.low?.value, interval.low?.value) !== 0
    );
  });
}
