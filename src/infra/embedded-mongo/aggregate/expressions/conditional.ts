import { MongoError } from '../../mongo-error.ts';
import { isTruthy } from '../../values/convert.ts';
import { isDoc, isNullish, type Value } from '../../values/value.ts';
import { expression, namedOperands, type Operator, type OperatorTable } from '../operator.ts';

const cond: Operator = (operand, scope, name) => {
  const parts = Array.isArray(operand) ? operand : condParts(operand, name);
  if (parts.length !== 3) {
    throw new MongoError(16020, `Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`);
  }
  const [test, yes, no] = parts.map((part) => scope.compile(part));
  return expression(
    [test, yes, no].every((part) => part?.constant),
    (env) => (isTruthy(test?.evaluate(env)) ? yes?.evaluate(env) : no?.evaluate(env)),
  );
};

function condParts(operand: Value, name: string): Value[] {
  if (!isDoc(operand)) throw new MongoError(16020, 'Expression $cond takes exactly 3 arguments. 1 were passed in.');
  const given = namedOperands(name, operand, ['if', 'then', 'else'], []);
  return ['if', 'then', 'else'].map((part) => given.get(part) ?? null);
}

const ifNull: Operator = (operand, scope) => {
  const parts = Array.isArray(operand) ? operand : [operand];
  if (parts.length < 2) throw new MongoError(1257300, `$ifNull needs at least two arguments, had: ${parts.length}`);
  const inner = parts.map((part) => scope.compile(part));
  return expression(
    inner.every((part) => part.constant),
    (env) => {
      let value: Value | undefined;
      for (const part of inner) {
        value = part.evaluate(env);
        if (!isNullish(value)) return value;
      }
      return value;
    },
  );
};

const choose: Operator = (operand, scope) => {
  if (!isDoc(operand)) throw new MongoError(40060, '$switch requires an object as an argument');
  for (const key of operand.keys()) {
    if (key !== 'branches' && key !== 'default')
      throw new MongoError(40067, `$switch found an unknown argument: ${key}`);
  }
  const list = operand.get('branches');
  if (!Array.isArray(list)) throw new MongoError(40061, "$switch expected an array for 'branches'");
  if (list.length === 0) throw new MongoError(40068, '$switch requires at least one branch.');
  const branches = list.map((branch) => {
    if (!isDoc(branch)) throw new MongoError(40062, '$switch expected each branch to be an object');
    const test = branch.get('case');
    const then = branch.get('then');
    if (test === undefined) throw new MongoError(40064, "$switch requires each branch have a 'case' expression");
    if (then === undefined) throw new MongoError(40065, "$switch requires each branch have a 'then' expression.");
    if (branch.size > 2) throw new MongoError(40063, '$switch found an unknown argument to a branch');
    return { test: scope.compile(test), result: scope.compile(then) };
  });
  const fallback = operand.has('default') ? scope.compile(operand.get('default') as Value) : undefined;
  return {
    constant: false,
    evaluate: (env) => {
      const found = branches.find((branch) => isTruthy(branch.test.evaluate(env)))?.result ?? fallback;
      if (found === undefined) {
        throw new MongoError(
          40066,
          '$switch could not find a matching branch for an input, and no default was specified.',
        );
      }
      return found.evaluate(env);
    },
  };
};

/** `$let` binds names for one expression. */
const letIn: Operator = (operand, scope, name) => {
  const given = namedOperands(name, operand, ['vars', 'in'], []);
  const vars = given.get('vars') ?? null;
  if (!isDoc(vars)) throw new MongoError('FailedToParse', 'invalid parameter: expected an object (vars)');
  const values = [...vars.values()].map((value) => scope.compile(value));
  const { scope: inner, slots } = scope.bind([...vars.keys()]);
  const body = inner.compile(given.get('in') ?? null);
  return {
    constant: false,
    evaluate: (env) => {
      const bound = values.map((value) => value.evaluate(env));
      slots.forEach((slot, index) => {
        env.slots[slot] = bound[index];
      });
      return body.evaluate(env);
    },
  };
};

/** "Conditional Expression Operators" and `$let`. */
export const CONDITIONAL_OPERATORS: OperatorTable = { $cond: cond, $ifNull: ifNull, $switch: choose, $let: letIn };
