import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Listen } from './server.ts';
import type { FromWorker } from './worker.ts';

export interface EmbeddedMongoOptions {
  readonly dataDir: string;
  /** Default: a unix socket that only this user can open. */
  readonly listen?: Listen;
  readonly expirySeconds?: number;
  readonly testCommands?: boolean;
  /** Called when the server ends by itself: whoever started it can go no further. */
  readonly onExit?: (error: Error) => void;
}

export interface EmbeddedMongo {
  readonly uri: string;
  stop(): Promise<void>;
}

/** Starts the server on a thread of its own. Rejects with its error, for one with the name DataFolderInUse. */
export async function startEmbeddedMongo({ onExit, ...workerData }: EmbeddedMongoOptions): Promise<EmbeddedMongo> {
  const worker = startWorker(workerData);
  let serving = false;
  let failure: Error | undefined;
  worker.on('error', (error: Error) => {
    failure = error;
  });
  const exited = once(worker, 'exit').then(() => {
    if (serving) onExit?.(failure ?? new Error('the embedded store has ended by itself'));
  });
  const first = await Promise.race([
    once(worker, 'message').then(([message]) => message as FromWorker),
    exited.then(() => undefined),
  ]);
  if (first?.kind !== 'ready') {
    const error = failure ?? new Error(first?.error.message ?? 'the embedded store did not start');
    throw Object.assign(error, first?.error);
  }
  serving = true;
  return {
    uri: first.uri,
    stop: async () => {
      serving = false;
      worker.postMessage('stop');
      await exited;
    },
  };
}

/** Built, the worker is plain JavaScript; from source (tests, scripts) its thread has to learn TypeScript first. */
function startWorker(workerData: unknown): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.js', import.meta.url), { workerData });
  const tsx = import.meta.resolve('tsx/esm/api');
  const worker = new URL('./worker.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(tsx)}).then(({ register }) => { register(); return import(${JSON.stringify(worker)}); })`;
  return new Worker(code, { eval: true, workerData, execArgv: [] });
}
