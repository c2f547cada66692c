import { parentPort, workerData } from 'node:worker_threads';
import { type ServerOptions, startServer } from './server.ts';

/** The thread that the server runs on: it says when it is ready and stops when told. */
export type FromWorker =
  | { readonly kind: 'ready'; readonly uri: string }
  | { readonly kind: 'failed'; readonly error: FailedStart };

/** What is told of an error; `code` and `path` are the file system's. */
export interface FailedStart {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly path?: string;
}

async function main(): Promise<void> {
  const say = (message: FromWorker) => parentPort?.postMessage(message);
  try {
    const server = await startServer({ ...(workerData as Omit<ServerOptions, 'now'>), now: () => new Date() });
    parentPort?.once('message', () => {
      void server.stop().finally(() => parentPort?.close());
    });
    say({ kind: 'ready', uri: server.uri });
  } catch (error) {
    const { name, message, code, path } = error as NodeJS.ErrnoException;
    say({ kind: 'failed', error: { name, message, ...(code && { code }), ...(path && { path }) } });
    parentPort?.close();
  }
}

await main();
