import { MongoError } from '../../mongo-error.ts';
import { typeName } from '../../values/types.ts';
import { Int32, isNullish, type Maybe } from '../../values/value.ts';
import { binary, named, type Operator, type OperatorTable, unary, variadic } from '../operator.ts';
import { requireInteger } from './arrays.ts';
import { coerceToString } from './to-string.ts';

function requireString(value: Maybe, code: number, message: string): string {
  if (typeof value !== 'string') throw new MongoError(code, `${message}${typeName(value)}`);
  return value;
}

function concat(values: readonly Maybe[]): Maybe {
  if (values.some(isNullish)) return null;
  return values.map((value) => requireString(value, 16702, '$concat only supports strings, not ')).join('');
}

/** Only ASCII letters change, as the manual says. */
function cased(change: (letter: string) => string, letters: RegExp): Operator {
  return unary((value) => coerceToString(value).replace(letters, change));
}

function upper(text: string): string {
  return text.replace(/[a-z]+/g, (part) => part.toUpperCase());
}

function split(value: Maybe, separator: Maybe): Maybe {
  if (isNullish(value) || isNullish(separator)) return null;
  const text = requireString(
    value,
    40085,
    '$split requires an expression that evaluates to a string as a first argument, found: ',
  );
  const by = requireString(
    separator,
    40086,
    '$split requires an expression that evaluates to a string as a second argument, found: ',
  );
  if (by === '') throw new MongoError(40087, '$split requires a non-empty separator');
  return text.split(by);
}

const WHITESPACE = [...'\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'];

function trimmed(name: string, left: boolean, right: boolean): Operator {
  return named(['input'], ['chars'], (values) => {
    const { input, chars } = values;
    if (isNullish(input)) return null;
    const text = [...requireString(input, 50699, `${name} requires its input to be a string, got `)];
    if ('chars' in values && isNullish(chars)) return null;
    const set = new Set(
      chars === undefined ? WHITESPACE : requireString(chars, 50700, `${name} requires 'chars' to be a string, got `),
    );
    let start = 0;
    let end = text.length;
    while (left && start < end && set.has(text[start] as string)) start += 1;
    while (right && end > start && set.has(text[end - 1] as string)) end -= 1;
    return text.slice(start, end).join('');
  });
}

/** In code points; a length beyond the end is the rest. */
function substringByPoints(value: Maybe, from: Maybe, count: Maybe): string {
  const text = [...coerceToString(value)];
  const start = requireInteger(from, 34450, '$substrCP: starting index must be a numeric type, is ');
  const length = requireInteger(count, 34452, '$substrCP: length must be a numeric type, is ');
  if (start < 0) throw new MongoError(34455, '$substrCP: the starting index must be nonnegative integer.');
  if (length < 0) throw new MongoError(34454, '$substrCP: length must be a nonnegative integer.');
  return text.slice(start, start + length).join('');
}

/** In UTF-8 bytes; a range that cuts a character is refused. A negative length is the rest. */
function substringByBytes(value: Maybe, from: Maybe, count: Maybe): string {
  const bytes = Buffer.from(coerceToString(value), 'utf8');
  const start = requireInteger(from, 16034, '$substrBytes: starting index must be a numeric type, is ');
  const length = requireInteger(count, 16035, '$substrBytes: length must be a numeric type, is ');
  if (start < 0) throw new MongoError(50752, '$substrBytes: starting index must be non-negative');
  const end = length < 0 ? bytes.length : Math.min(bytes.length, start + length);
  const inside = (index: number) => index < bytes.length && ((bytes[index] ?? 0) & 0xc0) === 0x80;
  if (inside(start))
    throw new MongoError(28656, '$substrBytes: Invalid range, starting index is a UTF-8 continuation byte.');
  if (inside(end))
    throw new MongoError(28657, '$substrBytes: Invalid range, ending index is in the middle of a UTF-8 character.');
  return start >= bytes.length ? '' : bytes.toString('utf8', start, end);
}

function substring(apply: (value: Maybe, from: Maybe, count: Maybe) => string): Operator {
  return variadic(([value, from, count]) => apply(value, from, count), 3, 3);
}

/** `$indexOfBytes` and `$indexOfCP`, on the text cut into its units. */
function indexOf(name: string, units: (text: string) => readonly (string | number)[]): Operator {
  return variadic(
    ([value, part, from, to]) => {
      if (isNullish(value)) return null;
      const text = units(requireString(value, 40091, `${name} requires a string as the first argument, found: `));
      const wanted = units(requireString(part, 40092, `${name} requires a string as the second argument, found: `));
      const start =
        from === undefined
          ? 0
          : requireInteger(from, 40096, `${name} requires an integral starting index, found a value of type: `);
      const end =
        to === undefined
          ? text.length
          : requireInteger(to, 40096, `${name} requires an integral ending index, found a value of type: `);
      if (start < 0 || end < 0) throw new MongoError(40097, `${name} requires a nonnegative index`);
      for (let index = start; index + wanted.length <= Math.min(end, text.length); index += 1) {
        if (wanted.every((unit, offset) => text[index + offset] === unit)) return Int32.of(index);
      }
      return Int32.of(-1);
    },
    2,
    4,
  );
}

function replaced(name: string, replace: (text: string, find: string, replacement: string) => string): Operator {
  return named(['input', 'find', 'replacement'], [], ({ input, find, replacement }) => {
    const parts = [input, find, replacement];
    const code = [51746, 51745, 51744];
    parts.forEach((part, index) => {
      if (!isNullish(part))
        requireString(
          part,
          code[index] ?? 2,
          `${name} requires its arguments to evaluate to a string or null, found: `,
        );
    });
    if (parts.some(isNullish)) return null;
    return replace(input as string, find as string, replacement as string);
  });
}

/** "String Expression Operators" but for the regular expressions. */
export const STRING_OPERATORS: OperatorTable = {
  $concat: variadic(concat),
  $toLower: cased((part) => part.toLowerCase(), /[A-Z]+/g),
  $toUpper: unary((value) => upper(coerceToString(value))),
  $strcasecmp: binary((left, right) => {
    const a = upper(coerceToString(left));
    const b = upper(coerceToString(right));
    return Int32.of(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
  }),
  $split: binary(split),
  $trim: trimmed('$trim', true, true),
  $ltrim: trimmed('$ltrim', true, false),
  $rtrim: trimmed('$rtrim', false, true),
  $substr: substring(substringByBytes),
  $substrBytes: substring(substringByBytes),
  $substrCP: substring(substringByPoints),
  $strLenBytes: unary((value) =>
    Int32.of(Buffer.byteLength(requireString(value, 34473, '$strLenBytes requires a string argument, found: '))),
  ),
  $strLenCP: unary((value) =>
    Int32.of([...requireString(value, 34471, '$strLenCP requires a string argument, found: ')].length),
  ),
  $indexOfBytes: indexOf('$indexOfBytes', (text) => [...Buffer.from(text)]),
  $indexOfCP: indexOf('$indexOfCP', (text) => [...text]),
  $replaceOne: replaced('$replaceOne', (text, find, replacement) => text.replace(find, () => replacement)),
  $replaceAll: replaced('$replaceAll', (text, find, replacement) => text.replaceAll(find, () => replacement)),
};
