import { isDeepStrictEqual } from 'node:util';
import type { Db } from 'mongodb';
import type { Change, ChangeSet } from './change-set.ts';
import { historyOf } from './history.ts';
import type { AnyKind } from './ledger.ts';
import type { LedgerStore, StoredDocument } from './ledger-store.ts';
import { recordKey } from './names.ts';
import { writerAfter } from './set-writes.ts';

/** Records held in memory at once. */
const RECORDS_A_PASS = 50_000;
const NAMED = 100;

/** `missing`: only the ledger knows it; `unexpected`: only the collection; `gap`: a version has no set. */
interface Difference {
  kind: string;
  id: string;
  problem: 'missing' | 'unexpected' | 'differs' | 'gap';
}

interface Comparison {
  sets: number;
  records: number;
  differences: number;
  /** The first hundred of them. */
  named: Difference[];
}

/** A record as the ledger gives it, whatever the order its sets come in: for each field the write of the latest version. */
class Rebuilt {
  versions = 0;
  readonly record: StoredDocument = { _id: '', v: 0, updatedAt: new Date(0), writers: {} };
  readonly #writtenAt = new Map<string, number>();
  /** Fields whose last value was erased: what the record holds there cannot be told from the ledger. */
  readonly #erased = new Set<string>();

  add(set: ChangeSet, change: Change): void {
    this.versions++;
    this.record._id = change.id;
    for (const [field, value] of Object.entries(change.set)) this.#write(set, change, field, value);
    for (const field of change.erased ?? []) if (this.#writtenAt.get(field) === change.base) this.#erased.add(field);
    for (const field of change.unset ?? []) this.#write(set, change, field, undefined);
    if (change.base === 0 || change.deleted !== undefined)
      this.#write(set, change, 'deleted', change.deleted === true ? true : undefined);
    if (change.base < this.record.v) return;
    this.record.v = change.base + 1;
    this.record.updatedAt = set.at;
  }

  #write(set: ChangeSet, change: Change, field: string, value: unknown): void {
    if ((this.#writtenAt.get(field) ?? -1) > change.base) return;
    this.#writtenAt.set(field, change.base);
    this.#erased.delete(field);
    if (value === undefined) delete this.record[field];
    else this.record[field] = value;
    const writer = change.unset?.includes(field) ? null : writerAfter(set._id, change, field);
    if (writer === null) delete this.record.writers[field];
    else this.record.writers[field] = writer;
  }

  /** What is wrong with a record, seen from the ledger; undefined: nothing. */
  problemOf(record: StoredDocument): 'differs' | 'gap' | undefined {
    if (this.versions !== this.record.v) return 'gap';
    return isDeepStrictEqual(this.#comparable(record), this.#comparable(this.record)) ? undefined : 'differs';
  }

  #comparable(record: StoredDocument): object {
    return Object.fromEntries(Object.entries(record).filter(([field]) => !this.#erased.has(field)));
  }
}

/**
 * Rebuilds every record from the ledger and compares it with its collection. Reads the ledger once for every fifty
 * thousand records, so memory stays bounded; a difference that is gone on a second look (the bot is at work) does not
 * count. Sweep first: what is committed and not applied is a difference.
 */
export async function compareWithLedger(db: Db, store: LedgerStore, kinds: readonly AnyKind[]): Promise<Comparison> {
  const counts = await Promise.all(kinds.map((kind) => db.collection(kind.collection).estimatedDocumentCount()));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const passes = Math.max(1, Math.ceil(total / RECORDS_A_PASS));
  const result: Comparison = { sets: 0, records: 0, differences: 0, named: [] };
  for (let pass = 0; pass < passes; pass++) {
    const mine = (key: string) => shareOf(key, passes) === pass;
    const { sets, rebuilt } = await rebuild(store, mine);
    result.sets = sets;
    for await (const difference of differences(db, kinds, rebuilt, mine, result)) {
      const kind = kinds.find((one) => one.kind === difference.kind);
      if (kind !== undefined && !(await standsUp(store, kind, difference.id))) continue;
      result.differences++;
      if (result.named.length < NAMED) result.named.push(difference);
    }
  }
  return result;
}

async function rebuild(store: LedgerStore, mine: (key: string) => boolean) {
  const rebuilt = new Map<string, Rebuilt>();
  let sets = 0;
  for await (const set of store.everySet()) {
    sets++;
    for (const change of set.changes) {
      const key = recordKey(change.kind, change.id);
      if (!mine(key)) continue;
      const record = rebuilt.get(key) ?? new Rebuilt();
      record.add(set, change);
      rebuilt.set(key, record);
    }
  }
  return { sets, rebuilt };
}

async function* differences(
  db: Db,
  kinds: readonly AnyKind[],
  rebuilt: Map<string, Rebuilt>,
  mine: (key: string) => boolean,
  result: Comparison,
): AsyncGenerator<Difference> {
  for (const { kind, collection } of kinds)
    for await (const record of db.collection<StoredDocument>(collection).find({})) {
      const key = recordKey(kind, record._id);
      if (!mine(key)) continue;
      result.records++;
      const expected = rebuilt.get(key);
      rebuilt.delete(key);
      const problem = expected === undefined ? 'unexpected' : expected.problemOf(record);
      if (problem !== undefined) yield { kind, id: record._id, problem };
    }
  for (const key of rebuilt.keys()) {
    const [kind = ''] = key.split(':', 1);
    yield { kind, id: key.slice(kind.length + 1), problem: 'missing' };
  }
}

/** Whether one record still differs when it is looked at by itself. */
async function standsUp(store: LedgerStore, kind: AnyKind, id: string): Promise<boolean> {
  const [record] = await store.read(kind.collection, [id]);
  const versions = historyOf(kind.kind, id, await store.setsTouching([id]));
  if (record === undefined) return versions.length > 0;
  const expected = new Rebuilt();
  for (const { set, change } of versions) expected.add(set, change);
  return expected.problemOf(record) !== undefined;
}

/** Which pass looks at a record: FNV-1a, by Fowler, Noll and Vo, public domain. */
function shareOf(key: string, passes: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193) >>> 0;
  return hash % passes;
}
