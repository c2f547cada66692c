import { MongoError } from '../../mongo-error.ts';
import { type Doc, isDoc, type Value } from '../../values/value.ts';
import type { Scope } from '../scope.ts';
import type { AccumulatorFactory, AccumulatorPlan } from './accumulator.ts';
import { BASIC_ACCUMULATORS } from './basic.ts';
import { PERCENTILE_ACCUMULATORS } from './percentile.ts';
import { RANKED_ACCUMULATORS } from './ranked.ts';

/** Every accumulator of `$group` and its kin by name. */
export const ACCUMULATORS: ReadonlyMap<string, AccumulatorFactory> = new Map<string, AccumulatorFactory>(
  [BASIC_ACCUMULATORS, RANKED_ACCUMULATORS, PERCENTILE_ACCUMULATORS].flatMap((table) => Object.entries(table)),
);

/** Compiles `{ total: { $sum: '$amount' }, … }`. */
export function compileAccumulators(
  fields: Iterable<[string, Value]>,
  scope: Scope,
): { name: string; plan: AccumulatorPlan }[] {
  return [...fields].map(([name, value]) => {
    if (name.includes('.')) throw new MongoError(40235, `The field name '${name}' cannot contain '.'`);
    if (name.startsWith('$')) throw new MongoError(40236, `The field name '${name}' cannot be an operator name`);
    if (!isDoc(value)) throw new MongoError(40234, `The field '${name}' must be an accumulator object`);
    return { name, plan: compileAccumulator(name, value, scope) };
  });
}

function compileAccumulator(name: string, value: Doc, scope: Scope): AccumulatorPlan {
  const [[operator, operand] = ['', null]] = value;
  if (value.size !== 1) throw new MongoError(40238, `The field '${name}' must specify one accumulator`);
  if (operator === '$accumulator') throw new MongoError('BadValue', '$accumulator is not supported');
  const factory = ACCUMULATORS.get(operator);
  if (factory === undefined) throw new MongoError(15952, `unknown group operator '${operator}'`);
  return factory(operand, scope, operator);
}
