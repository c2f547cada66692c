import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BLOB_LIMIT } from '../../ports/blob-store.ts';
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
    const store = createBlobStore(db);
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
    expect(() => store.put({ name: 'x', type: 'x', bytes: Buffer.alloc(BLOB_LIMIT + 1) })).toThrow(RangeError);
  } finally {
    await connection.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 30_000);
