import { MongoError } from '../../mongo-error.ts';
import { isTruthy } from '../../values/convert.ts';
import { typeName } from '../../values/types.ts';
import { isNullish, type Maybe, type Value } from '../../values/value.ts';
import { ValueSet } from '../../values/value-map.ts';
import { binary, type Operator, type OperatorTable, unary, variadic } from '../operator.ts';
import type { Scope } from '../scope.ts';
import { requireArray } from './arrays.ts';

function unique(items: readonly Value[], { collation }: Scope): Value[] {
  const seen = new ValueSet([], collation);
  return items.filter((item) => seen.add(item));
}

function union(values: readonly Maybe[], scope: Scope): Maybe {
  if (values.some(isNullish)) return null;
  return unique(
    values.flatMap((value) =>
      requireArray(value, 17043, 'All operands of $setUnion must be arrays. One argument is of type: '),
    ),
    scope,
  );
}

function intersection(values: readonly Maybe[], scope: Scope): Maybe {
  if (values.some(isNullish)) return null;
  const [first = [], ...others] = values.map((value) =>
    requireArray(value, 17047, 'All operands of $setIntersection must be arrays. One argument is of type: '),
  );
  const sets = others.map((items) => new ValueSet(items, scope.collation));
  return unique(
    first.filter((item) => sets.every((set) => set.has(item))),
    scope,
  );
}

function difference(left: Maybe, right: Maybe, scope: Scope): Maybe {
  if (isNullish(left) || isNullish(right)) return null;
  const items = requireArray(
    left,
    17048,
    'both operands of $setDifference must be arrays. First argument is of type: ',
  );
  const without = new ValueSet(
    requireArray(right, 17049, 'both operands of $setDifference must be arrays. Second argument is of type: '),
    scope.collation,
  );
  return unique(
    items.filter((item) => !without.has(item)),
    scope,
  );
}

function equal(values: readonly Maybe[], scope: Scope): Maybe {
  const sets = values.map(
    (value) =>
      new ValueSet(
        requireArray(value, 17044, 'All operands of $setEquals must be arrays. One argument is of type: '),
        scope.collation,
      ),
  );
  const [first, ...others] = values as Value[][];
  return others.every((_, index) => {
    const set = sets[index + 1];
    return set?.size === sets[0]?.size && first?.every((item) => set?.has(item));
  });
}

function subset(left: Maybe, right: Maybe, scope: Scope): Maybe {
  const items = requireArray(left, 17046, 'both operands of $setIsSubset must be arrays. First argument is of type: ');
  const within = new ValueSet(
    requireArray(right, 17042, 'both operands of $setIsSubset must be arrays. Second argument is of type: '),
    scope.collation,
  );
  return items.every((item) => within.has(item));
}

function quantifier(name: string, code: number, holds: (items: Value[]) => boolean): Operator {
  return unary((value) => {
    if (!Array.isArray(value))
      throw new MongoError(code, `${name}'s argument must be an array, but is ${typeName(value)}`);
    return holds(value);
  });
}

/** "Set Expression Operators": arrays without regard to order and repeats. */
export const SET_OPERATORS: OperatorTable = {
  $setUnion: variadic(union),
  $setIntersection: variadic(intersection),
  $setDifference: binary(difference),
  $setEquals: variadic(equal, 2),
  $setIsSubset: binary(subset),
  $allElementsTrue: quantifier('$allElementsTrue', 17040, (items) => items.every(isTruthy)),
  $anyElementTrue: quantifier('$anyElementTrue', 17041, (items) => items.some(isTruthy)),
};
