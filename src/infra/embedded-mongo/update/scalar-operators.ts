import { Decimal128, Timestamp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { calculate } from '../values/arithmetic.ts';
import { compareValues } from '../values/compare.ts';
import { isNumeric, type Numeric } from '../values/compare-numbers.ts';
import { typeName } from '../values/types.ts';
import { Int32, isDoc, type Maybe, type Value } from '../values/value.ts';
import { describe } from './describe.ts';
import type { FieldChange, UpdateOperator } from './field-change.ts';

const set: UpdateOperator = (value) => ({ creates: true, change: () => value });

/** `$inc` and `$mul`: a missing field counts as 0, whatever the type of the operand. */
function arithmetic(name: string, verb: string, operation: 'add' | 'multiply'): UpdateOperator {
  return (value, path) => {
    if (!isNumeric(value)) {
      throw new MongoError('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${path}: ${describe(value)}}`);
    }
    return { creates: true, change: (current, at) => apply(current, at) };

    function apply(current: Maybe, at: string): Maybe {
      if (current === undefined) return operation === 'add' ? value : zeroLike(value as Numeric);
      if (!isNumeric(current)) {
        throw new MongoError(
          'TypeMismatch',
          `Cannot apply ${name} to a value of non-numeric type. The document has the field '${at}' of non-numeric type ${typeName(current)}`,
        );
      }
      const result = calculate(operation, current, value as Numeric);
      if (result === undefined) {
        throw new MongoError('BadValue', `Failed to apply ${name} operations to current value (${describe(current)})`);
      }
      return result;
    }
  };
}

function zeroLike(value: Numeric): Value {
  if (value instanceof Decimal128) return Decimal128.fromString('0');
  if (typeof value === 'bigint') return 0n;
  return typeof value === 'number' ? 0 : Int32.of(0);
}

function extreme(better: (order: number) => boolean): UpdateOperator {
  return (value, _path, { collation }) => ({
    creates: true,
    change: (current) =>
      current === undefined || better(compareValues(value, current, collation)) ? value : undefined,
  });
}

const unset: UpdateOperator = () => ({ creates: false, edit: (editor, path) => editor.unset(path) });

const rename: UpdateOperator = (value, path) => {
  if (typeof value !== 'string') {
    throw new MongoError('BadValue', `The 'to' field for $rename must be a string: ${path}: ${describe(value)}`);
  }
  if (value === path) {
    throw new MongoError('BadValue', `The source and target field for $rename must differ: ${path}: "${value}"`);
  }
  for (const side of [path, value]) {
    if (side.split('.').some((part) => part.startsWith('$') || part === '')) {
      throw new MongoError('BadValue', `The source and target field for $rename may not be dynamic: ${side}`);
    }
  }
  const target = value.split('.');
  return {
    creates: false,
    target: value,
    edit: (editor, from) => {
      const moved = editor.get(from);
      if (moved === undefined) return;
      for (const side of [from, target]) {
        const inArray = side.some((_, index) => index > 0 && Array.isArray(editor.get(side.slice(0, index))));
        if (inArray)
          throw new MongoError('BadValue', `The field of $rename cannot be an array element, '${side.join('.')}'`);
      }
      editor.unset(from);
      editor.set(target, moved);
    },
  };
};

const currentDate: UpdateOperator = (value, _path, { now }) => {
  const type = isDoc(value) && value.size === 1 ? value.get('$type') : value;
  if (type === 'timestamp') {
    const stamp = new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
    return { creates: true, change: () => stamp };
  }
  if (type !== 'date' && typeof value !== 'boolean') {
    throw new MongoError(
      'BadValue',
      `${typeName(value)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  return { creates: true, change: () => now };
};

const BITWISE: Readonly<Record<string, (left: bigint, right: bigint) => bigint>> = {
  and: (left, right) => left & right,
  or: (left, right) => left | right,
  xor: (left, right) => left ^ right,
};

const bit: UpdateOperator = (value, path) => {
  if (!isDoc(value) || value.size === 0) {
    throw new MongoError(
      'BadValue',
      `The $bit modifier is not compatible with a ${typeName(value)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  }
  const steps = [...value].map(([name, operand]) => {
    const apply = BITWISE[name];
    if (apply === undefined) {
      throw new MongoError(
        'BadValue',
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${path}}`,
      );
    }
    if (typeof operand !== 'bigint' && !(operand instanceof Int32)) {
      throw new MongoError(
        'BadValue',
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(operand)}' is not supported here`,
      );
    }
    return { apply, operand };
  });
  const change = (current: Maybe) => steps.reduce((result, step) => bitwise(step.apply, result, step.operand), current);
  return { creates: true, change } satisfies FieldChange;
};

function bitwise(apply: (left: bigint, right: bigint) => bigint, current: Maybe, operand: bigint | Int32): Value {
  const left = current ?? Int32.of(0);
  if (typeof left !== 'bigint' && !(left instanceof Int32)) {
    throw new MongoError('BadValue', `Cannot apply $bit to a value of non-integral type ${typeName(left)}`);
  }
  const result = apply(toBigInt(left), toBigInt(operand));
  if (left instanceof Int32 && operand instanceof Int32) return Int32.of(Number(BigInt.asIntN(32, result)));
  return BigInt.asIntN(64, result);
}

function toBigInt(value: bigint | Int32): bigint {
  return value instanceof Int32 ? BigInt(value.value) : value;
}

/** "Field Update Operators" and "Bitwise Update Operator". */
export const SCALAR_OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $set: set,
  $setOnInsert: (value) => ({ creates: true, onInsert: true, change: () => value }),
  $unset: unset,
  $inc: arithmetic('$inc', 'increment', 'add'),
  $mul: arithmetic('$mul', 'multiply', 'multiply'),
  $min: extreme((order) => order < 0),
  $max: extreme((order) => order > 0),
  $rename: rename,
  $currentDate: currentDate,
  $bit: bit,
};
