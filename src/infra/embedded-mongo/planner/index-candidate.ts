import type { Index, IndexField } from '../storage/index-definition.ts';
import type { SortField } from '../values/sort.ts';
import { RANK } from '../values/value.ts';
import type { Condition, Conditions } from './conditions.ts';
import { type Bounds, boundsOf, type Interval, intersect, isPoint, normalize } from './intervals.ts';
import { keyRanges } from './key-ranges.ts';
import { demandsPresence, implies } from './partial-filter.ts';
import type { IndexScan } from './plan.ts';

/** What the planner knows of a query. */
export interface Demand {
  readonly conditions: Conditions;
  readonly sort: readonly SortField[];
  /** A collation other than the simple one: keys of strings say nothing then. */
  readonly collated: boolean;
}

export interface Candidate {
  readonly scan: IndexScan;
  /** Leading fields with one value each, and fields with any bounds. */
  readonly points: number;
  readonly bounded: number;
  /** How many documents the bounds can name, where a unique index makes that sure. */
  readonly atMost: number | undefined;
}

const MAX_EXACT_FIELDS = 8;

/** How an index would answer; undefined if it must not be used or would not help. `hinted` indexes may leave documents out. */
export function indexCandidate(index: Index, demand: Demand, hinted = false): Candidate | undefined {
  const { conditions } = demand.conditions;
  if (!hinted && !hasAllDocuments(index, conditions)) return undefined;
  const used = new Set<Condition>();
  const fields = leadingBounds(index, demand, used);
  const intervals = fields.map((bounds) => normalize(bounds.intervals));
  const order = sortDirection(index, demand, intervals);
  if (!hinted && intervals.length === 0 && order === undefined) return undefined;
  const { ranges, complete } = keyRanges(intervals, index.directions);
  const points = leadingPoints(intervals);
  const exact =
    complete &&
    demand.conditions.complete &&
    used.size === conditions.length &&
    fields.every((bounds) => bounds.exact) &&
    index.fields.length <= MAX_EXACT_FIELDS;
  return {
    scan: {
      kind: 'indexScan',
      index,
      ranges,
      boundFields: intervals.length,
      reverse: order === 'backward',
      repeats: index.multikey.some(Boolean),
      sorted: order !== undefined,
      exact,
    },
    points,
    bounded: intervals.length,
    atMost: complete && namesValues(index, intervals) ? ranges.length : undefined,
  };
}

function hasAllDocuments(index: Index, conditions: readonly Condition[]): boolean {
  if (index.partial && !implies(conditions, index.partial.root)) return false;
  return !index.sparse || index.fields.some(({ path }) => demandsPresence(conditions, path));
}

/** The bounds of the first fields, up to the first that has none or is not a set of points. */
function leadingBounds(index: Index, demand: Demand, used: Set<Condition>): Bounds[] {
  const fields: Bounds[] = [];
  for (const [at, field] of index.fields.entries()) {
    if (sharesArray(index, at)) break;
    const bounds = fieldBounds(field, index.multikey[at] === true, demand, used);
    if (!bounds) break;
    fields.push(bounds);
    if (!bounds.intervals.every(isPoint)) break;
  }
  return fields;
}

/** Two fields under one array: a document may meet their conditions with different elements. */
function sharesArray(index: Index, at: number): boolean {
  const root = index.fields[at]?.segments[0];
  return index.multikey[at] === true && index.fields.some(({ segments }, other) => other < at && segments[0] === root);
}

function fieldBounds(field: IndexField, multikey: boolean, demand: Demand, used: Set<Condition>): Bounds | undefined {
  let bounds: Bounds | undefined;
  for (const condition of demand.conditions.conditions) {
    if (condition.path !== field.path) continue;
    const own = boundsOf(condition.node, multikey);
    if (!own || (demand.collated && own.intervals.some(holdsText))) continue;
    if (bounds && multikey) {
      // One condition chooses the candidates, a single value rather than a range; the other is left to the filter.
      if (
        own.intervals.length < bounds.intervals.length ||
        (own.intervals.every(isPoint) && !bounds.intervals.every(isPoint))
      )
        bounds = own;
      continue;
    }
    bounds = bounds ? intersect(bounds, own) : own;
    used.add(condition);
  }
  return bounds;
}

const TEXT_RANKS = new Set<number>([RANK.string, RANK.object, RANK.array, RANK.regex]);
const holdsText = ({ rank }: Interval): boolean => TEXT_RANKS.has(rank);

/** A unique index with a list of values for each of its fields: one document a combination, if that many. */
function namesValues(index: Index, fields: readonly (readonly Interval[])[]): boolean {
  return index.unique && fields.length === index.fields.length && fields.every((intervals) => intervals.every(isPoint));
}

function leadingPoints(fields: readonly (readonly Interval[])[]): number {
  const other = fields.findIndex((intervals) => intervals.length !== 1 || !intervals.every(isPoint));
  return other < 0 ? fields.length : other;
}

/** Whether walking the index yields the sort: its fields follow those that are fixed to one value. */
function sortDirection(
  index: Index,
  demand: Demand,
  fields: readonly (readonly Interval[])[],
): 'forward' | 'backward' | undefined {
  const { sort } = demand;
  if (sort.length === 0 || index.cut || demand.collated) return undefined;
  const fixed = leadingPoints(fields);
  let direction: 1 | -1 | undefined;
  let at = 0;
  for (const wanted of sort) {
    const known = index.fields.findIndex((field, i) => i < fixed && field.path === wanted.path);
    if (known >= 0 && !index.multikey[known]) continue;
    while (at < fixed && index.fields[at]?.path !== wanted.path) at++;
    const field = index.fields[at];
    if (!field || field.path !== wanted.path || index.multikey[at]) return undefined;
    const turn = field.direction === wanted.direction ? 1 : -1;
    if (direction !== undefined && direction !== turn) return undefined;
    direction = turn;
    at++;
  }
  return direction === -1 ? 'backward' : 'forward';
}
