import { MongoError } from '../mongo-error.ts';

/** One element of an encoded document: where it lies, without decoding its value. */
export interface RawElement {
  readonly name: string;
  readonly type: number;
  /** The element from its type byte to the end of its value. */
  readonly bytes: Buffer;
  /** The value alone. */
  readonly value: Buffer;
}

const DOCUMENT = 3;
const ARRAY = 4;
/** Value sizes of the types that always have the same (https://bsonspec.org/spec.html). */
const FIXED_SIZES = new Map([
  [0x01, 8],
  [0x06, 0],
  [0x07, 12],
  [0x08, 1],
  [0x09, 8],
  [0x0a, 0],
  [0x10, 4],
  [0x11, 8],
  [0x12, 8],
  [0x13, 16],
  [0x7f, 0],
  [0xff, 0],
]);
const LENGTH_EXCLUDES_ITSELF = new Map([
  [0x02, 4],
  [0x05, 5],
  [0x0c, 16],
  [0x0d, 4],
  [0x0e, 4],
]);

/** Walks the top level of an encoded document; throws InvalidBSON as soon as a length does not fit. */
export function* rawElements(document: Buffer): Generator<RawElement, void, void> {
  checkFrame(document);
  let at = 4;
  while (at < document.length - 1) {
    const start = at;
    const type = document[at] ?? 0;
    const nameEnd = document.indexOf(0, at + 1);
    if (nameEnd < 0) throw broken('a field name has no end');
    const end = valueEnd(document, type, nameEnd + 1);
    if (end > document.length - 1) throw broken('a value is longer than its document');
    yield {
      name: document.toString('utf8', at + 1, nameEnd),
      type,
      bytes: document.subarray(start, end),
      value: document.subarray(nameEnd + 1, end),
    };
    at = end;
  }
}

/** The documents of an encoded array (`documents`, `updates`, `deletes` of a write command), each as its own bytes. */
export function rawDocuments(array: RawElement): Buffer[] {
  if (array.type !== ARRAY) throw new MongoError('TypeMismatch', `field '${array.name}' must be an array`);
  const documents: Buffer[] = [];
  for (const element of rawElements(array.value)) {
    if (element.type !== DOCUMENT)
      throw new MongoError('TypeMismatch', `field '${array.name}.${element.name}' must be an object`);
    checkFrame(element.value);
    documents.push(element.value);
  }
  return documents;
}

/** An encoded document made of elements that are encoded already. */
export function joinElements(elements: readonly Uint8Array[]): Buffer {
  const size = elements.reduce((sum, element) => sum + element.length, 5);
  const document = Buffer.allocUnsafe(size);
  document.writeInt32LE(size, 0);
  let at = 4;
  for (const element of elements) {
    document.set(element, at);
    at += element.length;
  }
  document[at] = 0;
  return document;
}

function checkFrame(document: Buffer): void {
  if (document.length < 5 || document.readInt32LE(0) !== document.length || document[document.length - 1] !== 0)
    throw broken('a document has a wrong length');
}

function valueEnd(document: Buffer, type: number, at: number): number {
  const fixed = FIXED_SIZES.get(type);
  if (fixed !== undefined) return at + fixed;
  if (type === 0x0b) return afterString(document, afterString(document, at));
  if (at + 4 > document.length) throw broken('a value is longer than its document');
  const length = document.readInt32LE(at);
  if (length < 0) throw broken('a negative length');
  const extra = LENGTH_EXCLUDES_ITSELF.get(type);
  if (extra !== undefined) return at + extra + length;
  if (type === DOCUMENT || type === ARRAY || type === 0x0f) return at + length;
  throw broken(`unknown type 0x${type.toString(16)}`);
}

function afterString(document: Buffer, at: number): number {
  const end = document.indexOf(0, at);
  if (end < 0) throw broken('a regular expression has no end');
  return end + 1;
}

function broken(why: string): MongoError {
  return new MongoError('InvalidBSON', `not a valid BSON document: ${why}`);
}
