import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import { MongoError } from '../mongo-error.ts';

const CHECKSUM_BYTES = 4;

/** A value as it is stored, above all a document: a checksum, then the bytes (of a document those that the client sent). */
export function toRecord(value: Uint8Array): Buffer {
  const record = Buffer.allocUnsafe(CHECKSUM_BYTES + value.length);
  record.set(value, CHECKSUM_BYTES);
  record.writeUInt32LE(crc32(value), 0);
  return record;
}

/** The value of a record; throws DataCorruptionDetected rather than serve bytes that changed on disk. */
export function fromRecord(record: Buffer, where: string): Buffer {
  const value = record.subarray(CHECKSUM_BYTES);
  if (record.length <= CHECKSUM_BYTES || crc32(value) !== record.readUInt32LE(0))
    throw new MongoError('DataCorruptionDetected', `what is stored of ${where} does not match its checksum`);
  return value;
}
