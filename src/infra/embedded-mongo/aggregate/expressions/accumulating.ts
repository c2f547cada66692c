import { isNumeric } from '../../values/compare-numbers.ts';
import { toDouble } from '../../values/convert.ts';
import type { Maybe } from '../../values/value.ts';
import type { Accumulator } from '../accumulators/accumulator.ts';
import { averageOf, deviation, extremeOf, sumOf } from '../accumulators/basic.ts';
import { checkMethod, percentileOf, sharesOf } from '../accumulators/percentile.ts';
import { namedOperands, type Operator, type OperatorTable, variadic } from '../operator.ts';
import type { Scope } from '../scope.ts';

/** Over several operands, or over the elements of a single one that is an array. */
function over(create: (scope: Scope) => Accumulator): Operator {
  return variadic((values, scope) => {
    const [only] = values;
    const items: readonly Maybe[] = values.length === 1 && Array.isArray(only) ? only : values;
    const state = create(scope);
    for (const item of items) state.add(item);
    return state.result();
  });
}

function percentile(many: boolean): Operator {
  return (operand, scope, name) => {
    const given = namedOperands(name, operand, many ? ['input', 'p', 'method'] : ['input', 'method'], []);
    checkMethod(given.get('method'));
    const input = scope.compile(given.get('input') ?? null);
    const shares = many ? sharesOf(given.get('p') ?? null, scope) : [0.5];
    return {
      constant: false,
      evaluate: (env) => {
        const value = input.evaluate(env);
        const numbers = (Array.isArray(value) ? value : [value]).filter(isNumeric).map(toDouble);
        const results = shares.map((share) => percentileOf(numbers, share));
        return many ? results : (results[0] ?? null);
      },
    };
  };
}

/** The accumulators that are expressions too. */
export const ACCUMULATING_OPERATORS: OperatorTable = {
  $sum: over(sumOf),
  $avg: over(averageOf),
  $min: over((scope) => extremeOf(1, scope)),
  $max: over((scope) => extremeOf(-1, scope)),
  $stdDevPop: over(() => deviation(false)),
  $stdDevSamp: over(() => deviation(true)),
  $percentile: percentile(true),
  $median: percentile(false),
};
