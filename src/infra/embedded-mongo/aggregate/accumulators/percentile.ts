import { MongoError } from '../../mongo-error.ts';
import { isNumeric } from '../../values/compare-numbers.ts';
import { toDouble } from '../../values/convert.ts';
import type { Value } from '../../values/value.ts';
import { namedOperands } from '../operator.ts';
import type { Scope } from '../scope.ts';
import type { Accumulator, AccumulatorFactory, AccumulatorTable } from './accumulator.ts';

/** The value at the rank that a share of the sorted numbers reaches (nearest rank); null when there are none. */
export function percentileOf(numbers: readonly number[], share: number): Value {
  if (numbers.length === 0) return null;
  const sorted = numbers.slice().sort((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[rank] as number;
}

export function sharesOf(value: Value, scope: Scope): number[] {
  const shares = scope.compile(value).evaluate(scope.enter(new Map()));
  const numbers = Array.isArray(shares) ? shares.map((item) => (isNumeric(item) ? toDouble(item) : Number.NaN)) : [];
  if (numbers.length === 0 || !numbers.every((share) => share >= 0 && share <= 1)) {
    throw new MongoError(
      7750301,
      "The $percentile 'p' field must be an array of numbers from [0.0, 1.0], with at least one",
    );
  }
  return numbers;
}

export function checkMethod(value: Value | undefined): void {
  if (value !== 'approximate') {
    throw new MongoError('BadValue', "Currently only 'approximate' can be used as percentile 'method'.");
  }
}

function gatherNumbers(result: (numbers: readonly number[]) => Value): Accumulator {
  const numbers: number[] = [];
  return {
    add(value) {
      if (isNumeric(value)) numbers.push(toDouble(value));
    },
    result: () => result(numbers),
  };
}

const percentile: AccumulatorFactory = (operand, scope, name) => {
  const given = namedOperands(name, operand, ['input', 'p', 'method'], []);
  checkMethod(given.get('method'));
  const input = scope.compile(given.get('input') ?? null);
  const shares = sharesOf(given.get('p') ?? null, scope);
  return {
    evaluate: (env) => input.evaluate(env),
    create: () => gatherNumbers((numbers) => shares.map((share) => percentileOf(numbers, share))),
  };
};

const median: AccumulatorFactory = (operand, scope, name) => {
  const given = namedOperands(name, operand, ['input', 'method'], []);
  checkMethod(given.get('method'));
  const input = scope.compile(given.get('input') ?? null);
  return {
    evaluate: (env) => input.evaluate(env),
    create: () => gatherNumbers((numbers) => percentileOf(numbers, 0.5)),
  };
};

export const PERCENTILE_ACCUMULATORS: AccumulatorTable = { $percentile: percentile, $median: median };
