import { MongoError } from '../mongo-error.ts';
import type { QueryNode } from '../query/node.ts';
import type { Collection } from '../storage/collection.ts';
import type { Index } from '../storage/index-definition.ts';
import { compareValues, valuesEqual } from '../values/compare.ts';
import { type Doc, isDoc, type Maybe } from '../values/value.ts';
import { type Conditions, conditionsOf } from './conditions.ts';
import { type Candidate, type Demand, indexCandidate } from './index-candidate.ts';
import type { Plan } from './plan.ts';
import type { Sort } from './sort.ts';

export interface PlanRequest {
  readonly root: QueryNode;
  readonly sort?: Sort;
  /** An index by name or keys, or `{ $natural: ±1 }`. */
  readonly hint?: Maybe;
  readonly collated?: boolean;
}

/** Chooses how to find the candidates of a query. Throws BadValue for a hint that names no index. */
export function choosePlan(collection: Collection, request: PlanRequest): Plan {
  const { root, sort = { kind: 'none' }, hint, collated = false } = request;
  const conditions = conditionsOf(root);
  const demand: Demand = { conditions, sort: sort.kind === 'fields' ? sort.sorter.fields : [], collated };
  if (hint !== undefined) return hintedPlan(collection, demand, hint);
  if (root.kind === 'never') return { kind: 'nothing' };
  if (sort.kind === 'natural') return { kind: 'collectionScan', reverse: sort.reverse };
  return planDemand(collection, demand) ?? { kind: 'collectionScan', reverse: false };
}

function planDemand(collection: Collection, demand: Demand): Plan | undefined {
  let best: Candidate | undefined;
  for (const index of collection.indexes) {
    const next = index.ready && !index.hidden ? indexCandidate(index, demand) : undefined;
    if (!next) continue;
    if (next.scan.ranges.length === 0) return { kind: 'nothing' };
    if (!best || score(next) > score(best)) best = next;
  }
  if (best && best.bounded > 0) return best.scan;
  return unionPlan(collection, demand) ?? best?.scan;
}

/**
 * More fixed fields are better than a range, a saved sort is worth less than a fixed field, and bounds that name a
 * known number of documents beat everything, fewer before more. Ties go to the index that was there first.
 */
function score({ atMost, points, bounded, scan }: Candidate): number {
  if (atMost !== undefined) return 100_000 - atMost;
  return points * 4 + (bounded > points ? 2 : 0) + (scan.sorted ? 3 : 0) + (scan.index.unique ? 1 : 0);
}

/** A disjunction of which every branch has an index of its own. */
function unionPlan(collection: Collection, demand: Demand): Plan | undefined {
  for (const branches of demand.conditions.branches) {
    const plans = branches.map((branch) => {
      const plan = planDemand(collection, {
        ...demand,
        sort: [],
        conditions: withoutBranches(conditionsOf(branch), demand.conditions),
      });
      return plan?.kind === 'indexScan' ? { ...plan, exact: false, sorted: false } : plan;
    });
    const found = plans.filter((plan) => plan !== undefined);
    if (found.length === plans.length) return { kind: 'union', plans: found };
  }
  return undefined;
}

/** A branch together with what holds beside it; its own disjunctions may be planned further. */
function withoutBranches(branch: Conditions, outer: Conditions): Conditions {
  return { conditions: [...branch.conditions, ...outer.conditions], branches: branch.branches, complete: false };
}

function hintedPlan(collection: Collection, demand: Demand, hint: Maybe): Plan {
  const natural = isDoc(hint) ? hint.get('$natural') : undefined;
  if (natural !== undefined) return { kind: 'collectionScan', reverse: compareValues(natural, 0) < 0 };
  const index = hintedIndex(collection, hint);
  const candidate = index && indexCandidate(index, demand, true);
  if (!candidate)
    throw new MongoError(
      'BadValue',
      'error processing query: planner returned error: hint provided does not correspond to an existing index',
    );
  return candidate.scan.ranges.length === 0 ? { kind: 'nothing' } : candidate.scan;
}

/** The index that a hint names, by its name or its keys. */
export function hintedIndex(collection: Collection, hint: Maybe): Index | undefined {
  const usable = collection.indexes.filter(({ ready, hidden }) => ready && !hidden);
  if (typeof hint === 'string') return usable.find(({ name }) => name === hint);
  if (!isDoc(hint)) throw new MongoError('FailedToParse', "'hint' must be a string or an object");
  return usable.find(({ spec }) => sameKeys(spec.get('key') as Doc, hint));
}

function sameKeys(left: Doc, right: Doc): boolean {
  return [...left.keys()].join('\0') === [...right.keys()].join('\0') && valuesEqual(left, right);
}
