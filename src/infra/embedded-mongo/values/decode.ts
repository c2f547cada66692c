import { Buffer } from 'node:buffer';
import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { readName } from './names.ts';
import { CodeWithScope, type Doc, Int32, type Value } from './value.ts';

/** MongoDB's own limit for documents on the wire. */
const MAX_DEPTH = 200;

/**
 * Reads one BSON document (bsonspec.org) that starts at `start`; its length stands in its first four bytes.
 * Every length is checked against the bytes there are; what does not fit is refused with InvalidBSON (22).
 */
export function decodeDocument(bytes: Uint8Array, start = 0): Doc {
  return new Decoder(bytes).document(start, bytes.length, 0);
}

/** Reads only the named top-level fields and steps over the rest, which is most of the cost of a document. */
export function decodeFields(bytes: Uint8Array, names: ReadonlySet<string>, start = 0): Doc {
  return new Decoder(bytes).fields(start, names);
}

function invalid(reason: string): MongoError {
  return new MongoError('InvalidBSON', `Invalid BSON: ${reason}`);
}

class Decoder {
  /** Read without a DataView: to make one costs more than a short document has numbers. */
  private readonly bytes: Buffer;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  document(start: number, limit: number, depth: number): Doc {
    const end = this.open(start, limit, depth);
    const doc: Doc = new Map();
    for (;;) {
      const type = this.bytes[this.at++];
      if (type === 0) break;
      const name = this.name(end);
      doc.set(name, this.value(type, end, depth));
    }
    this.close(end);
    return doc;
  }

  fields(start: number, names: ReadonlySet<string>): Doc {
    const end = this.open(start, this.bytes.length, 0);
    const doc: Doc = new Map();
    let wanted = names.size;
    while (wanted > 0) {
      const type = this.bytes[this.at++];
      if (type === 0) break;
      const name = this.name(end);
      if (names.has(name)) {
        doc.set(name, this.value(type, end, 0));
        wanted -= 1;
      } else {
        this.skip(type, end);
      }
    }
    return doc;
  }

  private array(start: number, limit: number, depth: number): Value[] {
    const end = this.open(start, limit, depth);
    const items: Value[] = [];
    for (;;) {
      const type = this.bytes[this.at++];
      if (type === 0) break;
      // The names of array elements carry nothing: MongoDB too goes by position.
      while (this.at < end && this.bytes[this.at] !== 0) this.at += 1;
      this.at += 1;
      items.push(this.value(type, end, depth));
    }
    this.close(end);
    return items;
  }

  /** Leaves `at` behind the length and returns where the document ends. */
  private open(start: number, limit: number, depth: number): number {
    if (depth > MAX_DEPTH)
      throw new MongoError('Overflow', `BSONObj exceeds maximum nested object depth: ${MAX_DEPTH}`);
    if (start + 5 > limit) throw invalid('document shorter than 5 bytes');
    const size = this.bytes.readInt32LE(start);
    const end = start + size;
    if (size < 5 || end > limit || this.bytes[end - 1] !== 0) throw invalid(`bad document size ${size}`);
    this.at = start + 4;
    return end;
  }

  private close(end: number): void {
    if (this.at !== end) throw invalid('document does not end where its size says');
  }

  private name(end: number): string {
    const name = readName(this.bytes, this.at, end - 1);
    this.at = name.next;
    if (name.next > end - 1) throw invalid('field name without an end');
    return name.text;
  }

  /** Moves over `size` bytes that must lie inside the enclosing document (its last byte excluded). */
  private take(size: number, end: number): number {
    const from = this.at;
    if (size < 0 || from + size > end - 1) throw invalid('value runs over the end of its document');
    this.at = from + size;
    return from;
  }

  private string(end: number): string {
    const size = this.bytes.readInt32LE(this.take(4, end));
    if (size < 1) throw invalid(`bad string size ${size}`);
    const from = this.take(size, end);
    if (this.bytes[from + size - 1] !== 0) throw invalid('string without an end');
    return this.text(from, from + size - 1);
  }

  /** Short ASCII is by far the most frequent and faster to build by hand than through the decoder's C++ side. */
  private text(from: number, to: number): string {
    if (to - from > 24) return this.bytes.toString('utf8', from, to);
    let text = '';
    for (let index = from; index < to; index += 1) {
      const byte = this.bytes[index] as number;
      if (byte > 127) return this.bytes.toString('utf8', from, to);
      text += String.fromCharCode(byte);
    }
    return text;
  }

  private value(type: number | undefined, end: number, depth: number): Value {
    switch (type) {
      case 0x01:
        return this.bytes.readDoubleLE(this.take(8, end));
      case 0x02:
        return this.string(end);
      case 0x03:
        return this.document(this.at, end - 1, depth + 1);
      case 0x04:
        return this.array(this.at, end - 1, depth + 1);
      case 0x07:
        return new ObjectId(this.bytes.subarray(this.take(12, end), this.at));
      case 0x08:
        return this.boolean(end);
      case 0x09:
        return this.date(end);
      case 0x0a:
        return null;
      case 0x10:
        return Int32.of(this.bytes.readInt32LE(this.take(4, end)));
      case 0x12:
        return this.bytes.readBigInt64LE(this.take(8, end));
      default:
        return this.rareValue(type, end, depth);
    }
  }

  private boolean(end: number): boolean {
    const byte = this.bytes[this.take(1, end)];
    if (byte !== 0 && byte !== 1) throw invalid(`bad boolean ${byte}`);
    return byte === 1;
  }

  private date(end: number): Date {
    const from = this.take(8, end);
    const date = new Date(this.bytes.readInt32LE(from + 4) * 4294967296 + this.bytes.readUInt32LE(from));
    if (Number.isNaN(date.getTime())) throw invalid('date outside the years -271821 to 275760');
    return date;
  }

  private rareValue(type: number | undefined, end: number, depth: number): Value {
    switch (type) {
      case 0x05:
        return this.binary(end);
      case 0x0b: {
        const pattern = this.name(end);
        return new BSONRegExp(pattern, this.name(end).replace(/[^ilmsux]/g, ''));
      }
      case 0x0d:
        return new Code(this.string(end));
      case 0x0e:
        return new BSONSymbol(this.string(end));
      case 0x0f: {
        this.take(4, end);
        const code = this.string(end);
        return new CodeWithScope(code, this.document(this.at, end - 1, depth + 1));
      }
      case 0x11:
        return new Timestamp(this.bytes.readBigUInt64LE(this.take(8, end)));
      case 0x13:
        return new Decimal128(new Uint8Array(this.bytes.subarray(this.take(16, end), this.at)));
      case 0x7f:
        return new MaxKey();
      case 0xff:
        return new MinKey();
      default:
        throw invalid(`unsupported type ${type}`);
    }
  }

  /** Copied, because the bytes belong to a message or a page of the store that will be used again. */
  private binary(end: number): Binary {
    const size = this.bytes.readInt32LE(this.take(4, end));
    const subtype = this.bytes[this.take(1, end)] as number;
    const from = this.take(size, end);
    const copy = Buffer.allocUnsafe(size);
    copy.set(this.bytes.subarray(from, from + size));
    return new Binary(copy, subtype);
  }

  private skip(type: number | undefined, end: number): void {
    const size = FIXED_SIZES[type ?? 0];
    if (size !== undefined) {
      this.take(size, end);
    } else if (type === 0x0b) {
      this.name(end);
      this.name(end);
    } else {
      const length = this.at + 4 <= end ? this.bytes.readInt32LE(this.at) : -1;
      const extra = EXTRA_SIZES[type ?? 0];
      if (extra === undefined || length < 0) throw invalid(`unsupported type ${type}`);
      this.take(length + extra, end);
    }
  }
}

const FIXED_SIZES: Readonly<Record<number, number>> = {
  1: 8,
  7: 12,
  8: 1,
  9: 8,
  10: 0,
  16: 4,
  17: 8,
  18: 8,
  19: 16,
  127: 0,
  255: 0,
};

/** What a length field leaves out: of strings and code itself (4), of binary itself and its subtype (5). */
const EXTRA_SIZES: Readonly<Record<number, number>> = { 2: 4, 3: 0, 4: 0, 5: 5, 13: 4, 14: 4, 15: 0 };
