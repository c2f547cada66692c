import { MongoError } from '../../mongo-error.ts';
import { isTruthy, toSafeInteger } from '../../values/convert.ts';
import { typeName } from '../../values/types.ts';
import { isNullish, type Maybe, type Value } from '../../values/value.ts';
import { namedOperands, type Operator, type OperatorTable } from '../operator.ts';

function variableName(given: ReadonlyMap<string, Value>): string {
  const as = given.get('as') ?? 'this';
  if (typeof as !== 'string') throw new MongoError('FailedToParse', "'as' must be a string");
  return as;
}

function arrayOrNull(value: Maybe, code: number, message: string): Value[] | undefined {
  if (isNullish(value)) return undefined;
  if (!Array.isArray(value)) throw new MongoError(code, `${message} ${typeName(value)}`);
  return value;
}

const map: Operator = (operand, scope, name) => {
  const given = namedOperands(name, operand, ['input', 'in'], ['as']);
  const input = scope.compile(given.get('input') ?? null);
  const { scope: inner, slots } = scope.bind([variableName(given)]);
  const [slot = 0] = slots;
  const body = inner.compile(given.get('in') ?? null);
  return {
    constant: false,
    evaluate: (env) => {
      const items = arrayOrNull(input.evaluate(env), 16883, 'input to $map must be an array not');
      if (items === undefined) return null;
      return items.map((item) => {
        env.slots[slot] = item;
        return body.evaluate(env) ?? null;
      });
    },
  };
};

const filter: Operator = (operand, scope, name) => {
  const given = namedOperands(name, operand, ['input', 'cond'], ['as', 'limit']);
  const input = scope.compile(given.get('input') ?? null);
  const most = given.has('limit') ? scope.compile(given.get('limit') ?? null) : undefined;
  const { scope: inner, slots } = scope.bind([variableName(given)]);
  const [slot = 0] = slots;
  const body = inner.compile(given.get('cond') ?? null);
  return {
    constant: false,
    evaluate: (env) => {
      const items = arrayOrNull(input.evaluate(env), 28651, 'input to $filter must be an array not');
      if (items === undefined) return null;
      const limit = limitOf(most?.evaluate(env));
      const kept: Value[] = [];
      for (const item of items) {
        env.slots[slot] = item;
        if (isTruthy(body.evaluate(env))) kept.push(item);
        if (kept.length === limit) break;
      }
      return kept;
    },
  };
};

function limitOf(value: Maybe): number {
  if (isNullish(value)) return Number.POSITIVE_INFINITY;
  const limit = toSafeInteger(value);
  if (limit === undefined)
    throw new MongoError(327391, '$filter: limit must be represented as a 32-bit integral value');
  if (limit <= 0) throw new MongoError(327392, '$filter: limit must be greater than 0');
  return limit;
}

const reduce: Operator = (operand, scope, name) => {
  const given = namedOperands(name, operand, ['input', 'initialValue', 'in'], []);
  const input = scope.compile(given.get('input') ?? null);
  const initial = scope.compile(given.get('initialValue') ?? null);
  const { scope: inner, slots } = scope.bind(['this', 'value']);
  const [thisSlot = 0, valueSlot = 0] = slots;
  const body = inner.compile(given.get('in') ?? null);
  return {
    constant: false,
    evaluate: (env) => {
      const items = arrayOrNull(input.evaluate(env), 40080, '$reduce requires that input be an array, found:');
      if (items === undefined) return null;
      let value = initial.evaluate(env);
      for (const item of items) {
        env.slots[thisSlot] = item;
        env.slots[valueSlot] = value;
        value = body.evaluate(env);
      }
      return value;
    },
  };
};

/** The array operators that run an expression for each element. */
export const LOOP_OPERATORS: OperatorTable = { $map: map, $filter: filter, $reduce: reduce };
