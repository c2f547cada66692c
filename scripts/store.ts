import { parseArgs } from 'node:util';
import { PersonError } from '../src/errors.ts';
import type { Listen } from '../src/infra/embedded-mongo/server.ts';
import type { Fault } from '../src/infra/embedded-mongo/storage/inspect.ts';
import { environment, spoken } from '../src/main/environment.ts';
import { runTool } from '../src/main/run-tool.ts';
import { storeTexts } from './store/texts.ts';

/** Work on the embedded store's data folder (default: DATA_DIR, else ./data). Each command loads only what it needs. */
const words = storeTexts(spoken);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: environment.DATA_DIR ?? './data' },
    port: { type: 'string' },
    socket: { type: 'string' },
    'test-commands': { type: 'boolean', default: false },
  },
});
const [command, argument] = positionals;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function required(value: string | undefined): string {
  if (value === undefined) throw new PersonError(words.usage);
  return value;
}

async function serve(): Promise<void> {
  const { startServer } = await import('../src/infra/embedded-mongo/server.ts');
  const listen = listenOf();
  const server = await startServer({
    dataDir: values.data,
    ...(listen === undefined ? {} : { listen }),
    testCommands: values['test-commands'],
    now: () => new Date(),
  });
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  say(server.uri);
  await stopped;
  await server.stop();
}

function listenOf(): Listen | undefined {
  const { port, socket } = values;
  if (port !== undefined && socket !== undefined) throw new PersonError(words.onePlace);
  if (socket !== undefined) return { socket };
  if (port === undefined) return undefined;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new PersonError(words.noPort(port));
  return { port: Number(port) };
}

async function maintain(): Promise<void> {
  const store = await import('../src/infra/embedded-mongo/maintenance.ts');
  const { DataFolderDamaged } = await import('../src/infra/embedded-mongo/storage/data-file.ts');
  try {
    switch (command) {
      case 'check': {
        const { collections, documents, faults } = await store.checkStore(values.data);
        report(faults, words.checked(collections, documents), words.faults(faults.length));
        break;
      }
      case 'backup':
        await store.backupStore(values.data, required(argument));
        say(words.backedUp(required(argument)));
        break;
      case 'restore': {
        const { documents, faults } = await store.restoreStore(values.data, required(argument));
        report(faults, words.restored(documents), words.notRestored);
        break;
      }
      default: {
        const { before, after } = await store.compactStore(values.data);
        say(words.compacted(megabytes(before), megabytes(after)));
      }
    }
  } catch (error) {
    if (command === 'restore' && error instanceof DataFolderDamaged) throw new PersonError(words.notRestored);
    if (!(error instanceof store.StoreFileError)) throw error;
    throw new PersonError(error.kind === 'missing' ? words.missing(error.path) : words.exists(error.path));
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

function report(faults: readonly Fault[], good: string, bad: string): void {
  for (const fault of faults) process.stderr.write(`${words.fault(fault)}\n`);
  if (faults.length > 0) throw new PersonError(bad);
  say(good);
}

async function copyTo(): Promise<void> {
  if (argument === undefined || !/^mongodb(\+srv)?:\/\//.test(argument)) throw new PersonError(words.noTarget);
  const { copyFolder } = await import('./store/copy-folder.ts');
  const { documents, collections, indexes, surplus } = await copyFolder(values.data, argument, words);
  if (surplus.length > 0)
    throw new PersonError(surplus.map(({ namespace, more }) => words.surplus(namespace, more)).join('\n'));
  say(words.copied(documents, collections, indexes));
}

await runTool(async () => {
  switch (command) {
    case 'serve':
      return serve();
    case 'check':
    case 'backup':
    case 'restore':
    case 'compact':
      return maintain();
    case 'copy-to':
      return copyTo();
    default:
      throw new PersonError(words.usage);
  }
});
