import { crc32 } from 'node:zlib';
import { MongoError } from '../mongo-error.ts';

const CHECKSUM_BYTES = 4;

/** A document as it is stored: a checksum, then the BSON bytes that the client sent. */
export function toRecord(document: Uint8Array): Buffer {
  const record = Buffer.allocUnsafe(CHECKSUM_BYTES + document.length);
  record.set(document, CHECKSUM_BYTES);
  record.writeUInt32LE(crc32(document), 0);
  return record;
}

/** The document of a record; throws DataCorruptionDetected rather than serve bytes that changed on disk. */
export function fromRecord(record: Buffer, where: string): Buffer {
  const document = record.subarray(CHECKSUM_BYTES);
  if (record.length <= CHECKSUM_BYTES || crc32(document) !== record.readUInt32LE(0))
    throw new MongoError('DataCorruptionDetected', `the stored document ${where} does not match its checksum`);
  return document;
}
