import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** `npm run store -- serve` as a process of its own. */
export interface StoreProcess {
  readonly uri: string;
  readonly pid: number;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Resolves with the exit code when it has ended. */
  readonly ended: Promise<number | null>;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
}

const pathOf = (file: string): string => new URL(`../../${file}`, import.meta.url).pathname;

/** What node runs for the store's command: the build where `built` says so, else the source. */
export const storeCommand = (built: boolean): string[] =>
  built ? [pathOf('dist/scripts/store.js')] : ['--import', 'tsx', pathOf('scripts/store.ts')];

export interface StoreOptions {
  readonly dataDir: string;
  readonly built?: boolean;
  readonly args?: readonly string[];
  /** What runs node, such as a tracer with its options. */
  readonly under?: readonly string[];
  /** Kills it so long after its start, ready or not. */
  readonly killAfterMs?: number;
}

/** Starts it and waits for its URI; rejects with its last words if it ends before. */
export async function startStore({
  dataDir,
  built = false,
  args = [],
  under = [],
  killAfterMs,
}: StoreOptions): Promise<StoreProcess> {
  const [command = '', ...rest] = [
    ...under,
    process.execPath,
    ...storeCommand(built),
    'serve',
    '--data',
    dataDir,
    ...args,
  ];
  const child = spawn(command, rest, {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  if (killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs).unref();
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text));
  const uri = await Promise.race([line, exited]);
  if (typeof uri !== 'string') throw new Error(complaints.trim() || `the store ended with ${uri}`);
  return {
    uri,
    pid: child.pid ?? 0,
    ended: exited,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}

/** A folder for one run. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'store-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
