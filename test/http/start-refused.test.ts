import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { jest } from '@jest/globals';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import { writeSchema } from '../../src/ledger/schema.ts';

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

// A start takes seconds where the machine is busy.
jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'genjin-start-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the program as `npm start` does; returns what it told at the terminal in each language. */
async function started(variables: Record<string, string> = {}): Promise<{ zh: string; en: string }> {
  const [zh, en] = await Promise.all(['zh_CN.UTF-8', 'en_US.UTF-8'].map((LANG) => told({ LANG, ...variables })));
  return { zh: zh ?? '', en: en ?? '' };
}

async function told(variables: Record<string, string>): Promise<string> {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, ['--import', tsx, main], {
    cwd: folder,
    env: { PATH, HOME, DATA_DIR: join(folder, 'data'), WEB_PORT: '0', ...variables },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 30_000,
    killSignal: 'SIGKILL',
  });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => {
    words += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(1);
  expect(words).not.toMatch(/^ {4}at /m);
  return words;
}

/** Serves the data folder for as long as `work` takes. */
async function withStore(work: (uri: string) => Promise<void>): Promise<void> {
  const store = await startServer({ dataDir: join(folder, 'data'), now: () => new Date() });
  try {
    await work(store.uri);
  } finally {
    await store.stop();
  }
}

test('half a configuration: what is missing, by name, without the values', async () => {
  const { zh, en } = await started({ LLM_API_KEY: 'sk-secret', LLM_BASE_URL: 'https://model.example/v1' });
  expect(zh).toMatch(/^配置有误:\n {2}LLM_MODEL: 缺少/);
  expect(en).toMatch(/^The configuration is not right:\n {2}LLM_MODEL: missing/);
  expect(zh + en).not.toContain('sk-secret');
});

test('a data folder that another process has', () =>
  withStore(async () => {
    const { zh, en } = await started();
    expect(zh).toBe('数据目录正被另一个进程使用。先停掉它,或换一个 DATA_DIR。\n');
    expect(en).toBe('Another process has the data folder. Stop it first, or set another DATA_DIR.\n');
  }));

const damaged = {
  zh: /^数据目录打不开,可能已损坏。.*npm run restore FILE/,
  en: /^The data folder does not open; it may be damaged\. .*npm run restore FILE/,
};

test.each([
  ['is no data file at all', 'zh', Buffer.from('not a data file\n'.repeat(1_000))],
  ['is empty but for zeros', 'en', Buffer.alloc(65_536)],
] as const)('a data folder whose file %s', async (_what, LANG, bytes) => {
  await withStore(async () => {});
  writeFileSync(join(folder, 'data', 'store.mdb'), bytes);
  expect(await told({ LANG })).toMatch(damaged[LANG]);
});

test('a data file that was cut short', async () => {
  await withStore(async (uri) => {
    const connection = await connectMongo(uri);
    const people = Array.from({ length: 500 }, (_, n) => ({ n, text: 'x'.repeat(500) }));
    await connection.collection('people').insertMany(people);
    await connection.close();
  });
  truncateSync(join(folder, 'data', 'store.mdb'), 40_000);
  expect(await told({ LANG: 'en' })).toMatch(damaged.en);
});

test('a store of a newer version', async () => {
  await withStore(async (uri) => {
    const connection = await connectMongo(uri);
    if (connection.db !== undefined) await writeSchema(connection.db, 99);
    await connection.close();
  });
  const words = await told({ LANG: 'zh' });
  expect(words).toContain('这份数据由更新的版本写成(99 > ');
  expect(words).toContain('This data was written by a newer version (99 > ');
});

test('a MongoDB that is not there', async () => {
  const { zh, en } = await started({ MONGODB_URI: 'mongodb://127.0.0.1:1/genjin' });
  expect(zh).toBe('连不上存储。请检查 MONGODB_URI,或 MongoDB 是否在运行。\n');
  expect(en).toBe('The store does not answer. Check MONGODB_URI, and that MongoDB is running.\n');
});

test('a port that is taken', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const WEB_PORT = typeof address === 'object' && address !== null ? String(address.port) : '';
  try {
    expect(await told({ WEB_PORT, LANG: 'zh' })).toBe('端口已被占用。换一个 WEB_PORT。\n');
  } finally {
    other.close();
  }
});
