import type { Maybe, Value } from '../../values/value.ts';
import type { Env, Expression, Scope } from '../scope.ts';

/** The running state of one accumulator in one group or window. */
export interface Accumulator {
  add(value: Maybe): void;
  /** May be asked again after more values; what it gave before stays as it was. */
  result(): Maybe;
}

/** An accumulator as a stage names it: what it takes from each document and how it gathers it. */
export interface AccumulatorPlan {
  evaluate(env: Env): Maybe;
  create(): Accumulator;
}

export type AccumulatorFactory = (operand: Value, scope: Scope, name: string) => AccumulatorPlan;
export type AccumulatorTable = Readonly<Record<string, AccumulatorFactory>>;

/** The plain form: one expression, one kind of state. */
export function gathering(create: (scope: Scope) => Accumulator): AccumulatorFactory {
  return (operand, scope) => {
    const expression: Expression = scope.compile(operand);
    return { evaluate: (env) => expression.evaluate(env), create: () => create(scope) };
  };
}
