import { MongoError } from '../../mongo-error.ts';
import { typeName } from '../../values/types.ts';
import { type Doc, isDoc, isNullish, type Maybe, type Value } from '../../values/value.ts';
import { mergedObjects } from '../accumulators/basic.ts';
import { expression, namedOperands, type Operator, type OperatorTable, unary, variadic } from '../operator.ts';
import type { Scope } from '../scope.ts';

function merge(values: readonly Maybe[]): Maybe {
  const merged = mergedObjects();
  for (const value of values) merged.add(value);
  return merged.result();
}

function toPairs(value: Maybe): Maybe {
  if (isNullish(value)) return null;
  if (!isDoc(value)) throw new MongoError(40390, `$objectToArray requires a document input, found: ${typeName(value)}`);
  return [...value].map(
    ([k, v]): Doc =>
      new Map<string, Value>([
        ['k', k],
        ['v', v],
      ]),
  );
}

/** From `[[k, v], …]` or `[{ k, v }, …]`. */
function fromPairs(value: Maybe): Maybe {
  if (isNullish(value)) return null;
  if (!Array.isArray(value))
    throw new MongoError(40386, `$arrayToObject requires an array input, found: ${typeName(value)}`);
  const result: Doc = new Map();
  for (const item of value) {
    const [key, part] = pairOf(item);
    if (typeof key !== 'string')
      throw new MongoError(40395, `$arrayToObject requires keys of type string, found: ${typeName(key)}`);
    if (key.includes('\0')) throw new MongoError(4940401, 'Key field cannot contain an embedded null byte');
    result.set(key, part);
  }
  return result;
}

function pairOf(item: Value): readonly [Maybe, Value] {
  if (Array.isArray(item)) {
    if (item.length !== 2) throw new MongoError(40397, '$arrayToObject requires an array of size 2 arrays');
    return [item[0], item[1] ?? null];
  }
  if (!isDoc(item) || item.size !== 2 || !item.has('k') || !item.has('v')) {
    throw new MongoError(40392, "$arrayToObject requires an object with keys 'k' and 'v'");
  }
  return [item.get('k'), item.get('v') ?? null];
}

function fieldName(value: Value | undefined, scope: Scope, operator: string): string {
  const compiled = scope.compile(value ?? null);
  const name = compiled.constant ? compiled.evaluate(scope.enter(new Map())) : undefined;
  if (typeof name !== 'string')
    throw new MongoError(5654602, `${operator} requires 'field' to evaluate to a constant string`);
  return name;
}

/** Names with dots and dollars are names here, not paths. */
const getField: Operator = (operand, scope, operator) => {
  const shorthand = !isDoc(operand) || operand.keys().next().value?.startsWith('$');
  const given = shorthand ? new Map([['field', operand]]) : namedOperands(operator, operand, ['field', 'input'], []);
  const name = fieldName(given.get('field'), scope, operator);
  const input = given.get('input');
  if (input === undefined) {
    scope.reads.addAll();
    return { constant: false, evaluate: (env) => env.doc.get(name) };
  }
  const source = scope.compile(input);
  return expression(source.constant, (env) => {
    const value = source.evaluate(env);
    if (isDoc(value)) return value.get(name);
    return value === null ? null : undefined;
  });
};

function writer(remove: boolean): Operator {
  return (operand, scope, operator) => {
    const given = namedOperands(operator, operand, remove ? ['field', 'input'] : ['field', 'input', 'value'], []);
    const name = fieldName(given.get('field'), scope, operator);
    const source = scope.compile(given.get('input') ?? null);
    const fresh = remove ? undefined : scope.compile(given.get('value') ?? null);
    return {
      constant: false,
      evaluate: (env) => {
        const value = source.evaluate(env);
        if (isNullish(value)) return null;
        if (!isDoc(value)) throw new MongoError(4161105, `${operator} requires 'input' to evaluate to type Object`);
        const result: Doc = new Map(value);
        const part = fresh?.evaluate(env);
        if (part === undefined) result.delete(name);
        else result.set(name, part);
        return result;
      },
    };
  };
}

/** "Object Expression Operators". */
export const OBJECT_OPERATORS: OperatorTable = {
  $mergeObjects: variadic(merge),
  $objectToArray: unary(toPairs),
  $arrayToObject: unary(fromPairs),
  $getField: getField,
  $setField: writer(false),
  $unsetField: writer(true),
};
