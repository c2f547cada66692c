import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MongoClient, MongoServerSelectionError } from 'mongodb';
import { PersonError } from '../../src/errors.ts';
import { startEmbeddedMongo } from '../../src/infra/embedded-mongo/start-embedded-mongo.ts';
import { DATA_FILE } from '../../src/infra/embedded-mongo/storage/lmdb-store.ts';
import { type Copied, copyStore } from './copy-store.ts';
import { progressBar } from './progress-bar.ts';
import type { storeTexts } from './texts.ts';

/** Copies a data folder that no process has open into a MongoDB server. Rejects with DataFolderInUse while one has. */
export async function copyFolder(dataDir: string, uri: string, words: ReturnType<typeof storeTexts>): Promise<Copied> {
  if (!existsSync(join(dataDir, DATA_FILE))) throw new PersonError(words.missing(dataDir));
  const server = await startEmbeddedMongo({ dataDir });
  const source = new MongoClient(server.uri);
  const target = new MongoClient(uri, {
    serverSelectionTimeoutMS: 10_000,
    writeConcern: { w: 'majority', journal: true },
  });
  try {
    await target.connect();
    return await copyStore(source, target, progressBar(process.stderr));
  } catch (error) {
    throw error instanceof MongoServerSelectionError ? new PersonError(words.unreachable) : error;
  } finally {
    await target.close();
    await source.close();
    await server.stop();
  }
}
