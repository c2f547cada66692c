import { parseArgs } from 'node:util';
import { backupStore, checkStore, compactStore, restoreStore } from '../src/infra/embedded-mongo/maintenance.ts';
import { type Listen, startServer } from '../src/infra/embedded-mongo/server.ts';

const USAGE = `usage: npm run --silent store -- COMMAND [--data DIR]
  serve [--port N | --socket PATH]   serve the data folder until a signal; prints the URI
  check                              read everything and walk every index
  backup FILE                        copy the data, also while a server runs
  restore FILE                       put a backup in the place of the data
  compact                            give free space back to the disk`;

/** Work on the embedded store's data folder (default: DATA_DIR, else ./data). */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env.DATA_DIR ?? './data' },
      port: { type: 'string' },
      socket: { type: 'string' },
      'test-commands': { type: 'boolean', default: false },
    },
  });
  const [command, file] = positionals;
  switch (command) {
    case 'serve':
      return serve(values.data, listenOf(values), values['test-commands']);
    case 'check':
      return report(await checkStore(values.data));
    case 'backup':
      await backupStore(values.data, required(file));
      return 0;
    case 'restore':
      return report(await restoreStore(values.data, required(file)));
    case 'compact': {
      const { before, after } = await compactStore(values.data);
      say(`${before} bytes before, ${after} after`);
      return 0;
    }
    default:
      throw new Error(USAGE);
  }
}

async function serve(dataDir: string, listen: Listen | undefined, testCommands: boolean): Promise<number> {
  const server = await startServer({ dataDir, listen, testCommands, now: () => new Date() });
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  say(server.uri);
  await stopped;
  await server.stop();
  return 0;
}

function listenOf({ port, socket }: { port?: string | undefined; socket?: string | undefined }): Listen | undefined {
  if (port !== undefined && socket !== undefined) throw new Error('Give --port or --socket, not both.');
  if (socket !== undefined) return { socket };
  if (port === undefined) return undefined;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new Error(`${port} is no port.`);
  return { port: Number(port) };
}

function report({
  collections,
  documents,
  faults,
}: {
  collections: number;
  documents: number;
  faults: readonly string[];
}): number {
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  say(`${collections} collections, ${documents} documents, ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

function required(file: string | undefined): string {
  if (file === undefined) throw new Error(USAGE);
  return file;
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
