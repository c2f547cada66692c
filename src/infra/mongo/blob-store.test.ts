import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSeals } from '../../ledger/create-seals.ts';
import { mongoSubjectKeys } from '../../ledger/subject-keys.ts';
import { BLOB_LIMIT } from '../../ports/blob-store.ts';
import { machineClock } from '../../ports/clock.ts';
import { startServer } from '../embedded-mongo/server.ts';
import { createBlobStore } from './blob-store.ts';
import { connectMongo } from './connect.ts';

test('what is kept is given back byte for byte, once for the same content, and no more than the limit', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'genjin-blobs-'));
  const server = await startServer({ dataDir, now: () => new Date() });
  const connection = await connectMongo(server.uri);
  try {
    const { db } = connection;
    if (db === undefined) throw new Error('open');
    const seals = createSeals(mongoSubjectKeys(db, machineClock));
    const store = createBlobStore(db, seals);
    for (const size of [0, 1, 256 * 1024, 256 * 1024 + 1, 3_000_000]) {
      const bytes = randomBytes(size);
      const id = await store.put({ name: '报价.pdf', type: 'application/pdf', bytes });
      expect(await store.put({ name: '报价.pdf', type: 'application/pdf', bytes })).toBe(id);
      const kept = await store.get(id);
      expect([kept?.name, kept?.type, Buffer.from(kept?.bytes ?? []).equals(bytes)]).toEqual([
        '报价.pdf',
        'application/pdf',
        true,
      ]);
    }
    expect(await store.get('none')).toBeNull();

    const words = Buffer.from('预算卡在财务总监手里');
    const told = { name: '腾云合同.txt', type: 'text/plain', bytes: words };
    const id = await store.put(told);
    const raw = async () =>
      JSON.stringify(await db.collection<{ _id: string }>('blob_chunks').findOne({ _id: `${id}/0` }));
    expect(Buffer.from(await raw()).includes(words.toString('base64').slice(0, 20))).toBe(false);
    expect(JSON.stringify(await db.collection<{ _id: string }>('blobs').findOne({ _id: id }))).not.toContain('腾云');
    const copies = await db.collection<{ _id: string }>('blobs').find({ _id: id }).toArray();
    await store.erase(id);
    expect(await store.get(id)).toBeNull();
    // A copy of the row is of no use any more; the same file, sent again, is a new one.
    expect(await seals.open('blobs', copies, () => null)).toEqual([expect.objectContaining({ name: null })]);
    expect(await store.put(told)).toBe(id);
    expect((await store.get(id))?.name).toBe('腾云合同.txt');
    expect(() => store.put({ name: 'x', type: 'x', bytes: Buffer.alloc(BLOB_LIMIT + 1) })).toThrow(RangeError);
  } finally {
    await connection.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
