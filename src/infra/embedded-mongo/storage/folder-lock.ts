import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import type { KeyValueStore } from './key-value.ts';
import { LOCK_KEY } from './keys.ts';
import { fromRecord, toRecord } from './record.ts';
import { socketPath } from './socket-path.ts';

/** Another process has the data folder open. */
export class DataFolderInUse extends Error {
  constructor(dataDir: string, owner: Owner) {
    super(
      `The data folder ${dataDir} is in use by process ${owner.pid} on ${owner.host}. Stop that process first, or use its server.`,
    );
    this.name = 'DataFolderInUse';
  }
}

interface Owner {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  /** Something listens here as long as the owner lives; empty where the folder cannot hold sockets. */
  readonly socket: string;
}

const PROBE_MS = 1000;

/**
 * Makes this process the only user of an open store. The owner's name stands in the store itself, where LMDB's own
 * lock lets one process at a time look and write; whether a former owner still lives is asked of a socket it listens
 * on, which the system closes with it, so that a crash leaves nothing to clean up. Returns how to give the folder back.
 */
export async function lockFolder(dataDir: string, store: KeyValueStore): Promise<() => void> {
  for (;;) {
    const former = readOwner(store);
    if (former && (await isAlive(former))) throw new DataFolderInUse(dataDir, former);
    const token = randomBytes(6).toString('hex');
    const beacon = await lightBeacon(dataDir, token);
    const owner: Owner = { token, pid: process.pid, host: hostname(), socket: beacon.path };
    const won = store.write((writer) => {
      if (parseOwner(writer.get(LOCK_KEY))?.token !== former?.token) return false;
      writer.put(LOCK_KEY, toRecord(Buffer.from(JSON.stringify(owner))));
      return true;
    });
    if (won) {
      if (former) rmSync(former.socket, { force: true });
      return () => {
        store.write((writer) => {
          if (parseOwner(writer.get(LOCK_KEY))?.token === token) writer.remove(LOCK_KEY);
        });
        beacon.close();
      };
    }
    beacon.close();
  }
}

/** Frees a copy of a store from the owner of its original. Only for one that nobody has open. */
export const forgetOwner = (store: KeyValueStore): void => store.write((writer) => writer.remove(LOCK_KEY));

function readOwner(store: KeyValueStore): Owner | undefined {
  const snapshot = store.snapshot();
  try {
    return parseOwner(snapshot.get(LOCK_KEY));
  } finally {
    snapshot.release();
  }
}

const parseOwner = (record: Buffer | undefined): Owner | undefined =>
  record && (JSON.parse(fromRecord(record, 'the lock').toString()) as Owner);

function isAlive(owner: Owner): Promise<boolean> {
  if (owner.socket === '') return Promise.resolve(owner.host !== hostname() || processExists(owner.pid));
  return answers(owner.socket);
}

/** Whether something listens on a unix socket. */
export function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const finish = (alive: boolean) => {
      socket.destroy();
      resolve(alive);
    };
    socket.setTimeout(PROBE_MS, () => finish(true));
    socket.on('connect', () => finish(true));
    socket.on('error', () => finish(false));
  });
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

interface Beacon {
  readonly path: string;
  readonly close: () => void;
}

function lightBeacon(dataDir: string, token: string): Promise<Beacon> {
  const { path, dispose } = socketPath(dataDir, `lock-${token}.sock`);
  const server: Server = createServer((socket) => socket.destroy());
  const close = () => {
    server.close();
    dispose();
  };
  return new Promise((resolve) => {
    // Some network and shared folders hold no sockets; there the process id has to do.
    server.on('error', () => resolve({ path: '', close }));
    server.listen(path, () => {
      server.unref();
      resolve({ path, close });
    });
  });
}
