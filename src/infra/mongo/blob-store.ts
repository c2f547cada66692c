import { createHash, randomUUID } from 'node:crypto';
import { Binary, type Db } from 'mongodb';
import { ServiceError } from '../../errors.ts';
import { BLOB_LIMIT, type BlobStore } from '../../ports/blob-store.ts';
import type { Seals } from '../../ports/seals.ts';

const CHUNK_BYTES = 256 * 1024;

interface BlobRow {
  _id: string;
  /** Under whose key its name and bytes lie: its own, so that it can be erased by itself. Left out: they lie plain. */
  subject?: string;
  name: string;
  type: string;
  size: number;
  /** How many documents its bytes are in. A blob is there once this is known: it is written last. */
  chunks?: number;
  /** When it is no longer needed. Left out: it stays. */
  until?: Date;
}

interface ChunkRow {
  /** `<blob>/<n>` */
  _id: string;
  /** Null once erased. */
  bytes: Binary | null;
}

/** Blobs in MongoDB, sealed, cut into chunks well below its limit for a document. */
export function createBlobStore(db: Db, seals: Seals): BlobStore {
  const blobs = db.collection<BlobRow>('blobs');
  const chunks = db.collection<ChunkRow>('blob_chunks');
  const upsert = { upsert: true };
  const blank = () => null;

  /** Whoever comes first says under which key the content lies. */
  async function claim(_id: string): Promise<string> {
    const subject = `blob:${randomUUID()}`;
    const how = { ...upsert, returnDocument: 'after' } as const;
    const row = await blobs.findOneAndUpdate({ _id }, { $setOnInsert: { subject } }, how);
    return row?.subject ?? subject;
  }

  return {
    put: ({ name, type, bytes }) => {
      if (bytes.length > BLOB_LIMIT) throw new RangeError('the blob is too large');
      return reach(async () => {
        const _id = createHash('sha256').update(bytes).digest('base64url');
        const subject = await claim(_id);
        const count = Math.ceil(bytes.length / CHUNK_BYTES);
        for (let n = 0; n < count; n++) {
          const part = new Binary(bytes.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES));
          const chunk: ChunkRow = { _id: `${_id}/${n}`, bytes: part };
          const sealed = await seals.seal('blob_chunks', chunk, [{ path: 'bytes', subject }]);
          await chunks.replaceOne({ _id: chunk._id }, { bytes: sealed.bytes }, upsert);
        }
        const row: BlobRow = { _id, subject, name, type, size: bytes.length, chunks: count };
        await blobs.replaceOne({ _id }, await seals.seal('blobs', row, [{ path: 'name', subject }]), upsert);
        return _id;
      });
    },
    get: (id) =>
      reach(async () => {
        const [row] = await seals.open('blobs', await blobs.find({ _id: id }).toArray(), blank);
        if (row?.chunks === undefined || row.name === null) return null;
        const parts: Uint8Array[] = [];
        for (let n = 0; n < row.chunks; n++) {
          const found = await chunks.find({ _id: `${id}/${n}` }).toArray();
          const [chunk] = await seals.open('blob_chunks', found, blank);
          if (chunk?.bytes == null) return null;
          parts.push(chunk.bytes.buffer.subarray(0, chunk.bytes.length()));
        }
        return { name: row.name, type: row.type, bytes: Buffer.concat(parts) };
      }),
    keepUntil: (id, until) =>
      reach(async () => {
        await blobs.updateOne({ _id: id }, until === null ? { $unset: { until: true } } : { $set: { until } });
      }),
    keptUntil: (by) =>
      reach(async () => {
        const until = by === null ? { $exists: true } : { $lte: by };
        return (await blobs.find({ until }, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
      }),
    erase: (id) =>
      reach(async () => {
        const row = await blobs.findOne({ _id: id });
        if (row === null) return;
        if (row.subject !== undefined) await seals.erase(row.subject);
        for (let n = 0; n < (row.chunks ?? 0); n++) await chunks.deleteOne({ _id: `${id}/${n}` });
        await blobs.deleteOne({ _id: id });
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
