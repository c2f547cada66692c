import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Collection, type Db, MongoClient } from 'mongodb';
import { type RunningServer, type ServerOptions, startServer } from '../server.ts';

export interface TestServer {
  readonly dataDir: string;
  readonly client: MongoClient;
  readonly db: Db;
  /** An empty collection of its own for each test. */
  collection(): Collection;
  /** Moves the server's clock. */
  setTime(now: Date): void;
  stop(): Promise<void>;
}

/** A server on this thread with a driver connected to it, in a temporary folder. */
export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-'));
  let time: Date | undefined;
  const server: RunningServer = await startServer({
    dataDir,
    now: () => time ?? new Date(),
    testCommands: true,
    ...options,
  });
  const client = await new MongoClient(server.uri).connect();
  const db = client.db('test');
  let made = 0;
  return {
    dataDir,
    client,
    db,
    collection: () => db.collection(`c${++made}`),
    setTime: (now) => {
      time = now;
    },
    stop: async () => {
      await client.close();
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
