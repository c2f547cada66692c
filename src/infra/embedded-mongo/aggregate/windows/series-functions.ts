import { MongoError } from '../../mongo-error.ts';
import { isNumeric } from '../../values/compare-numbers.ts';
import { toDouble, toSafeInteger } from '../../values/convert.ts';
import { isDoc, isNullish, type Maybe, type Value } from '../../values/value.ts';
import { namedOperands } from '../operator.ts';
import type { Partition, Range, WindowFactory, WindowInput } from './window.ts';

const SPANS: Readonly<Record<string, number>> = {
  week: 604_800_000,
  day: 86_400_000,
  hour: 3_600_000,
  minute: 60_000,
  second: 1000,
  millisecond: 1,
};

function requireSort({ sorter, name }: WindowInput): void {
  if (sorter?.fields.length !== 1) throw new MongoError(5371802, `${name} requires a sortBy with one field`);
}

function column(input: WindowInput, operand: Value, { docs }: Partition): Maybe[] {
  const expression = input.scope.compile(operand);
  return docs.map((doc) => expression.evaluate(input.scope.enter(doc)));
}

function numberOf(value: Maybe, name: string): number {
  if (value instanceof Date) return value.getTime();
  if (!isNumeric(value)) throw new MongoError(5624900, `${name} requires numeric values`);
  return toDouble(value);
}

/** Where each document stands on the axis of the sort; times in the given unit. */
function axis({ keys }: Partition, unit: Value | undefined, name: string): number[] {
  const span = typeof unit === 'string' ? SPANS[unit] : 1;
  if (span === undefined) throw new MongoError(5490704, 'unit must be a week or shorter');
  return keys.map(([key]) => {
    if (unit === undefined && key instanceof Date)
      throw new MongoError(5624901, `${name} with dates in sortBy requires a 'unit'`);
    return numberOf(key, name) / span;
  });
}

/** The last value that was there. */
const carryForward: WindowFactory = (input) => (partition) => {
  let last: Maybe = null;
  return column(input, input.operand, partition).map((value) => {
    if (!isNullish(value)) last = value;
    return last;
  });
};

/** On the straight line between the neighbours that have a value. */
const linearFill: WindowFactory = (input) => {
  requireSort(input);
  return (partition) => {
    const values = column(input, input.operand, partition);
    const at = axis(
      partition,
      partition.keys.some(([key]) => key instanceof Date) ? 'millisecond' : undefined,
      '$linearFill',
    );
    const known = values.flatMap((value, index) => (isNullish(value) ? [] : [index]));
    let next = 0;
    return values.map((value, index) => {
      while (next < known.length && (known[next] as number) <= index) next += 1;
      if (!isNullish(value)) return value;
      const [before, after] = [known[next - 1], known[next]];
      if (before === undefined || after === undefined) return null;
      const [y0, y1] = [numberOf(values[before], '$linearFill'), numberOf(values[after], '$linearFill')];
      const [x, x0, x1] = [at[index] as number, at[before] as number, at[after] as number];
      return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
    });
  };
};

/** Weights fall by a constant share: alpha, or 2 / (N + 1). */
const movingAverage: WindowFactory = (input) => {
  requireSort(input);
  const given = namedOperands(input.name, input.operand, ['input'], ['N', 'alpha']);
  const n = toSafeInteger(given.get('N'));
  const share = given.get('alpha');
  const alpha = isNumeric(share) ? toDouble(share) : n === undefined ? Number.NaN : 2 / (n + 1);
  if (given.has('N') === given.has('alpha') || !(alpha > 0 && alpha <= 1)) {
    throw new MongoError(
      'FailedToParse',
      '$expMovingAvg requires exactly one of N (a positive integer) and alpha (between 0 and 1)',
    );
  }
  return (partition) => {
    let average: number | undefined;
    return column(input, given.get('input') ?? null, partition).map((value) => {
      if (!isNumeric(value)) return average ?? null;
      average = average === undefined ? toDouble(value) : toDouble(value) * alpha + average * (1 - alpha);
      return average;
    });
  };
};

/** For functions of the two columns x (the sort) and y (the input) within the window. */
function overAxis(compute: (x: readonly number[], y: readonly number[]) => Value): WindowFactory {
  return (input) => {
    requireSort(input);
    const given = namedOperands(input.name, input.operand, ['input'], ['unit']);
    return (partition) => {
      const x = axis(partition, given.get('unit'), input.name);
      const y = column(input, given.get('input') ?? null, partition).map((value) => numberOf(value, input.name));
      return x.map((_, index) => {
        const { from, to } = rangeOf(input, partition, index);
        return compute(x.slice(from, to), y.slice(from, to));
      });
    };
  };
}

function rangeOf(input: WindowInput, partition: Partition, index: number): Range {
  return input.bounds?.(partition, index) ?? { from: 0, to: partition.docs.length };
}

function slope(x: readonly number[], y: readonly number[]): Value {
  const last = x.length - 1;
  return last < 1 || x[last] === x[0] ? null : ((y[last] ?? 0) - (y[0] ?? 0)) / ((x[last] ?? 0) - (x[0] ?? 0));
}

/** The trapezoidal rule. */
function area(x: readonly number[], y: readonly number[]): Value {
  if (x.length === 0) return null;
  return x.reduce(
    (sum, at, index) =>
      index === 0 ? 0 : sum + ((at - (x[index - 1] ?? 0)) * ((y[index] ?? 0) + (y[index - 1] ?? 0))) / 2,
    0,
  );
}

function covariance(sample: boolean): WindowFactory {
  return (input) => {
    const [left, right] = Array.isArray(input.operand) ? input.operand : [];
    if (left === undefined || right === undefined || isDoc(input.operand)) {
      throw new MongoError('FailedToParse', `${input.name} requires an array of two expressions`);
    }
    return (partition) => {
      const a = column(input, left, partition);
      const b = column(input, right, partition);
      return a.map((_, index) => {
        const { from, to } = rangeOf(input, partition, index);
        const pairs = a.slice(from, to).flatMap((x, offset) => {
          const y = b[from + offset];
          return isNumeric(x) && isNumeric(y) ? [[toDouble(x), toDouble(y)] as const] : [];
        });
        const count = pairs.length - Number(sample);
        if (count <= 0) return null;
        const meanX = pairs.reduce((sum, [x]) => sum + x, 0) / pairs.length;
        const meanY = pairs.reduce((sum, [, y]) => sum + y, 0) / pairs.length;
        return pairs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / count;
      });
    };
  };
}

export const SERIES_FUNCTIONS: Readonly<Record<string, WindowFactory>> = {
  $locf: carryForward,
  $linearFill: linearFill,
  $expMovingAvg: movingAverage,
  $derivative: overAxis(slope),
  $integral: overAxis(area),
  $covariancePop: covariance(false),
  $covarianceSamp: covariance(true),
};
