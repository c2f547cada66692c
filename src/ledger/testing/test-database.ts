import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { startEmbeddedMongo } from '../../infra/embedded-mongo/start-embedded-mongo.ts';

/** An embedded store in a folder of its own, for one test file. */
export async function testDatabase(): Promise<{ db: (name: string) => Db; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'genjin-ledger-'));
  const server = await startEmbeddedMongo({ dataDir: folder });
  const client = await MongoClient.connect(server.uri);
  return {
    db: (name) => client.db(name),
    async close() {
      await client.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
