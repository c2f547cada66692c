import { Binary } from 'bson';
import { MongoError } from '../../mongo-error.ts';
import { encodeDocument } from '../../values/encode.ts';
import { typeName } from '../../values/types.ts';
import { Int32, isDoc, isNullish } from '../../values/value.ts';
import { type Operator, type OperatorTable, unary } from '../operator.ts';

/** Known to MongoDB, never run here. */
function refused(name: string): Operator {
  return () => {
    throw new MongoError('BadValue', `${name} is not supported`);
  };
}

/** "Data Size Operators", and what is refused by name. */
export const SIZE_OPERATORS: OperatorTable = {
  $bsonSize: unary((value) => {
    if (isNullish(value)) return null;
    if (!isDoc(value)) throw new MongoError(31393, `$bsonSize requires a document input, found: ${typeName(value)}`);
    return Int32.of(encodeDocument(value).length);
  }),
  $binarySize: unary((value) => {
    if (isNullish(value)) return null;
    if (typeof value === 'string') return Int32.of(Buffer.byteLength(value));
    if (value instanceof Binary) return Int32.of(value.length());
    throw new MongoError(51276, `$binarySize requires a string or BinData argument, found: ${typeName(value)}`);
  }),
  $function: refused('$function'),
  $accumulator: refused('$accumulator'),
  $meta: refused('$meta'),
  $toHashedIndexKey: refused('$toHashedIndexKey'),
};
