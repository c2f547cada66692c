import type { ChangeSet } from '../change-set.ts';
import { INBOX, OUTBOX } from '../collections.ts';
import { type LedgerStore, type StoredDocument, type Write, WriteRefused } from '../ledger-store.ts';
import { accountKind, nameKind, noteKind, seatKind, talkKind } from './company.ts';
import type { MemoryStore } from './memory-store.ts';
import type { Broken } from './world.ts';

type Change = (store: LedgerStore, memory: MemoryStore) => Partial<LedgerStore>;

/** A store that does some of its work otherwise. */
const otherwise = (change: Change): Broken => ({
  store: (store, memory) => {
    const changed = change(store, memory);
    const all: Record<string, unknown> = {};
    for (const name of NAMES) all[name] = (changed[name] ?? store[name]).bind(store);
    return all as unknown as LedgerStore;
  },
});
const NAMES = [
  'insert',
  'setsById',
  'setsGuarding',
  'setsTouching',
  'setsFollowing',
  'unapplied',
  'read',
  'write',
  'sent',
  'markApplied',
] as const;

/** Commits, and then applies, another document than the one that was built. */
const committing = (alter: (set: ChangeSet) => Partial<ChangeSet>): Broken =>
  otherwise((store) => ({ insert: (set) => store.insert(Object.assign(set, alter(set))) }));

const writing = (alter: (write: Write) => Write | undefined): Broken =>
  otherwise((store) => ({
    write: (writes) => store.write(writes.map(alter).filter((write) => write !== undefined)),
  }));

const guardsBut = (dropped: (guard: string, set: ChangeSet) => boolean): Broken =>
  committing((set) => ({ guards: set.guards.filter((guard) => !dropped(guard, set)) }));

const relied = (set: ChangeSet): string[] =>
  set.changes
    .filter((one) => Object.keys(one.set).length === 0 && !one.unset && one.deleted === undefined)
    .map(({ kind, id, base }) => `${kind}:${id}@${base}`);

let copies = 0;

/** Every clause of the ledger that the simulation can tell from its absence: what it is, and a ledger without it. */
export const clauses: Record<string, Broken> = {
  'every change carries a guard': guardsBut((guard) => !guard.startsWith('set:')),
  'natural keys are guarded like any record': guardsBut((guard) => guard.startsWith('account-name:')),
  'what a decision relies on is taken too': guardsBut((guard, set) => relied(set).includes(guard)),
  'joining a tree is guarded': guardsBut((guard) => guard.startsWith('tree:')),
  'a cause is the key of its set': otherwise((store) => ({
    insert: (set) => {
      const _id = `${set._id}~${copies++}`;
      const guards = [`set:${_id}`, ...set.guards.filter((guard) => !guard.startsWith('set:'))];
      return store.insert({ ...set, _id, guards });
    },
  })),
  'the same cause is recognised': otherwise((store) => ({
    insert: (set) => store.insert({ ...set, cause: { ...set.cause, id: `${set._id}~${copies++}` } }),
  })),
  'a lost answer is not a failure': otherwise((store, memory) => ({
    insert: async (set) => {
      const before = memory.sets((one) => one._id === set._id)[0];
      if (before?.token === set.token) throw new WriteRefused('the store did not answer');
      return store.insert(set);
    },
  })),
  'time goes forward along versions': committing((set) => ({
    at: new Date(set.at.getTime() - 3_600_000 * (copies++ % 3)),
  })),
  'apply moves a record from its base alone': writing((write) => ({ ...write, filter: { _id: write.filter._id } })),
  'a create that is applied again changes nothing': writing(({ update: { $setOnInsert, ...update }, ...write }) => ({
    ...write,
    update: { ...update, ...($setOnInsert && { $set: { ...$setOnInsert, ...update.$set } }) },
  })),
  'a delete is a version': otherwise((store, memory) => ({
    write: async (writes) => {
      const met = await store.write(writes);
      for (const { collection, filter, update } of writes)
        if (update.$set?.deleted === true) memory.collection(collection).delete(filter._id);
      return met;
    },
  })),
  'applied comes last': committing((set) => ({ applied: set.at })),
  'rows of the outbox come before applied': otherwise((store, memory) => ({
    write: async (writes) => {
      const rows = writes.filter((write) => write.collection === OUTBOX);
      for (const row of rows) {
        const set = String(row.update.$setOnInsert?.set ?? '');
        const [committed] = memory.sets((one) => one._id === set);
        if (committed?.applied === undefined) await store.markApplied([set], new Date(0));
      }
      return store.write(writes);
    },
  })),
  'a sweep finishes what others left': otherwise(() => ({ unapplied: async () => [] })),
  'a clash applies what stands in the way': {
    ...otherwise(() => ({ setsGuarding: async () => [] })),
    noSweep: true,
  },
  'a clash decides again on fresh reads': otherwise((store) => {
    const seen = new Map<string, StoredDocument[]>();
    return {
      read: async (collection, ids) => {
        const key = `${collection} ${ids.join(' ')}`;
        const found = seen.get(key) ?? (await store.read(collection, ids));
        seen.set(key, found);
        return found;
      },
    };
  }),
  'delivered rows stay': { forgetsDelivered: true },
  'the event is closed by its set': writing((write) => (write.collection === INBOX ? undefined : write)),
  'undo takes the whole tree': otherwise((store) => ({
    setsFollowing: async (ids) =>
      (await store.setsFollowing(ids)).map(({ amends: _, triggeredBy: __, ...set }) => set as ChangeSet),
  })),
  'undo gives back the former writer': committing((set) => ({
    changes: set.changes.map(({ writersAfter: _, ...change }) => change),
  })),
  'undo respects what others built on': otherwise((store) => ({
    setsTouching: async (ids) => (await store.setsTouching(ids)).slice(0, 2),
  })),
  'undo keeps a name with its bearer': {
    kinds: [accountKind, { ...nameKind, keyOf: undefined } as typeof nameKind, noteKind, seatKind, talkKind],
  },
  'undo withdraws what has not left': committing(() => ({ withdraws: undefined })),
  'rows exist before they are withdrawn': otherwise((store) => ({
    setsById: async (ids) => (await store.setsById(ids)).map((set) => ({ ...set, applied: set.at })),
    setsFollowing: async (ids) => (await store.setsFollowing(ids)).map((set) => ({ ...set, applied: set.at })),
  })),
};
