// Where a document or key passes, Buffer is imported: the global one is a getter, asked anew at every mention.
import { Buffer } from 'node:buffer';

/** Gathers the bytes of one key; strings and names are escaped so that no key is the beginning of another. */
export class KeyWriter {
  private bytes = Buffer.allocUnsafe(2048);
  private at = 0;

  get length(): number {
    return this.at;
  }

  reset(): void {
    this.at = 0;
  }

  /** The key, with so many bytes yet to be written around it. */
  finish(before: number, behind: number): Buffer {
    const key = Buffer.allocUnsafe(before + this.at + behind);
    // Keys are short: byte by byte takes a third of what `copy` needs to set itself up.
    for (let index = 0; index < this.at; index += 1) key[before + index] = this.bytes[index] as number;
    return key;
  }

  latin1(): string {
    return this.bytes.toString('latin1', 0, this.at);
  }

  /** Turns ascending order into descending for all bytes since `from`. */
  complement(from: number): void {
    for (let index = from; index < this.at; index += 1) this.bytes[index] = ~(this.bytes[index] as number);
  }

  private reserve(size: number): void {
    if (this.at + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + size));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }

  byte(byte: number): void {
    this.reserve(1);
    this.bytes[this.at++] = byte;
  }

  uint32(value: number): void {
    this.reserve(4);
    this.at = this.bytes.writeUInt32BE(value >>> 0, this.at);
  }

  uint64(value: bigint): void {
    this.reserve(8);
    this.at = this.bytes.writeBigUInt64BE(value, this.at);
  }

  /** The magnitude of a double: for those of one sign the bits order as the values do. */
  magnitude(value: number): void {
    this.reserve(8);
    this.at = this.bytes.writeDoubleBE(Math.abs(value), this.at);
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  /**
   * UTF-8 with each zero byte followed by 0xFF, ended by 00 00. At most `limit` bytes of it are kept; a text that
   * was cut ends with 00 01 instead, behind the one that is as long as the limit. Answers whether all was kept.
   */
  text(text: string, limit: number): boolean {
    // No need to encode what cannot be kept: every unit is at least one byte (two more, not to split a character).
    const kept = text.length > limit + 2 ? text.slice(0, limit + 2) : text;
    this.reserve(kept.length * 3);
    const start = this.at;
    const end = start + this.utf8(kept);
    const whole = end - start <= limit && kept === text;
    this.at = Math.min(end, start + limit);
    if (kept.includes('\0')) this.escape(start);
    this.byte(0);
    this.byte(whole ? 0 : 1);
    return whole;
  }

  private utf8(text: string): number {
    if (text.length > 40) return this.bytes.write(text, this.at, 'utf8');
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit > 127) return this.bytes.write(text, this.at, 'utf8');
      this.bytes[this.at + index] = unit;
    }
    return text.length;
  }

  private escape(start: number): void {
    const plain = Uint8Array.prototype.slice.call(this.bytes, start, this.at);
    this.at = start;
    for (const byte of plain) {
      this.byte(byte);
      if (byte === 0) this.byte(0xff);
    }
  }
}
