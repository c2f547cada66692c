import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, MongoClient } from 'mongodb';
import { startEmbeddedMongo } from '../../infra/embedded-mongo/start-embedded-mongo.ts';

export interface TestDatabase {
  /** For files of the test's own. */
  folder: string;
  db: (name: string) => Db;
  /** The names of the commands that were sent while `act` ran. */
  commandsOf: (act: () => Promise<unknown>) => Promise<string[]>;
  close: () => Promise<void>;
}

/** An embedded store in a folder of its own, for one test file. */
export async function testDatabase(): Promise<TestDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'genjin-ledger-'));
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  const server = await startEmbeddedMongo({ dataDir });
  const client = await MongoClient.connect(server.uri, { monitorCommands: true });
  return {
    folder,
    db: (name) => client.db(name),
    async commandsOf(act) {
      const names: string[] = [];
      const note = ({ commandName }: { commandName: string }) => void names.push(commandName);
      client.on('commandStarted', note);
      await act();
      client.off('commandStarted', note);
      return names;
    },
    async close() {
      await client.close();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
