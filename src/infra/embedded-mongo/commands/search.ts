import type { Call } from '../call.ts';
import { choosePlan } from '../planner/choose-plan.ts';
import type { Search } from '../planner/find-matches.ts';
import { parseSort } from '../planner/sort.ts';
import type { Collection } from '../storage/collection.ts';
import type { Doc, Maybe } from '../values/value.ts';
import { docOr, optionalDoc } from './arguments.ts';
import { queryOptions, readFilter } from './query-arguments.ts';

/** What a find, count or the like asks for, compiled; needs the collection only for its plan. */
export function readSearch(
  call: Call,
  holder: Doc,
  fields: { filter: string; limit: number; skip: number },
): Omit<Search, 'plan'> {
  const options = queryOptions(call, holder);
  return {
    query: readFilter(holder, fields.filter, options),
    sort: parseSort(optionalDoc(holder, 'sort'), options.collation),
    skip: fields.skip,
    limit: fields.limit,
  };
}

export function planSearch(collection: Collection, search: Omit<Search, 'plan'>, holder: Doc): Search {
  const collated = holder.has('collation') && queryIsCollated(holder);
  return {
    query: search.query,
    sort: search.sort,
    skip: search.skip,
    limit: search.limit,
    plan: choosePlan(collection, { root: search.query.root, sort: search.sort, hint: hintOf(holder), collated }),
  };
}

function queryIsCollated(holder: Doc): boolean {
  return docOr(holder, 'collation').get('locale') !== 'simple';
}

/** An empty hint is none. */
function hintOf(holder: Doc): Maybe {
  const hint = holder.get('hint');
  return hint === undefined || hint === null || (hint instanceof Map && hint.size === 0) ? undefined : hint;
}
