import { randomBytes } from 'node:crypto';
import { Binary, type Db, MongoBulkWriteError } from 'mongodb';
import type { Clock } from '../ports/clock.ts';
import { SUBJECT_KEYS } from './collections.ts';
import { DURABLE } from './mongo-ledger-store.ts';
import { KEY_BYTES } from './sealed-value.ts';

/** A subject's key; without one, a tombstone: it was destroyed and is never made again. */
export interface KeyRow {
  _id: string;
  key?: Binary;
  /** By the store's own clock. */
  erasedAt?: Date;
}

/** A key, or null for a subject that is erased. */
type Key = Buffer | null;

export interface SubjectKeys {
  /** The keys of these subjects; those that are missing are made and durable before it resolves. */
  toSeal(subjects: Iterable<string>): Promise<ReadonlyMap<string, Key>>;
  /** The keys of these subjects, null where there is none. */
  toOpen(subjects: Iterable<string>): Promise<ReadonlyMap<string, Key>>;
  erase(subject: string): Promise<void>;
}

/** How long keys in memory are used before the store is asked which were destroyed meanwhile. */
const TRUST_MS = 30_000;
/** Asked for again each time: an erasure may come to light late (a change of primary). */
const OVERLAP_MS = 24 * 60 * 60 * 1000;
const KEPT = 50_000;
const DUPLICATE_KEY = 11_000;

/** Keys of subjects in the collection `subject_keys`, the latest used ones in memory. */
export function mongoSubjectKeys(db: Db, machine: Clock): SubjectKeys {
  const rows = db.collection<KeyRow>(SUBJECT_KEYS, { readPreference: 'primary', writeConcern: DURABLE });
  const kept = new Map<string, Key>();
  let checkedAt = Number.NEGATIVE_INFINITY;
  let seenTo = 0;
  let checking: Promise<void> | undefined;

  function keep(subject: string, key: Key): Key {
    kept.delete(subject);
    kept.set(subject, key);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return key;
  }

  /** One question for all keys in memory, however many: which were destroyed since the last time. */
  async function forgetErased(): Promise<void> {
    const now = machine.now().getTime();
    if (now >= checkedAt && now - checkedAt < TRUST_MS) return;
    const erased = await rows.find({ erasedAt: { $gte: new Date(seenTo - OVERLAP_MS) } }).toArray();
    for (const { _id, erasedAt } of erased) {
      keep(_id, null);
      seenTo = Math.max(seenTo, erasedAt?.getTime() ?? 0);
    }
    checkedAt = now;
  }

  const check = () => {
    checking ??= forgetErased().finally(() => {
      checking = undefined;
    });
    return checking;
  };

  /** Inserts those that are not there yet; returns the subjects that were. */
  async function insert(fresh: readonly KeyRow[]): Promise<string[]> {
    try {
      await rows.insertMany(fresh, { ordered: false });
      return [];
    } catch (error) {
      const refused = error instanceof MongoBulkWriteError ? [error.writeErrors].flat() : [];
      if (refused.length === 0 || refused.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
      return refused.flatMap(({ index }) => fresh[index]?._id ?? []);
    }
  }

  /** Those in memory, and the names of the others. */
  async function known(subjects: Iterable<string>) {
    await check();
    const keys = new Map<string, Key>();
    const missing: string[] = [];
    for (const subject of new Set(subjects)) {
      const key = kept.get(subject);
      if (key === undefined) missing.push(subject);
      else keys.set(subject, keep(subject, key));
    }
    return { keys, missing };
  }

  return {
    async toSeal(subjects) {
      const { keys, missing } = await known(subjects);
      if (missing.length === 0) return keys;
      const fresh: KeyRow[] = missing.map((_id) => ({ _id, key: new Binary(randomBytes(KEY_BYTES)) }));
      // The first to make a subject's key wins; everybody has that one.
      const taken = await insert(fresh);
      const theirs = taken.length === 0 ? [] : await rows.find({ _id: { $in: taken } }).toArray();
      for (const row of [...fresh, ...theirs]) keys.set(row._id, keep(row._id, keyOf(row)));
      return keys;
    },
    async toOpen(subjects) {
      const { keys, missing } = await known(subjects);
      if (missing.length === 0) return keys;
      for (const row of await rows.find({ _id: { $in: missing } }).toArray())
        keys.set(row._id, keep(row._id, keyOf(row)));
      return keys;
    },
    async erase(subject) {
      await rows.updateOne(
        { _id: subject },
        { $unset: { key: true }, $currentDate: { erasedAt: true } },
        { upsert: true },
      );
      keep(subject, null);
    },
  };
}

const keyOf = (row: KeyRow | null): Key => (row?.key === undefined ? null : Buffer.from(row.key.value()));
