import { MongoError } from '../mongo-error.ts';
import { isDoc, type Maybe, type Value } from '../values/value.ts';
import type { Env, Expression, Scope } from './scope.ts';

/** Turns an operator's operand into an expression. */
export type Operator = (operand: Value, scope: Scope, name: string) => Expression;

export type OperatorTable = Readonly<Record<string, Operator>>;

export function expression(constant: boolean, evaluate: (env: Env) => Maybe): Expression {
  return constant ? once(evaluate) : { constant, evaluate };
}

/** A constant is worked out at its first use, so that its errors come when MongoDB's do: with the documents. */
function once(evaluate: (env: Env) => Maybe): Expression {
  let known: { readonly value: Maybe } | undefined;
  return {
    constant: true,
    evaluate: (env) => {
      known ??= { value: evaluate(env) };
      return known.value;
    },
  };
}

/** Operands are a list; a single one may stand without it. */
export function operandsOf(operand: Value): readonly Value[] {
  return Array.isArray(operand) ? operand : [operand];
}

export function unary(apply: (value: Maybe, scope: Scope) => Maybe): Operator {
  return (operand, scope, name) => {
    const [only] = exactly(1, operand, name);
    const inner = scope.compile(only as Value);
    return expression(inner.constant, (env) => apply(inner.evaluate(env), scope));
  };
}

export function binary(apply: (left: Maybe, right: Maybe, scope: Scope) => Maybe): Operator {
  return (operand, scope, name) => {
    const [left, right] = exactly(2, operand, name).map((item) => scope.compile(item)) as [Expression, Expression];
    return expression(left.constant && right.constant, (env) => apply(left.evaluate(env), right.evaluate(env), scope));
  };
}

function exactly(count: number, operand: Value, name: string): readonly Value[] {
  const operands = operandsOf(operand);
  if (operands.length !== count) {
    throw new MongoError(
      16020,
      `Expression ${name} takes exactly ${count} arguments. ${operands.length} were passed in.`,
    );
  }
  return operands;
}

/** Any number of operands between the two bounds, evaluated in order. */
export function variadic(
  apply: (values: readonly Maybe[], scope: Scope) => Maybe,
  least = 0,
  most = Number.POSITIVE_INFINITY,
): Operator {
  return (operand, scope, name) => {
    const operands = operandsOf(operand);
    if (operands.length < least || operands.length > most) {
      throw new MongoError(
        28667,
        `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${operands.length} were passed in.`,
      );
    }
    const inner = operands.map((item) => scope.compile(item));
    return expression(
      inner.every((item) => item.constant),
      (env) =>
        apply(
          inner.map((item) => item.evaluate(env)),
          scope,
        ),
    );
  };
}

/**
 * Operands by name: `required` ones must be given, `optional` ones may; others are refused. The codes are those
 * of the operator where MongoDB has special ones, else FailedToParse.
 */
export function named<R extends string, O extends string = never>(
  required: readonly R[],
  optional: readonly O[],
  apply: (values: Readonly<Record<R, Maybe>> & Readonly<Partial<Record<O, Maybe>>>, scope: Scope) => Maybe,
): Operator {
  return (operand, scope, name) => {
    const given = namedOperands(name, operand, required, optional);
    const inner = [...given].map(([key, value]) => [key, scope.compile(value)] as const);
    return expression(
      inner.every(([, item]) => item.constant),
      (env) => apply(Object.fromEntries(inner.map(([key, item]) => [key, item.evaluate(env)])) as never, scope),
    );
  };
}

/** Checks the names of an operator's operands and gives them as they stand, not yet compiled. */
export function namedOperands(
  name: string,
  operand: Value,
  required: readonly string[],
  optional: readonly string[],
): ReadonlyMap<string, Value> {
  if (!isDoc(operand)) throw new MongoError('FailedToParse', `${name} only supports an object as its argument`);
  for (const key of operand.keys()) {
    if (!required.includes(key) && !optional.includes(key)) {
      throw new MongoError('FailedToParse', `Unrecognized argument to ${name}: ${key}`);
    }
  }
  for (const key of required) {
    if (!operand.has(key)) throw new MongoError('FailedToParse', `Missing '${key}' parameter to ${name}`);
  }
  return operand;
}
