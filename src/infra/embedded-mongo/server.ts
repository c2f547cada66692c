import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { resolve } from 'node:path';
import { SocketConnection } from './connection.ts';
import { createEngine, type Engine } from './engine.ts';
import { startExpiry } from './expiry.ts';
import { announcementPath, socketUri, tcpUri } from './running-server.ts';
import { dropUnfinishedIndexes } from './storage/index-build.ts';
import { damageOr, type OpenFolder, openFolder, removeLeftovers } from './storage/open-folder.ts';
import { type SocketPath, socketPath } from './storage/socket-path.ts';

export type Listen = { readonly port: number } | { readonly socket: string };

export interface ServerOptions {
  readonly dataDir: string;
  /** Default: a unix socket in the data folder that only its owner can open. A port is bound on loopback only; 0 picks a free one. */
  readonly listen?: Listen;
  /** The server's time, for `$$NOW`, `$currentDate`, new documents' expiry. */
  readonly now: () => Date;
  /** Seconds between two sweeps for expired documents; default 60. */
  readonly expirySeconds?: number;
  /** Allows `configureFailPoint`. */
  readonly testCommands?: boolean;
}

export interface RunningServer {
  readonly uri: string;
  /**
   * Takes no more requests, has running commands answered (long ones with InterruptedAtShutdown, at their next pause)
   * and commits end, then closes the data folder.
   */
  stop(): Promise<void>;
}

/**
 * Opens a data folder and serves it on this thread. Throws DataFolderInUse while another process has it,
 * DataFolderDamaged for one that cannot be read.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const folder = await openFolder(options.dataDir);
  try {
    return await serve(folder, options);
  } catch (error) {
    await folder.close();
    throw damageOr(error, folder.path);
  }
}

async function serve(folder: OpenFolder, options: ServerOptions): Promise<RunningServer> {
  const dataDir = folder.path;
  const engine = createEngine(folder.store, options.now, options.testCommands === true);
  const { catalog } = engine;
  await engine.commits.apply((writer) => {
    dropUnfinishedIndexes({ writer, catalog });
  });
  engine.removeDropped();
  removeLeftovers(folder);
  const connections = new Set<SocketConnection>();
  const server = acceptConnections(engine, connections);
  const address = await listen(server, dataDir, options.listen);
  writeFileSync(announcementPath(dataDir), address.uri, { mode: 0o600 });
  const stopExpiry = startExpiry(engine, options.expirySeconds ?? 60);
  const idle = setInterval(() => engine.cursors.closeIdle(), 30_000).unref();
  return {
    uri: address.uri,
    stop: async () => {
      stopExpiry();
      clearInterval(idle);
      rmSync(announcementPath(dataDir), { force: true });
      const closed = new Promise((done) => server.close(done));
      engine.slices.stop();
      await Promise.all([engine.commits.close(), ...[...connections].map((connection) => connection.finish())]);
      await closed;
      address.dispose();
      engine.cursors.closeWhere(() => true);
      await folder.close();
    },
  };
}

function acceptConnections(engine: Engine, connections: Set<SocketConnection>): Server {
  let accepted = 0;
  return createServer({ noDelay: true }, (socket) => {
    accepted++;
    const connection = new SocketConnection(accepted, engine, socket);
    connections.add(connection);
    void connection.ended.then(() => connections.delete(connection));
  });
}

interface Address {
  readonly uri: string;
  readonly dispose: () => void;
}

async function listen(server: Server, dataDir: string, where: Listen | undefined): Promise<Address> {
  if (where && 'port' in where) {
    await listening(server, () => server.listen(where.port, '127.0.0.1'));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : where.port;
    return { uri: tcpUri(port), dispose: () => undefined };
  }
  const { path, dispose }: SocketPath = where
    ? { path: resolve(where.socket), dispose: () => undefined }
    : socketPath(dataDir, 'mongo.sock');
  // We own the data folder now: a socket that is still there was left by a process that is gone.
  rmSync(path, { force: true });
  await listening(server, () => server.listen(path));
  chmodSync(path, 0o600);
  return { uri: socketUri(path), dispose };
}

function listening(server: Server, start: () => void): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.once('listening', () => {
      server.off('error', fail);
      done();
    });
    start();
  });
}
