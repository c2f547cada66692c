import { parentPort, workerData } from 'node:worker_threads';
import { type ServerOptions, startServer } from './server.ts';

/** The thread that the server runs on: it says when it is ready and stops when told. */
export type FromWorker =
  | { readonly kind: 'ready'; readonly uri: string }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string };

async function main(): Promise<void> {
  const say = (message: FromWorker) => parentPort?.postMessage(message);
  try {
    const server = await startServer({ ...(workerData as Omit<ServerOptions, 'now'>), now: () => new Date() });
    parentPort?.once('message', () => {
      void server.stop().finally(() => parentPort?.close());
    });
    say({ kind: 'ready', uri: server.uri });
  } catch (error) {
    say({
      kind: 'failed',
      name: error instanceof Error ? error.name : 'Error',
      message: error instanceof Error ? error.message : String(error),
    });
    parentPort?.close();
  }
}

await main();
