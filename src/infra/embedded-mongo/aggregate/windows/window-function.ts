import { MongoError } from '../../mongo-error.ts';
import type { Sorter } from '../../values/sort.ts';
import type { Doc, Maybe, Value } from '../../values/value.ts';
import type { Accumulator, AccumulatorPlan } from '../accumulators/accumulator.ts';
import { ACCUMULATORS } from '../accumulators/all.ts';
import type { Scope } from '../scope.ts';
import { POSITION_FUNCTIONS } from './position-functions.ts';
import { SERIES_FUNCTIONS } from './series-functions.ts';
import type { Range, WindowBounds, WindowFunction, WindowInput } from './window.ts';
import { compileBounds } from './window-bounds.ts';

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
    const whole: Range = { from: 0, to: values.length };
    const results = new Window(plan, values);
    return values.map((_, index) => results.over(bounds?.(partition, index) ?? whole));
  };
}

/** A window that has only grown at its end since the last document goes on with the same state. */
class Window {
  private readonly plan: AccumulatorPlan;
  private readonly values: readonly Maybe[];
  private state: Accumulator;
  private range: Range = { from: 0, to: 0 };
  private result: Maybe;

  constructor(plan: AccumulatorPlan, values: readonly Maybe[]) {
    this.plan = plan;
    this.values = values;
    this.state = plan.create();
    this.result = this.state.result();
  }

  over({ from, to }: Range): Maybe {
    const grown = from === this.range.from && to >= this.range.to;
    if (grown && to === this.range.to) return this.result;
    if (!grown) this.state = this.plan.create();
    for (let index = grown ? this.range.to : from; index < to; index += 1) this.state.add(this.values[index]);
    this.range = { from, to };
    this.result = this.state.result();
    return this.result;
  }
}
