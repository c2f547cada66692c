import type { Db } from 'mongodb';
import type { Connection } from 'mongoose';
import { runningServerUri } from '../infra/embedded-mongo/running-server.ts';
import { startEmbeddedMongo } from '../infra/embedded-mongo/start-embedded-mongo.ts';
import { connectMongo } from '../infra/mongo/connect.ts';

export interface OpenStore {
  connection: Connection;
  db: Db;
  uri: string;
  /** `embedded`: started here, nobody else is on it; `running`: another process's embedded store; `server`: a MongoDB server. */
  kind: 'embedded' | 'running' | 'server';
  close(): Promise<void>;
}

export interface StoreWhere {
  DATA_DIR: string;
  MONGODB_URI?: string | undefined;
}

/**
 * Opens the store that the variables name. `share`: a tool (doctor, admin, backup) that may use the embedded store of a
 * server that is running now. Rejects with the error DataFolderInUse where another process has the folder and `share`
 * is off.
 */
export async function openStore(
  where: StoreWhere,
  options: { share?: boolean; onExit?: (error: Error) => void } = {},
): Promise<OpenStore> {
  if (where.MONGODB_URI !== undefined) return connected(where.MONGODB_URI, 'server', async () => {});
  const running = options.share === true ? await runningServerUri(where.DATA_DIR) : undefined;
  if (running !== undefined) return connected(running, 'running', async () => {});
  const { onExit } = options;
  const server = await startEmbeddedMongo({ dataDir: where.DATA_DIR, ...(onExit === undefined ? {} : { onExit }) });
  return connected(server.uri, 'embedded', server.stop);
}

async function connected(uri: string, kind: OpenStore['kind'], stop: () => Promise<void>): Promise<OpenStore> {
  const connection = await connectMongo(uri).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const close = async () => {
    await connection.close();
    await stop();
  };
  const { db } = connection;
  if (db === undefined) throw new Error('the connection is open');
  return { connection, db, uri, kind, close };
}
