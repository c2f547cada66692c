import { BSONRegExp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { compileQuery } from '../query/compile-query.ts';
import { valuesEqual } from '../values/compare.ts';
import { isNumeric } from '../values/compare-numbers.ts';
import { toSafeInteger } from '../values/convert.ts';
import { typeName } from '../values/types.ts';
import { isDoc, type Maybe, type Value } from '../values/value.ts';
import { ValueSet } from '../values/value-map.ts';
import { describe } from './describe.ts';
import type { ChangeOptions, UpdateOperator } from './field-change.ts';
import { push } from './push.ts';

const addToSet: UpdateOperator = (value, _path, { collation }) => {
  const each = isDoc(value) && value.keys().next().value === '$each' ? value.get('$each') : undefined;
  if (each !== undefined && !Array.isArray(each)) {
    throw new MongoError(
      'TypeMismatch',
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`,
    );
  }
  if (isDoc(value) && each !== undefined && value.size > 1) {
    throw new MongoError(
      'BadValue',
      `Found unexpected fields after $each in $addToSet: ${[...value.keys()].join(', ')}`,
    );
  }
  const additions = each ?? [value];
  return {
    creates: true,
    change: (current, path) => {
      if (current !== undefined && !Array.isArray(current)) {
        throw new MongoError(
          'BadValue',
          `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(current)}`,
        );
      }
      const known = new ValueSet(current ?? [], collation);
      const fresh = additions.filter((item) => known.add(item));
      return fresh.length === 0 && current !== undefined ? undefined : [...(current ?? []), ...fresh];
    },
  };
};

/** The operators that only take elements away; documents without the field are left alone. */
function removing(refuse: (path: string, current: Value) => MongoError, keep: (items: Value[]) => Value[]) {
  return {
    creates: false,
    change: (current: Maybe, path: string) => {
      if (current === undefined) return undefined;
      if (!Array.isArray(current)) throw refuse(path, current);
      const kept = keep(current);
      return kept.length === current.length ? undefined : kept;
    },
  };
}

const notAnArray = (name: string) => () => new MongoError('BadValue', `Cannot apply ${name} to a non-array value`);

const pull: UpdateOperator = (value, _path, options) => {
  const matches = pullMatcher(value, options);
  return removing(notAnArray('$pull'), (items) => items.filter((item) => !matches(item)));
};

const LOGICAL = new Set(['$and', '$or', '$nor', '$expr', '$jsonSchema']);

/** A document of operators is about the element, any other about its fields; everything else must be equal. */
function pullMatcher(condition: Value, options: ChangeOptions): (item: Value) => boolean {
  if (condition instanceof BSONRegExp) return valueMatcher(condition, options);
  if (!isDoc(condition)) return (item) => valuesEqual(item, condition, options.collation);
  const first = condition.keys().next().value;
  if (first?.startsWith('$') && !LOGICAL.has(first) && first !== '$ref') return valueMatcher(condition, options);
  const query = compileQuery(condition, options);
  return (item) => isDoc(item) && query.matches(item);
}

function valueMatcher(condition: Value, options: ChangeOptions): (item: Value) => boolean {
  const query = compileQuery(new Map([['', condition]]), options);
  return (item) => query.matches(new Map([['', item]]));
}

const pullAll: UpdateOperator = (value, _path, { collation }) => {
  if (!Array.isArray(value)) {
    throw new MongoError('BadValue', `$pullAll requires an array argument but was given a ${typeName(value)}`);
  }
  const unwanted = new ValueSet(value, collation);
  return removing(notAnArray('$pullAll'), (items) => items.filter((item) => !unwanted.has(item)));
};

const pop: UpdateOperator = (value) => {
  const side = toSafeInteger(value);
  if (side !== 1 && side !== -1) {
    if (!isNumeric(value)) throw new MongoError('FailedToParse', `Expected a number in: $pop: ${describe(value)}`);
    throw new MongoError('FailedToParse', `$pop expects 1 or -1, found: ${describe(value)}`);
  }
  return removing(
    (path, current) =>
      new MongoError('TypeMismatch', `Path '${path}' contains an element of non-array type '${typeName(current)}'`),
    (items) => (side === 1 ? items.slice(0, -1) : items.slice(1)),
  );
};

/** "Array Update Operators". */
export const ARRAY_OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
};
