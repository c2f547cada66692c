import { Binary } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { isNumeric } from '../values/compare-numbers.ts';
import { toExactInteger } from '../values/convert.ts';
import type { Maybe, Value } from '../values/value.ts';
import type { FieldOperator } from './field-operator.ts';
import { otherNode } from './node-builders.ts';

function bad(message: string): MongoError {
  return new MongoError('BadValue', message);
}

/** Bit positions from a mask: a number, binary data, or a list of positions. */
function maskOf(name: string, value: Value): number[] {
  if (Array.isArray(value)) {
    return value.map((item) => {
      const position = isNumeric(item) ? toExactInteger(item) : undefined;
      if (position === undefined || position < 0n || position > 0x7fffffffn) {
        throw bad(`${name}: bit positions must be integers from 0 to 2147483647`);
      }
      return Number(position);
    });
  }
  if (isNumeric(value)) {
    const mask = toExactInteger(value);
    if (mask === undefined) throw bad(`Expected an integer: ${name}`);
    if (mask < 0n) throw bad(`Expected a non-negative number in: ${name}`);
    return Array.from({ length: 64 }, (_, index) => index).filter((index) => ((mask >> BigInt(index)) & 1n) === 1n);
  }
  if (value instanceof Binary) {
    const bits = value.length() * 8;
    return Array.from({ length: bits }, (_, index) => index).filter((index) => bitOfBytes(value.value(), index));
  }
  throw bad(`${name} takes an Array, a number, or a BinData but received: ${typeof value}`);
}

function bitOfBytes(bytes: Uint8Array, index: number): boolean {
  return (((bytes[index >> 3] ?? 0) >> (index & 7)) & 1) === 1;
}

/** Reads one bit of a stored value; undefined when the value has no bits. Numbers go on with their sign. */
function bitReader(value: Maybe): ((index: number) => boolean) | undefined {
  if (value instanceof Binary) {
    const bytes = value.value();
    return (index) => bitOfBytes(bytes, index);
  }
  const long = isNumeric(value) ? toExactInteger(value) : undefined;
  return long === undefined ? undefined : (index) => ((long >> BigInt(Math.min(index, 63))) & 1n) === 1n;
}

function operator(
  name: string,
  holds: (mask: readonly number[], bit: (index: number) => boolean) => boolean,
): readonly [string, FieldOperator] {
  return [
    name,
    (context, path, value) => {
      const mask = maskOf(name, value);
      return otherNode(context, path, name, 'each', (item) => {
        const bit = bitReader(item);
        return bit !== undefined && holds(mask, bit);
      });
    },
  ];
}

export const BIT_OPERATORS: readonly (readonly [string, FieldOperator])[] = [
  operator('$bitsAllSet', (mask, bit) => mask.every(bit)),
  operator('$bitsAnySet', (mask, bit) => mask.some(bit)),
  operator('$bitsAllClear', (mask, bit) => !mask.some(bit)),
  operator('$bitsAnyClear', (mask, bit) => !mask.every(bit)),
];
