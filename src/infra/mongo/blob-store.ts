import { createHash } from 'node:crypto';
import { Binary, type Db } from 'mongodb';
import { ServiceError } from '../../errors.ts';
import { BLOB_LIMIT, type BlobStore } from '../../ports/blob-store.ts';

const CHUNK_BYTES = 256 * 1024;

/** `chunks`: how many documents its bytes are in. A blob is there once this row is: it is written last. */
interface BlobRow {
  _id: string;
  name: string;
  type: string;
  size: number;
  chunks: number;
}

interface ChunkRow {
  /** `<blob>/<n>` */
  _id: string;
  bytes: Binary;
}

/** Blobs in MongoDB, cut into chunks well below its limit for a document. */
export function createBlobStore(db: Db): BlobStore {
  const blobs = db.collection<BlobRow>('blobs');
  const chunks = db.collection<ChunkRow>('blob_chunks');
  const upsert = { upsert: true };

  return {
    put: ({ name, type, bytes }) => {
      if (bytes.length > BLOB_LIMIT) throw new RangeError('the blob is too large');
      return reach(async () => {
        const _id = createHash('sha256').update(bytes).digest('base64url');
        const count = Math.ceil(bytes.length / CHUNK_BYTES);
        for (let n = 0; n < count; n++) {
          const part = new Binary(bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES));
          await chunks.updateOne({ _id: `${_id}/${n}` }, { $set: { bytes: part } }, upsert);
        }
        await blobs.updateOne({ _id }, { $set: { name, type, size: bytes.length, chunks: count } }, upsert);
        return _id;
      });
    },
    get: (id) =>
      reach(async () => {
        const row = await blobs.findOne({ _id: id });
        if (row === null) return null;
        const parts: Uint8Array[] = [];
        for (let n = 0; n < row.chunks; n++) {
          const chunk = await chunks.findOne({ _id: `${id}/${n}` });
          if (chunk === null) return null;
          parts.push(chunk.bytes.buffer.subarray(0, chunk.bytes.length()));
        }
        return { name: row.name, type: row.type, bytes: Buffer.concat(parts) };
      }),
  };
}

async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new ServiceError('the store does not answer', { cause });
  }
}
