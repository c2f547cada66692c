import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { backupStore, checkStore, compactStore, restoreStore } from './maintenance.ts';
import { startServer } from './server.ts';
import { startEmbeddedMongo } from './start-embedded-mongo.ts';
import { checkDataFile } from './storage/data-file.ts';
import { indexPrefix } from './storage/keys.ts';
import { DATA_FILE } from './storage/lmdb-store.ts';
import { openFolder } from './storage/open-folder.ts';

const PAGE = 4096;
const TEXT = 'a text that stands in the file';
let folder: string;
let dataDir: string;
let file: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  dataDir = join(folder, 'data');
  file = join(dataDir, DATA_FILE);
  await withClient(async (client) => {
    const items = client.db('x').collection('items');
    await items.createIndex({ n: 1 });
    await items.insertMany(Array.from({ length: 500 }, (_, n) => ({ n, text: n === 7 ? TEXT : `text ${n}` })));
  });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function withClient<T>(work: (client: MongoClient) => Promise<T>): Promise<T> {
  const server = await startServer({ dataDir, now: () => new Date() });
  const client = await new MongoClient(server.uri).connect();
  try {
    return await work(client);
  } finally {
    await client.close();
    await server.stop();
  }
}

function change(edit: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file);
  edit(bytes);
  writeFileSync(file, bytes);
}

/** Pages that are free now may hold older copies. */
function changeAll(text: string, other: string): void {
  change((bytes) => {
    for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) bytes.write(other, at, 'latin1');
  });
}

/** Flips a bit at an offset of each page in use that is of one kind (1 branch, 2 leaf). */
function flipInPages(kind: number, offset: number): void {
  change((bytes) => {
    for (let page = 2 * PAGE; page < bytes.length; page += PAGE)
      if (bytes.readUInt16LE(page + 18) === kind) bytes[page + offset] = (bytes[page + offset] ?? 0) ^ 0x10;
  });
}

const count = () =>
  withClient((client) =>
    client
      .db('x')
      .collection('items')
      .countDocuments({ n: { $gte: 0 } }),
  );

test.each([
  ['the number of a child page', 1, PAGE - 8],
  ['where an entry of a branch lies', 1, 25],
  ['where an entry of a leaf lies', 2, 25],
  ['the number of entries', 2, 20],
  ['the kind of a page', 2, 18],
])('a bit flipped in %s: the file is refused by name, by a start as by a check', async (_, kind, offset) => {
  expect((await checkStore(dataDir)).faults).toEqual([]);
  flipInPages(kind, offset);
  await expect(checkStore(dataDir)).rejects.toMatchObject({ name: 'DataFolderDamaged' });
  await expect(withClient(async () => undefined)).rejects.toMatchObject({ name: 'DataFolderDamaged' });
});

test.each([
  ['the root of the tree', 0x60 + 40],
  ['the number of entries', 0x60 + 32],
  ['the version', 0x1c],
  ['the size', 0x2f],
])('a bit flipped in %s, in the head of the file, is damage', async (_, offset) => {
  change((bytes) => {
    for (const head of [0, PAGE]) bytes[head + offset] = (bytes[head + offset] ?? 0) ^ 0x40;
  });
  await expect(checkStore(dataDir)).rejects.toMatchObject({ name: 'DataFolderDamaged' });
});

test('a document that changed on disk is an error to the client and named by check', async () => {
  changeAll(TEXT, 'A');
  await withClient(async (client) => {
    const items = client.db('x').collection('items');
    await expect(items.findOne({ n: 7 })).rejects.toMatchObject({ code: 267 });
    expect(await items.findOne({ n: 8 })).toMatchObject({ text: 'text 8' });
  });
  const { faults } = await checkStore(dataDir);
  expect(faults).toContainEqual({ namespace: 'x.items', kind: 'unreadable', row: 8 });
});

test('an index that lacks an entry is named by check', async () => {
  const { store, close } = await openFolder(dataDir);
  store.write((writer) => {
    for (const { key } of writer.range({ from: indexPrefix(3), to: indexPrefix(4) })) {
      writer.remove(key);
      break;
    }
  });
  await close();
  expect((await checkStore(dataDir)).faults).toEqual([
    { namespace: 'x.items', kind: 'entryMissing', index: 'n_1', row: 1 },
    { namespace: 'x.items', kind: 'entryCount', index: 'n_1', found: 499, needed: 500 },
  ]);
});

test('the catalog has a checksum too', async () => {
  changeAll('items\0', 'itemz');
  await expect(checkStore(dataDir)).rejects.toMatchObject({ name: 'DataFolderDamaged' });
  await expect(count()).rejects.toMatchObject({ name: 'DataFolderDamaged' });
});

test('a backup is a whole store; restore puts it in the place of a damaged one, which is kept', async () => {
  const copy = join(folder, 'copy');
  await backupStore(dataDir, copy);
  await expect(backupStore(dataDir, copy)).rejects.toMatchObject({ kind: 'exists' });
  await withClient((client) => client.db('x').collection('items').deleteMany({}));
  flipInPages(2, 25);
  expect(await restoreStore(dataDir, copy)).toMatchObject({ documents: 500, faults: [] });
  expect(await count()).toBe(500);
  expect(existsSync(`${file}.damaged`)).toBe(true);
});

test('a backup from a running server can be used beside it, in another folder', async () => {
  const copy = join(folder, 'copy');
  await withClient(async () => {
    await backupStore(dataDir, copy);
    const beside = join(folder, 'beside');
    await restoreStore(beside, copy);
    const { close } = await openFolder(beside);
    await close();
  });
});

test('a damaged backup is refused, and nothing of it stays behind', async () => {
  const copy = join(folder, 'copy');
  await backupStore(dataDir, copy);
  const bytes = readFileSync(copy);
  writeFileSync(copy, bytes.subarray(0, bytes.length - 3 * PAGE));
  await expect(restoreStore(dataDir, copy)).rejects.toMatchObject({ name: 'DataFolderDamaged' });
  expect(existsSync(`${file}.restored`)).toBe(false);
  expect(await count()).toBe(500);
});

test('a restore that was interrupted leaves nothing that the next start does not remove', async () => {
  writeFileSync(`${file}.restored`, 'half');
  expect(await count()).toBe(500);
  expect(existsSync(`${file}.restored`)).toBe(false);
});

test('compacting keeps everything and gives space back', async () => {
  await withClient((client) =>
    client
      .db('x')
      .collection('items')
      .deleteMany({ n: { $gte: 50 } }),
  );
  const { before, after } = await compactStore(dataDir);
  expect(after).toBeLessThan(before);
  expect(await checkStore(dataDir)).toMatchObject({ documents: 50, faults: [] });
});

test('nothing is restored or compacted under a running server', async () => {
  const copy = join(folder, 'copy');
  await backupStore(dataDir, copy);
  await withClient(async () => {
    await expect(restoreStore(dataDir, copy)).rejects.toMatchObject({ name: 'DataFolderInUse' });
    await expect(compactStore(dataDir)).rejects.toMatchObject({ name: 'DataFolderInUse' });
  });
});

test('the pages of a file that is being written to are checked without a false alarm', async () => {
  const server = await startEmbeddedMongo({ dataDir });
  const client = await new MongoClient(server.uri).connect();
  const items = client.db('x').collection('items');
  for (let round = 0; round < 8; round++) {
    const writing = items.insertMany(Array.from({ length: 400 }, (_, n) => ({ n, text: 'x'.repeat(n) })));
    await new Promise((resolve) => setTimeout(resolve, round));
    for (let check = 0; check < 4; check++) checkDataFile(file, true);
    await writing;
    await items.deleteMany({ n: { $gt: round * 10 } });
  }
  await client.close();
  await server.stop();
});
