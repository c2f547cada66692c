import { toSafeInteger } from '../values/convert.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';

/** The beginning of a pipeline that is a plain query, and what is left of it. */
export interface Lead {
  readonly filter: Doc;
  readonly sort: Doc | undefined;
  readonly skip: number | undefined;
  readonly limit: number | undefined;
  readonly rest: readonly Value[];
}

/**
 * Takes the leading `$match`, `$sort`, `$skip`, `$limit` off a pipeline, so that the planner can serve them by an
 * index; the rest is to be compiled. What is malformed stays in the rest, where it is refused.
 */
export function leadOf(stages: readonly Value[]): Lead {
  const filters: Doc[] = [];
  let sort: Doc | undefined;
  let at = 0;
  for (; at < stages.length; at += 1) {
    const match = operandOf(stages[at], '$match');
    const order = operandOf(stages[at], '$sort');
    if (isDoc(match)) filters.push(match);
    else if (isDoc(order) && order.size > 0 && sort === undefined) sort = order;
    else break;
  }
  const skip = countOf(operandOf(stages[at], '$skip'), 0);
  if (skip !== undefined) at += 1;
  const limit = countOf(operandOf(stages[at], '$limit'), 1);
  if (limit !== undefined) at += 1;
  return { filter: allOf(filters), sort, skip, limit, rest: stages.slice(at) };
}

function operandOf(stage: Value | undefined, name: string): Value | undefined {
  return isDoc(stage) && stage.size === 1 ? stage.get(name) : undefined;
}

function countOf(value: Value | undefined, least: number): number | undefined {
  const count = toSafeInteger(value);
  return count !== undefined && count >= least ? count : undefined;
}

function allOf(filters: readonly Doc[]): Doc {
  if (filters.length <= 1) return filters[0] ?? new Map();
  return new Map([['$and', filters.slice()]]);
}
