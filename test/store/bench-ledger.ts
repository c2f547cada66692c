import { createHash } from 'node:crypto';
import type { Collection, MongoClient } from 'mongodb';
import { each, median } from './measure.ts';

const BATCH = 2_000;
const CALLS = 150;

interface ChangeSet {
  _id: string;
  guards: string[];
  at: Date;
  by: string;
  changes: { kind: string; id: string; base: number; patch: Record<string, unknown> }[];
  applied?: Date;
}

/** Causes have no order, as those of messages have none. */
const cause = (n: number): string => `slack:${createHash('sha1').update(String(n)).digest('hex').slice(0, 24)}`;

function changeSet(n: number): ChangeSet {
  const deal = `deal:${Math.floor(n / 12)}`;
  return {
    _id: cause(n),
    guards: [`${deal}@${n % 12}`, `conversation:${n % 5_000}@${Math.floor(n / 5_000)}`, cause(n)],
    at: new Date(Date.UTC(2026, 0, 1) + n * 1_000),
    by: `person:${n % 100}`,
    changes: [
      {
        kind: 'deal',
        id: deal,
        base: n % 12,
        patch: { amount: n * 100, stage: 'quoted', note: `对报价有点犹豫 ${n}` },
      },
    ],
    applied: new Date(Date.UTC(2026, 0, 1) + n * 1_000),
  };
}

async function prepare(ledger: Collection<ChangeSet>): Promise<void> {
  await ledger.createIndexes([
    { key: { guards: 1 }, unique: true },
    { key: { at: 1 } },
    { key: { 'changes.id': 1, at: -1 } },
    { key: { at: 1 }, name: 'unapplied', partialFilterExpression: { applied: null } },
  ]);
}

/** How much slower point reads and inserts are in a ledger of `count` sets than in one of a few hundred, in turns. */
export async function largeLedger(
  client: MongoClient,
  count: number,
  rounds: number,
): Promise<{ reads: number; inserts: number; filling: string }> {
  const large = client.db('bench').collection<ChangeSet>('ledger');
  const small = client.db('bench').collection<ChangeSet>('empty');
  await prepare(large);
  await prepare(small);
  await small.insertMany(Array.from({ length: CALLS }, (_, n) => changeSet(n)));
  const began = performance.now();
  for (let from = 0; from < count; from += BATCH)
    await large.insertMany(Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => changeSet(from + n)));
  const seconds = (performance.now() - began) / 1_000;
  let next = count;
  const insert = (ledger: Collection<ChangeSet>) => each(CALLS, () => ledger.insertOne(changeSet(next++)));
  // Any of the last tenth, as questions and undo ask for what is recent, and any at all, by turns.
  const read = (ledger: Collection<ChangeSet>, size: number) =>
    each(CALLS, (n) => {
      const span = n % 2 === 0 ? size : Math.ceil(size / 10);
      const row = size - 1 - ((n * 7_919) % span);
      return n % 3 === 0 ? ledger.findOne({ guards: cause(row) }) : ledger.findOne({ _id: cause(row) });
    });
  const ratios: { reads: number[]; inserts: number[] } = { reads: [], inserts: [] };
  for (let round = -1; round < rounds; round++) {
    const inserts = [await insert(large), await insert(small), await insert(large), await insert(small)];
    const reads = [
      await read(large, count),
      await read(small, CALLS),
      await read(large, count),
      await read(small, CALLS),
    ];
    if (round < 0) continue;
    ratios.inserts.push(ratioOf(inserts));
    ratios.reads.push(ratioOf(reads));
  }
  return {
    reads: median(ratios.reads),
    inserts: median(ratios.inserts),
    filling: `      the ledger was filled at ${Math.round(count / seconds).toLocaleString('en')} documents a second\n`,
  };
}

const ratioOf = ([a = 0, b = 1, c = 0, d = 1]: readonly number[]): number => (a + c) / (b + d);
