import { MongoError } from '../../mongo-error.ts';
import { compareValues, valuesEqual } from '../../values/compare.ts';
import { isTruthy, toSafeInteger } from '../../values/convert.ts';
import { createSorter } from '../../values/sort.ts';
import { typeName } from '../../values/types.ts';
import { Int32, isDoc, isNullish, type Maybe, type Value } from '../../values/value.ts';
import { Best } from '../accumulators/ranked.ts';
import {
  binary,
  expression,
  named,
  namedOperands,
  type Operator,
  type OperatorTable,
  unary,
  variadic,
} from '../operator.ts';

export function requireArray(value: Maybe, code: number, message: string): Value[] {
  if (!Array.isArray(value)) throw new MongoError(code, `${message}${typeName(value)}`);
  return value;
}

export function requireInteger(value: Maybe, code: number, message: string): number {
  const number = toSafeInteger(value);
  if (number === undefined) throw new MongoError(code, `${message}${typeName(value)}`);
  return number;
}

function elementAt(items: Maybe, index: Maybe): Maybe {
  if (isNullish(items) || isNullish(index)) return null;
  const array = requireArray(items, 28689, "$arrayElemAt's first argument must be an array, but is ");
  return array.at(requireInteger(index, 28690, "$arrayElemAt's second argument must be an integral value, but is "));
}

function edge(name: string, index: number): Operator {
  return unary((items) => {
    if (isNullish(items)) return null;
    return requireArray(items, 28689, `${name}'s argument must be an array, but is `).at(index);
  });
}

function concatenate(values: readonly Maybe[]): Maybe {
  if (values.some(isNullish)) return null;
  return values.flatMap((value) => requireArray(value, 28664, '$concatArrays only supports arrays, not '));
}

function indexOf([items, wanted, from, to]: readonly Maybe[], collation?: (a: string, b: string) => number): Maybe {
  if (isNullish(items)) return null;
  const array = requireArray(items, 40090, '$indexOfArray requires an array as a first argument, found: ');
  const start =
    from === undefined ? 0 : requireInteger(from, 40096, '$indexOfArray requires an integral starting index, found: ');
  const end =
    to === undefined
      ? array.length
      : requireInteger(to, 40096, '$indexOfArray requires an integral ending index, found: ');
  if (start < 0 || end < 0) throw new MongoError(40097, '$indexOfArray requires a nonnegative index');
  for (let index = start; index < Math.min(end, array.length); index += 1) {
    if (valuesEqual(array[index], wanted, collation)) return Int32.of(index);
  }
  return Int32.of(-1);
}

function range([from, to, by = Int32.of(1)]: readonly Maybe[]): Maybe {
  const start = requireInteger(from, 34443, '$range requires a numeric starting value, found value of type: ');
  const end = requireInteger(to, 34445, '$range requires a numeric ending value, found value of type: ');
  const step = requireInteger(by, 34447, '$range requires a numeric step value, found value of type: ');
  if (step === 0) throw new MongoError(34449, '$range requires a non-zero step value');
  const count = Math.max(0, Math.ceil((end - start) / step));
  if (count > 4_000_000) throw new MongoError('ExceededMemoryLimit', '$range would use too much memory');
  return Array.from({ length: count }, (_, index) => Int32.of(start + index * step));
}

function slice([items, first, second]: readonly Maybe[]): Maybe {
  if (isNullish(items) || first === null || second === null || first === undefined) return null;
  const array = requireArray(items, 28724, 'First argument to $slice must be an array, but is of type: ');
  const a = requireInteger(first, 28725, 'Second argument to $slice must be a numeric value, but is of type: ');
  if (second === undefined) return a < 0 ? array.slice(a) : array.slice(0, a);
  const count = requireInteger(second, 28727, 'Third argument to $slice must be numeric, but is of type: ');
  if (count <= 0) throw new MongoError(28729, 'Third argument to $slice must be positive');
  const start = a < 0 ? Math.max(0, array.length + a) : a;
  return array.slice(start, start + count);
}

const zip = named(['inputs'], ['useLongestLength', 'defaults'], ({ inputs, useLongestLength, defaults }) => {
  const lists = requireArray(inputs, 34461, 'inputs must be an array of expressions, found ');
  if (lists.some(isNullish)) return null;
  const arrays = lists.map((list) => requireArray(list, 34468, '$zip found a non-array expression in input: '));
  const longest = isTruthy(useLongestLength);
  if (!isNullish(defaults) && !longest)
    throw new MongoError(34466, 'cannot specify defaults unless useLongestLength is true');
  const fallback = isNullish(defaults)
    ? []
    : requireArray(defaults, 34462, 'defaults must be an array of expressions, found ');
  const lengths = arrays.map((array) => array.length);
  const length = lengths.length === 0 ? 0 : longest ? Math.max(...lengths) : Math.min(...lengths);
  return Array.from({ length }, (_, row) => arrays.map((array, column) => array[row] ?? fallback[column] ?? null));
});

const sortArray: Operator = (operand, scope, name) => {
  const given = namedOperands(name, operand, ['input', 'sortBy'], []);
  const input = scope.compile(given.get('input') ?? null);
  const sortBy = given.get('sortBy') ?? null;
  const direction = isDoc(sortBy) ? 1 : requireInteger(sortBy, 2942503, 'sortBy must be 1, -1 or an object, not ');
  if (direction !== 1 && direction !== -1) throw new MongoError(2942503, 'sortBy must be 1, -1 or an object');
  const compare = isDoc(sortBy)
    ? createSorter(sortBy, scope.collation).compareValues
    : (a: Value, b: Value) => direction * compareValues(a, b, scope.collation);
  return expression(input.constant, (env) => {
    const items = input.evaluate(env);
    if (isNullish(items)) return null;
    return requireArray(items, 2942504, 'The input argument to $sortArray must be an array, but was of type: ')
      .slice()
      .sort(compare);
  });
};

/** `$firstN`, `$lastN`, `$minN`, `$maxN` over one array. */
function several(take: (items: Value[], n: number, collation?: (a: string, b: string) => number) => Value[]): Operator {
  return named(['input', 'n'], [], ({ input, n }, scope) => {
    const count = requireInteger(n, 5787902, "Value for 'n' must be of integral type, but found ");
    if (count <= 0) throw new MongoError(5787908, "'n' must be greater than 0");
    return take(requireArray(input, 5788200, 'Input must be an array, but found '), count, scope.collation);
  });
}

function extremes(side: 1 | -1) {
  return (items: Value[], n: number, collation?: (a: string, b: string) => number) => {
    const best = new Best<Value>(n, (a, b) => side * compareValues(a, b, collation));
    for (const item of items) if (item !== null) best.add(item);
    return best.items;
  };
}

/** "Array Expression Operators" that look at one array as it is. */
export const ARRAY_OPERATORS: OperatorTable = {
  $arrayElemAt: binary(elementAt),
  $first: edge('$first', 0),
  $last: edge('$last', -1),
  $firstN: several((items, n) => items.slice(0, n)),
  $lastN: several((items, n) => items.slice(-n)),
  $minN: several(extremes(1)),
  $maxN: several(extremes(-1)),
  $concatArrays: variadic(concatenate),
  $in: binary((wanted, items, scope) =>
    requireArray(items, 40081, '$in requires an array as a second argument, found: ').some((item) =>
      valuesEqual(item, wanted, scope.collation),
    ),
  ),
  $indexOfArray: variadic((values, scope) => indexOf(values, scope.collation), 2, 4),
  $isArray: unary((value) => Array.isArray(value)),
  $range: variadic(range, 2, 3),
  $reverseArray: unary((items) => {
    if (isNullish(items)) return null;
    return requireArray(items, 34435, 'The argument to $reverseArray must be an array, but was of type: ')
      .slice()
      .reverse();
  }),
  $size: unary((items) =>
    Int32.of(requireArray(items, 17124, 'The argument to $size must be an array, but was of type: ').length),
  ),
  $slice: variadic(slice, 2, 3),
  $zip: zip,
  $sortArray: sortArray,
};
