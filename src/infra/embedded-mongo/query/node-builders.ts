import { BSONRegExp } from 'bson';
import { valuesEqual } from '../values/compare.ts';
import type { Value } from '../values/value.ts';
import { ValueSet } from '../values/value-map.ts';
import type { QueryContext } from './context.ts';
import type { Comparison, Predicate, QueryNode, Test } from './node.ts';
import { type Leaf, testAtPath } from './path.ts';
import { comparePredicate } from './predicates.ts';
import { regexPredicate } from './regex.ts';
import { regexPrefix } from './regex-prefix.ts';

export const ALWAYS: QueryNode = { kind: 'always', test: () => true };
export const NEVER: QueryNode = { kind: 'never', test: () => false };

/** An and within an and is one, so that a planner sees all conditions side by side. */
export function andNode(parts: readonly QueryNode[]): QueryNode {
  // Most filters have one condition.
  if (parts.length === 1) return parts[0] as QueryNode;
  const nodes = parts.flatMap((part) => (part.kind === 'and' ? part.nodes : part.kind === 'always' ? [] : [part]));
  if (nodes.length === 0) return ALWAYS;
  if (nodes.length === 1) return nodes[0] as QueryNode;
  const tests = nodes.map((node) => node.test);
  return { kind: 'and', nodes, test: (doc, state) => tests.every((test) => test(doc, state)) };
}

export function orNode(nodes: readonly QueryNode[]): QueryNode {
  const tests = nodes.map((node) => node.test);
  return { kind: 'or', nodes, test: (doc, state) => tests.some((test) => test(doc, state)) };
}

/** What lies under a negation never says where something was found. */
export function norNode(nodes: readonly QueryNode[]): QueryNode {
  const tests = nodes.map((node) => node.test);
  return { kind: 'nor', nodes, test: (doc) => !tests.some((test) => test(doc, { position: undefined })) };
}

export function notNode(node: QueryNode): QueryNode {
  return { kind: 'not', node, test: (doc) => !node.test(doc, { position: undefined }) };
}

/** Builds the test and notes that the field is read. */
export function pathTest(context: QueryContext, path: string, leaf: Leaf, predicate: Predicate): Test {
  if (!context.nested) context.reads.add(path);
  return testAtPath(path, leaf, predicate);
}

export function compareNode(context: QueryContext, path: string, kind: Comparison, value: Value): QueryNode {
  return { kind, path, value, test: pathTest(context, path, 'each', comparePredicate(kind, value, context.collation)) };
}

export function regexNode(context: QueryContext, path: string, regex: BSONRegExp): QueryNode {
  const prefix = regexPrefix(regex.pattern, regex.options);
  return { kind: 'regex', path, prefix, test: pathTest(context, path, 'each', regexPredicate(regex)) };
}

export function inNode(context: QueryContext, path: string, list: readonly Value[]): QueryNode {
  const patterns = list.filter((item) => item instanceof BSONRegExp).map(regexPredicate);
  const values = list.filter((item) => !(item instanceof BSONRegExp));
  const hasNull = values.includes(null);
  const known = membership(values, context);
  const predicate: Predicate = (value, state) =>
    value === undefined
      ? hasNull
      : known(value, state) || (patterns.length > 0 && patterns.some((pattern) => pattern(value)));
  return { kind: 'in', path, values, patterns: patterns.length > 0, test: pathTest(context, path, 'each', predicate) };
}

function membership(values: readonly Value[], { collation }: QueryContext): Predicate {
  if (collation !== undefined) return (value) => values.some((item) => valuesEqual(item, value, collation));
  const set = new ValueSet(values);
  return (value) => set.has(value);
}

export function otherNode(
  context: QueryContext,
  path: string,
  operator: string,
  leaf: Leaf,
  predicate: Predicate,
): QueryNode {
  return { kind: 'other', path, operator, test: pathTest(context, path, leaf, predicate) };
}

export function existsNode(context: QueryContext, path: string): QueryNode {
  return { kind: 'exists', path, test: pathTest(context, path, 'whole', (value) => value !== undefined) };
}
