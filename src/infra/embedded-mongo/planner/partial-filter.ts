import type { QueryNode } from '../query/node.ts';
import { compareValues } from '../values/compare.ts';
import { type Doc, type Maybe, rankOf, type Value } from '../values/value.ts';
import type { Condition } from './conditions.ts';

/**
 * Whether every document that the query can match also matches the filter of a partial index, so that the index has
 * an entry for it. Errs on the side of no.
 */
export function implies(conditions: readonly Condition[], filter: QueryNode): boolean {
  switch (filter.kind) {
    case 'always':
      return true;
    case 'and':
      return filter.nodes.every((node) => implies(conditions, node));
    case 'or':
      return filter.nodes.some((node) => implies(conditions, node));
    default:
      if (!('path' in filter) || filter.path === undefined) return false;
      return conditions.some(({ path, node, element }) => !element && path === filter.path && impliesOne(node, filter));
  }
}

type Comparison = Extract<QueryNode, { value: Value }>;

const isComparison = (node: QueryNode): node is Comparison => 'value' in node;

function impliesOne(query: QueryNode, filter: QueryNode): boolean {
  if (query.kind === 'in' && !query.patterns)
    return query.values.length > 0 && query.values.every((value) => equalImplies(value, filter));
  if (query.kind === 'exists') return filter.kind === 'exists';
  if (query.kind === 'regex') return filter.kind === 'exists';
  if (!isComparison(query)) return false;
  if (query.kind === 'eq') return equalImplies(query.value, filter);
  if (query.value === null) return false;
  if (filter.kind === 'exists') return true;
  return isComparison(filter) && filter.kind !== 'eq' && rangeImplies(query, filter);
}

/** A document in which something equals `value`: does it pass the filter? null stands for missing too, so never. */
function equalImplies(value: Value, filter: QueryNode): boolean {
  if (filter.kind === 'eq' && value === null) return filter.value === null;
  if (value === null || Array.isArray(value) || !('path' in filter) || filter.path === undefined) return false;
  return filter.test(documentWith(filter.path, value), { position: undefined });
}

function documentWith(path: string, value: Value): Doc {
  const [first = '', ...rest] = path.split('.').reverse();
  return rest.reduce((inner: Doc, name) => new Map([[name, inner]]), new Map([[first, value]]));
}

function rangeImplies(query: Comparison, filter: Comparison): boolean {
  const upwards = query.kind === 'gt' || query.kind === 'gte';
  if (upwards !== (filter.kind === 'gt' || filter.kind === 'gte')) return false;
  if (rankOf(query.value) !== rankOf(filter.value)) return false;
  const order = compareValues(query.value, filter.value) * (upwards ? 1 : -1);
  return order > 0 || (order === 0 && (filter.kind.endsWith('e') || !query.kind.endsWith('e')));
}

/** Whether the conditions make sure that a field is there, as a sparse index needs. */
export function demandsPresence(conditions: readonly Condition[], path: string): boolean {
  return conditions.some((condition) => condition.path === path && neverMissing(condition.node));
}

function neverMissing(node: QueryNode): boolean {
  if (node.kind === 'in') return !node.patterns && !node.values.some((value: Maybe) => value === null);
  if (isComparison(node)) return node.value !== null;
  return node.kind === 'exists' || node.kind === 'regex';
}
