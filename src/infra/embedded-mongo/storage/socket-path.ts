import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Stands in a data folder from the first time on that it was served. */
export const SOCKET_FOLDER = 'run';

/** The shortest limit for the path of a unix socket among the systems that Node runs on, less its ending zero. */
const MAX_SOCKET_PATH = 103;

export interface SocketPath {
  readonly path: string;
  /** Takes away the folder, where one was made for this path alone. */
  readonly dispose: () => void;
}

/** A path for a unix socket inside the data folder, readable by its owner alone; a short temporary one if it is too deep. */
export function socketPath(dataDir: string, name: string): SocketPath {
  const folder = join(dataDir, SOCKET_FOLDER);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  if (Buffer.byteLength(path) <= MAX_SOCKET_PATH) return { path, dispose: () => undefined };
  const temporary = mkdtempSync(join(tmpdir(), 'embedded-mongo-'));
  return { path: join(temporary, name), dispose: () => rmSync(temporary, { recursive: true, force: true }) };
}
