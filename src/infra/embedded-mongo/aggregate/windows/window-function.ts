import { MongoError } from '../../mongo-error.ts';
import type { Sorter } from '../../values/sort.ts';
import type { Doc, Maybe, Value } from '../../values/value.ts';
import type { AccumulatorPlan } from '../accumulators/accumulator.ts';
import { ACCUMULATORS } from '../accumulators/all.ts';
import type { Scope } from '../scope.ts';
import { POSITION_FUNCTIONS } from './position-functions.ts';
import { SERIES_FUNCTIONS } from './series-functions.ts';
import { compileBounds, type Range, type WindowBounds } from './window-bounds.ts';

/** The documents of one partition in order, with what they are sorted by. */
export interface Partition {
  readonly docs: readonly Doc[];
  readonly keys: readonly (readonly Maybe[])[];
}

/** One value per document of the partition. */
export type WindowFunction = (partition: Partition) => Maybe[];

export interface WindowInput {
  readonly operand: Value;
  readonly scope: Scope;
  readonly sorter: Sorter | undefined;
  readonly bounds: WindowBounds | undefined;
  readonly name: string;
}

export type WindowFactory = (input: WindowInput) => WindowFunction;

/** Compiles `{ $sum: '$n', window: { documents: [-1, 0] } }`. */
export function compileWindowFunction(spec: Doc, scope: Scope, sorter: Sorter | undefined): WindowFunction {
  const names = [...spec.keys()].filter((key) => key !== 'window');
  const [name = ''] = names;
  if (names.length !== 1) throw new MongoError('FailedToParse', 'Expected exactly one window function per field');
  const bounds = compileBounds(spec.get('window'), sorter);
  const input: WindowInput = { operand: spec.get(name) as Value, scope, sorter, bounds, name };
  const special = POSITION_FUNCTIONS[name] ?? SERIES_FUNCTIONS[name];
  if (special !== undefined) return special(input);
  const factory = ACCUMULATORS.get(name);
  if (factory === undefined) throw new MongoError('FailedToParse', `Unrecognized window function, ${name}`);
  return accumulating(factory(input.operand, scope, name), scope, bounds);
}

function accumulating(plan: AccumulatorPlan, scope: Scope, bounds: WindowBounds | undefined): WindowFunction {
  return (partition) => {
    const values = partition.docs.map((doc) => plan.evaluate(scope.enter(doc)));
    return values.map(
      memoized(
        (range) => over(plan, values, range),
        (index) => bounds?.(partition, index) ?? { from: 0, to: values.length },
      ),
    );
  };
}

/** Windows that grow by one go on with the same state; the others are gathered anew. */
function over(plan: AccumulatorPlan, values: readonly Maybe[], { from, to }: Range): Maybe {
  const state = plan.create();
  for (let index = from; index < to; index += 1) state.add(values[index]);
  return state.result();
}

/** Neighbours often have the very same window. */
function memoized(compute: (range: Range) => Maybe, rangeOf: (index: number) => Range) {
  let last: { readonly range: Range; readonly result: Maybe } | undefined;
  return (_: Maybe, index: number): Maybe => {
    const range = rangeOf(index);
    if (last?.range.from !== range.from || last.range.to !== range.to) last = { range, result: compute(range) };
    return last.result;
  };
}
