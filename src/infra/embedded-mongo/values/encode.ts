import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, MinKey, ObjectId, Timestamp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { CodeWithScope, type Doc, Int32, type Value } from './value.ts';

/** Writes a document as BSON; the bytes are the caller's own. */
export function encodeDocument(doc: Doc): Uint8Array {
  const encoder = new Encoder();
  encoder.document(doc);
  return encoder.finish();
}

/** One buffer for all, since encoding never interleaves; given back when one document made it huge. */
let shared = Buffer.allocUnsafeSlow(1 << 16);
const KEEP = 1 << 20;

class Encoder {
  private bytes = shared;
  private at = 0;

  finish(): Uint8Array {
    const copy = Buffer.allocUnsafe(this.at);
    this.bytes.copy(copy, 0, 0, this.at);
    return copy;
  }

  document(doc: Doc): void {
    const start = this.open();
    for (const [name, value] of doc) this.element(name, value);
    this.close(start);
  }

  private array(items: Value[]): void {
    const start = this.open();
    for (let index = 0; index < items.length; index += 1) this.element(String(index), items[index] as Value);
    this.close(start);
  }

  private open(): number {
    this.reserve(4);
    this.at += 4;
    return this.at - 4;
  }

  private close(start: number): void {
    this.byte(0);
    this.bytes.writeInt32LE(this.at - start, start);
  }

  private reserve(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.at + size));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
    if (larger.length <= KEEP) shared = larger;
  }

  private byte(byte: number): void {
    this.reserve(1);
    this.bytes[this.at++] = byte;
  }

  private int32(value: number): void {
    this.reserve(4);
    this.at = this.bytes.writeInt32LE(value, this.at);
  }

  private raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  private text(text: string): void {
    this.reserve(text.length * 3 + 1);
    if (text.length > 24) {
      this.at += this.bytes.write(text, this.at, 'utf8');
      return;
    }
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit > 127) {
        this.at += this.bytes.write(text.slice(index), this.at, 'utf8');
        return;
      }
      this.bytes[this.at++] = unit;
    }
  }

  private name(name: string): void {
    if (name.includes('\0')) throw new MongoError('InvalidBSON', 'a field name cannot contain a null byte');
    this.text(name);
    this.byte(0);
  }

  private string(text: string): void {
    const start = this.open();
    this.text(text);
    this.byte(0);
    this.bytes.writeInt32LE(this.at - start - 4, start);
  }

  private head(type: number, name: string): void {
    this.byte(type);
    this.name(name);
  }

  private element(name: string, value: Value): void {
    switch (typeof value) {
      case 'string':
        this.head(0x02, name);
        this.string(value);
        return;
      case 'number':
        this.head(0x01, name);
        this.reserve(8);
        this.at = this.bytes.writeDoubleLE(value, this.at);
        return;
      case 'bigint':
        this.head(0x12, name);
        this.reserve(8);
        this.at = this.bytes.writeBigInt64LE(BigInt.asIntN(64, value), this.at);
        return;
      case 'boolean':
        this.head(0x08, name);
        this.byte(Number(value));
        return;
    }
    if (value === null) this.head(0x0a, name);
    else this.objectElement(name, value);
  }

  private objectElement(name: string, value: Exclude<Value, null | boolean | string | number | bigint>): void {
    if (value instanceof Int32) {
      this.head(0x10, name);
      this.int32(value.value);
    } else if (value instanceof Map) {
      this.head(0x03, name);
      this.document(value);
    } else if (Array.isArray(value)) {
      this.head(0x04, name);
      this.array(value);
    } else if (value instanceof Date) {
      this.head(0x09, name);
      const time = value.getTime();
      this.int32(time | 0);
      this.int32(Math.floor(time / 4294967296));
    } else if (value instanceof ObjectId) {
      this.head(0x07, name);
      this.raw(value.id);
    } else this.rareElement(name, value);
  }

  private rareElement(name: string, value: Value): void {
    if (value instanceof Binary) {
      this.head(0x05, name);
      this.int32(value.position);
      this.byte(value.sub_type);
      this.raw(value.value());
    } else if (value instanceof Decimal128) {
      this.head(0x13, name);
      this.raw(value.bytes);
    } else if (value instanceof Timestamp) {
      this.head(0x11, name);
      this.int32(value.low);
      this.int32(value.high);
    } else if (value instanceof BSONRegExp) {
      this.head(0x0b, name);
      this.name(value.pattern);
      this.name(value.options);
    } else if (value instanceof BSONSymbol) {
      this.head(0x0e, name);
      this.string(value.value);
    } else if (value instanceof Code) {
      this.head(0x0d, name);
      this.string(String(value.code));
    } else if (value instanceof CodeWithScope) {
      this.head(0x0f, name);
      const start = this.open();
      this.string(value.code);
      this.document(value.scope);
      this.bytes.writeInt32LE(this.at - start, start);
    } else {
      this.head(value instanceof MinKey ? 0xff : 0x7f, name);
    }
  }
}
