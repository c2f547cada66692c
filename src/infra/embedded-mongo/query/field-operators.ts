import { BSONRegExp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { isTruthy } from '../values/convert.ts';
import { isDoc, type Value } from '../values/value.ts';
import { ARRAY_OPERATORS } from './array-operators.ts';
import { BIT_OPERATORS } from './bit-operators.ts';
import type { QueryContext } from './context.ts';
import type { FieldOperator } from './field-operator.ts';
import type { Comparison, QueryNode } from './node.ts';
import { andNode, compareNode, existsNode, inNode, notNode, regexNode } from './node-builders.ts';
import { VALUE_OPERATORS } from './value-operators.ts';

function bad(message: string): MongoError {
  return new MongoError('BadValue', message);
}

function comparison(kind: Comparison): FieldOperator {
  return (context, path, value) => {
    if (value instanceof BSONRegExp && kind !== 'eq')
      throw bad(`Can't have RegEx as arg to predicate over field '${path}'.`);
    return compareNode(context, path, kind, value);
  };
}

function parseIn(context: QueryContext, path: string, value: Value, name: string): QueryNode {
  if (!Array.isArray(value)) throw bad(`${name} needs an array`);
  for (const item of value) {
    if (isDoc(item) && item.keys().next().value?.startsWith('$')) throw bad(`cannot nest $ under ${name}`);
  }
  return inNode(context, path, value);
}

const parseNot: FieldOperator = (context, path, value, siblings) => {
  if (value instanceof BSONRegExp) return notNode(regexNode(context, path, value));
  if (!isDoc(value)) throw bad('$not needs a regex or a document');
  if (value.size === 0) throw bad('$not cannot be empty');
  if (!siblings.isOperatorDoc(value)) throw bad(`unknown operator: ${value.keys().next().value}`);
  return notNode(siblings.parseOperators(path, value, context, siblings.depth + 1));
};

const parseRegex: FieldOperator = (context, path, value, { operators }) => {
  const options = operators.get('$options');
  if (options !== undefined && typeof options !== 'string') throw bad('$options has to be a string');
  if (value instanceof BSONRegExp) {
    if (options !== undefined && value.options !== '')
      throw new MongoError(51075, 'options set in both $regex and $options');
    return regexNode(context, path, new BSONRegExp(value.pattern, checkOptions(options ?? value.options)));
  }
  if (typeof value !== 'string') throw bad('$regex has to be a string');
  return regexNode(context, path, new BSONRegExp(value, checkOptions(options ?? '')));
};

/** bson's class throws its own error for a letter it does not know. */
function checkOptions(options: string): string {
  const unknown = /[^imsxu]/.exec(options);
  if (unknown) throw new MongoError(51108, `invalid flag in regex options: ${unknown[0]}`);
  return options;
}

const parseOptions: FieldOperator = (_context, _path, _value, { operators }) => {
  if (!operators.has('$regex')) throw bad('$options needs a $regex');
  return undefined;
};

/** Every operator that may stand under a field name. */
export const FIELD_OPERATORS: ReadonlyMap<string, FieldOperator> = new Map<string, FieldOperator>([
  ['$eq', comparison('eq')],
  ['$gt', comparison('gt')],
  ['$gte', comparison('gte')],
  ['$lt', comparison('lt')],
  ['$lte', comparison('lte')],
  [
    '$ne',
    (context, path, value) => {
      if (value instanceof BSONRegExp) throw bad("Can't have regex as arg to $ne.");
      return notNode(compareNode(context, path, 'eq', value));
    },
  ],
  ['$in', (context, path, value) => parseIn(context, path, value, '$in')],
  ['$nin', (context, path, value) => notNode(parseIn(context, path, value, '$nin'))],
  ['$not', parseNot],
  [
    '$exists',
    (context, path, value) => (isTruthy(value) ? existsNode(context, path) : notNode(existsNode(context, path))),
  ],
  ['$regex', parseRegex],
  ['$options', parseOptions],
  ['$comment', () => andNode([])],
  ...VALUE_OPERATORS,
  ...ARRAY_OPERATORS,
  ...BIT_OPERATORS,
]);
