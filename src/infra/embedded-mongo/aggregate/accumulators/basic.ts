import { MongoError } from '../../mongo-error.ts';
import { compareValues } from '../../values/compare.ts';
import { isNumeric } from '../../values/compare-numbers.ts';
import { toDouble } from '../../values/convert.ts';
import { typeName } from '../../values/types.ts';
import { type Doc, Int32, isDoc, isNullish, type Maybe, type Value } from '../../values/value.ts';
import { ValueMap } from '../../values/value-map.ts';
import type { Scope } from '../scope.ts';
import { type Accumulator, type AccumulatorTable, gathering } from './accumulator.ts';
import { NumberSum } from './sum.ts';

export function sumOf(): Accumulator {
  const sum = new NumberSum();
  return { add: (value) => sum.add(value), result: () => sum.total() };
}

export function averageOf(): Accumulator {
  const sum = new NumberSum();
  return { add: (value) => sum.add(value), result: () => sum.mean() };
}

/** Missing values and null do not take part. */
export function extremeOf(side: 1 | -1, scope: Scope): Accumulator {
  let best: Maybe;
  return {
    add(value) {
      if (isNullish(value)) return;
      if (best === undefined || compareValues(value, best, scope.collation) * side < 0) best = value;
    },
    result: () => best ?? null,
  };
}

function firstOf(): Accumulator {
  let first: Maybe;
  let any = false;
  return {
    add(value) {
      if (!any) first = value;
      any = true;
    },
    result: () => first ?? null,
  };
}

function lastOf(): Accumulator {
  let last: Maybe;
  return {
    add(value) {
      last = value;
    },
    result: () => last ?? null,
  };
}

function pushed(): Accumulator {
  const items: Value[] = [];
  return {
    add(value) {
      if (value !== undefined) items.push(value);
    },
    result: () => items.slice(),
  };
}

function distinct({ collation }: Scope): Accumulator {
  const items = new ValueMap<Value>(collation);
  return {
    add(value) {
      if (value !== undefined && !items.has(value)) items.set(value, value);
    },
    result: () => [...items.values()],
  };
}

export function mergedObjects(): Accumulator {
  const merged: Doc = new Map();
  return {
    add(value) {
      if (isNullish(value)) return;
      if (!isDoc(value)) {
        throw new MongoError(40400, `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`);
      }
      for (const [name, part] of value) merged.set(name, part);
    },
    result: () => new Map(merged),
  };
}

/** Welford's running variance. */
export function deviation(ofSample: boolean): Accumulator {
  let count = 0;
  let mean = 0;
  let squares = 0;
  return {
    add(value) {
      if (!isNumeric(value)) return;
      const number = toDouble(value);
      count += 1;
      const delta = number - mean;
      mean += delta / count;
      squares += delta * (number - mean);
    },
    result() {
      const degrees = ofSample ? count - 1 : count;
      return degrees <= 0 ? null : Math.sqrt(squares / degrees);
    },
  };
}

const ONE = Int32.of(1);

/** "Accumulators" that take one expression. */
export const BASIC_ACCUMULATORS: AccumulatorTable = {
  $sum: gathering(sumOf),
  $avg: gathering(averageOf),
  $min: gathering((scope) => extremeOf(1, scope)),
  $max: gathering((scope) => extremeOf(-1, scope)),
  $first: gathering(firstOf),
  $last: gathering(lastOf),
  $push: gathering(pushed),
  $addToSet: gathering(distinct),
  $mergeObjects: gathering(mergedObjects),
  $stdDevPop: gathering(() => deviation(false)),
  $stdDevSamp: gathering(() => deviation(true)),
  $count: (operand) => {
    if (!isDoc(operand) || operand.size > 0)
      throw new MongoError('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
    return { evaluate: () => ONE, create: sumOf };
  },
};
