import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Work } from '../pause.ts';
import { Slices } from '../slices.ts';
import { GroupCommit } from './group-commit.ts';
import { afterPrefix, type KeyValueStore, type Writer } from './key-value.ts';
import { DATA_FILE, openLmdbStore } from './lmdb-store.ts';
import { fromRecord, toRecord } from './record.ts';

let folder: string;
let store: KeyValueStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kv-'));
  store = openLmdbStore(folder);
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const key = (...bytes: number[]): Buffer => Buffer.from(bytes);
const keys = (from: Buffer, to: Buffer, reverse = false): number[][] => {
  const snapshot = store.snapshot();
  const found = [...snapshot.range({ from, to, reverse })].map((entry) => [...entry.key]);
  snapshot.release();
  return found;
};

test('ranges go both ways, the lower end included, the upper one not', () => {
  store.write((writer) => {
    for (const n of [1, 2, 3, 4, 5]) writer.put(key(9, n), key(n));
  });
  expect(keys(key(9, 2), key(9, 4))).toEqual([
    [9, 2],
    [9, 3],
  ]);
  expect(keys(key(9, 2), key(9, 4), true)).toEqual([
    [9, 3],
    [9, 2],
  ]);
  expect(keys(key(9), afterPrefix(key(9)), true)).toHaveLength(5);
  expect(keys(key(9, 2, 0), key(9, 9), true)).toEqual([
    [9, 5],
    [9, 4],
    [9, 3],
  ]);
});

test('a snapshot sees nothing of what is written later, even half way through a walk', () => {
  store.write((writer) => {
    for (const n of [1, 2, 3]) writer.put(key(9, n), key(n));
  });
  const snapshot = store.snapshot();
  const walk = snapshot.range({ from: key(9), to: key(10) })[Symbol.iterator]();
  expect(walk.next().value?.key).toEqual(key(9, 1));
  store.write((writer) => {
    writer.remove(key(9, 2));
    writer.put(key(9, 3), key(33));
  });
  expect([walk.next(), walk.next()].map((step) => step.value?.value[0])).toEqual([2, 3]);
  expect(walk.next().done).toBe(true);
  snapshot.release();
  expect(keys(key(9), key(10))).toEqual([
    [9, 1],
    [9, 3],
  ]);
});

test('a transaction that throws leaves nothing behind', () => {
  expect(() =>
    store.write((writer) => {
      writer.put(key(9, 1), key(1));
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(keys(key(9), key(10))).toEqual([]);
});

test('a short file is refused', async () => {
  store.write((writer) => {
    for (let n = 0; n < 200; n++) writer.put(key(9, n), Buffer.alloc(500, n));
  });
  await store.close();
  const file = join(folder, DATA_FILE);
  truncateSync(file, readFileSync(file).length - 4096);
  expect(() => openLmdbStore(folder)).toThrow(/damaged/);
  truncateSync(file, 100);
  expect(() => openLmdbStore(folder)).toThrow(/damaged/);
  rmSync(file);
  store = openLmdbStore(folder);
});

test('a file that is something else is refused', async () => {
  await store.close();
  const file = join(folder, DATA_FILE);
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(200, 1), 0, 200, 0);
  closeSync(descriptor);
  expect(() => openLmdbStore(folder)).toThrow(/damaged/);
  rmSync(file);
  store = openLmdbStore(folder);
});

test('a stored document that changed on disk is not served', () => {
  const record = toRecord(Buffer.from('a document'));
  expect(fromRecord(record, 'here').toString()).toBe('a document');
  record[7] = (record[7] ?? 0) ^ 1;
  expect(() => fromRecord(record, 'here')).toThrow(MongoError);
});

function commits(onUndone = () => {}, onBroken = (_: unknown) => {}): GroupCommit {
  return new GroupCommit(store, { slices: new Slices(), beforeCommit: () => {}, onUndone, onBroken });
}

test('a refusal ends its own command only; what came with it is written', async () => {
  const group = commits();
  const good = group.apply((writer) => writer.put(key(9, 1), key(1)));
  const refused = group.apply(() => {
    throw new MongoError('BadValue', 'no');
  });
  const also = group.apply((writer) => writer.put(key(9, 2), key(2)));
  await expect(refused).rejects.toThrow('no');
  await Promise.all([good, also]);
  expect(keys(key(9), key(10))).toHaveLength(2);
});

test('an unexpected failure undoes its transaction, and only the guilty command fails', async () => {
  let undone = 0;
  const group = commits(() => undone++);
  const good = group.apply((writer) => writer.put(key(9, 1), key(1)));
  const bad = group.apply((writer) => {
    writer.put(key(9, 2), key(2));
    throw new RangeError('a bug');
  });
  await expect(bad).rejects.toThrow('a bug');
  await good;
  expect(keys(key(9), key(10))).toEqual([[9, 1]]);
  expect(undone).toBe(2);
});

test('when nothing can be read any more, all who wait are told, and so is whoever runs the server', async () => {
  let broken: unknown;
  const unreadable = () => {
    throw new Error('panic');
  };
  const group = commits(unreadable, (error) => {
    broken = error;
  });
  const failing = () =>
    group.apply(() => {
      throw new Error('no space');
    });
  const told = await Promise.allSettled([failing(), failing()]);
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(broken).toMatchObject({ message: 'no space' });
});

test('work longer than a slice lets others in between', async () => {
  const group = commits();
  let between = -1;
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const long = group.submit(function* (writer: Writer): Work<void> {
    for (let n = 0; n < 60; n++) {
      writer.put(key(9, n), key(n));
      const until = performance.now() + 2;
      while (performance.now() < until);
      if (n === 5) begin();
      // Without a pause behind the last, it is never all that was committed when the other has its turn.
      if (n < 59) yield PAUSE;
    }
  });
  const other = begun.then(() =>
    group.apply(() => {
      between = keys(key(9), key(10)).length;
    }),
  );
  await Promise.all([long, other]);
  expect(between).toBeLessThan(60);
  expect(keys(key(9), key(10))).toHaveLength(60);
});
