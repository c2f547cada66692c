import { BSONRegExp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { isNumeric } from '../values/compare-numbers.ts';
import { toExactInteger } from '../values/convert.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import type { QueryContext } from './context.ts';
import type { FieldOperator, Siblings } from './field-operator.ts';
import type { Predicate, QueryNode, Test } from './node.ts';
import { andNode, compareNode, NEVER, otherNode, pathTest, regexNode } from './node-builders.ts';

function bad(message: string): MongoError {
  return new MongoError('BadValue', message);
}

const parseSize: FieldOperator = (context, path, value) => {
  const size = isNumeric(value) ? toExactInteger(value) : undefined;
  if (size === undefined) throw bad(`Failed to parse $size. Expected an integer in: $size`);
  if (size < 0n) throw bad('Failed to parse $size. Expected a non-negative number in: $size');
  const wanted = Number(size);
  return otherNode(context, path, '$size', 'whole', (item) => Array.isArray(item) && item.length === wanted);
};

const parseAll: FieldOperator = (context, path, value, siblings) => {
  if (!Array.isArray(value)) throw bad('$all needs an array');
  if (value.length === 0) return NEVER;
  const elements = value.filter((item) => isDoc(item) && item.keys().next().value === '$elemMatch');
  if (elements.length > 0 && elements.length < value.length) throw bad('no $ expressions in $all');
  return andNode(value.map((item) => allMember(context, path, item, siblings)));
};

function allMember(context: QueryContext, path: string, item: Value, siblings: Siblings): QueryNode {
  if (item instanceof BSONRegExp) return regexNode(context, path, item);
  if (isDoc(item)) {
    const first = item.keys().next().value;
    if (first === '$elemMatch') return elemMatchNode(context, path, item.get(first) ?? null, siblings);
    if (first?.startsWith('$')) throw bad('no $ expressions in $all');
  }
  return compareNode(context, path, 'eq', item);
}

const LOGICAL = new Set(['$and', '$or', '$nor', '$where', '$expr', '$jsonSchema']);

/** `{ $elemMatch: { $gt: 1 } }` is about the elements themselves, `{ $elemMatch: { name: 1 } }` about their fields. */
function elemMatchNode(context: QueryContext, path: string, value: Value, siblings: Siblings): QueryNode {
  if (!isDoc(value)) throw bad('$elemMatch needs an Object');
  const first = value.keys().next().value;
  const ofValues = siblings.isOperatorDoc(value) && !LOGICAL.has(first ?? '');
  if (first === '$where') throw bad('$elemMatch cannot contain $where expression');
  const inner: QueryContext = { ...context, nested: true };
  const node = ofValues
    ? siblings.parseOperators('', value, inner, siblings.depth + 1)
    : siblings.parseFilter(value, inner, siblings.depth + 1);
  const test = pathTest(context, path, 'whole', elementPredicate(node.test, ofValues));
  return { kind: 'elemMatch', path, ofValues, node, test };
}

function elementPredicate(test: Test, ofValues: boolean): Predicate {
  const holder: Doc = new Map();
  return (value, state) => {
    if (!Array.isArray(value)) return false;
    const found = value.findIndex((item) => {
      const target = ofValues ? holder.set('', item) : asDocument(item);
      return target !== undefined && test(target, { position: undefined });
    });
    if (found >= 0) state.position = found;
    return found >= 0;
  };
}

/** A nested array counts as a document whose names are the positions. */
function asDocument(item: Value): Doc | undefined {
  if (isDoc(item)) return item;
  return Array.isArray(item) ? new Map(item.map((value, index) => [String(index), value])) : undefined;
}

export const ARRAY_OPERATORS: readonly (readonly [string, FieldOperator])[] = [
  ['$size', parseSize],
  ['$all', parseAll],
  ['$elemMatch', elemMatchNode],
];
