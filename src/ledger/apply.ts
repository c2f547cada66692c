import type { AppliedMarks } from './applied-marks.ts';
import type { Change, ChangeSet } from './change-set.ts';
import type { AnyKind } from './ledger.ts';
import type { LedgerStore, Write } from './ledger-store.ts';
import { collectionOf, writesOf } from './set-writes.ts';

interface ApplyTools {
  store: LedgerStore;
  kinds: ReadonlyMap<string, AnyKind>;
  marks: AppliedMarks;
  worker: () => string;
}

/** `done`: its effects were written with the commit, and that many met their documents. */
export type Apply = (set: ChangeSet, done?: { writes: readonly Write[]; met: number }) => Promise<void>;

/**
 * Puts a committed set into effect. Anyone may do it, at any time, any number of times. A record that is still behind the
 * version the set was decided on (after a restore, or a change of primary) first gets the sets that are missing.
 */
export function createApply({ store, kinds, marks, worker }: ApplyTools): Apply {
  async function apply(set: ChangeSet, done?: { writes: readonly Write[]; met: number }): Promise<void> {
    const writes = done?.writes ?? writesOf(set, kinds, worker());
    const met = done?.met ?? (await store.write(writes));
    if (met < writes.length) await catchUp(set, writes);
    await marks.add(set._id);
  }

  /** Not every write met its document. That is right where the record is newer; one that is older is brought along. */
  async function catchUp(set: ChangeSet, writes: readonly Write[]): Promise<void> {
    let behind = await recordsBehind(set);
    while (behind.length > 0) {
      for (const { change, version } of behind) await apply(await successor(change, version));
      await store.write(writes);
      behind = await recordsBehind(set);
    }
  }

  async function recordsBehind(set: ChangeSet): Promise<{ change: Change; version: number }[]> {
    const behind = [];
    for (const collection of new Set(set.changes.map((change) => collectionOf(change, kinds)))) {
      const changes = set.changes.filter((change) => collectionOf(change, kinds) === collection);
      const found = await store.read(
        collection,
        changes.map((change) => change.id),
      );
      const versions = new Map(found.map((record) => [record._id, record.v]));
      for (const change of changes) {
        const version = versions.get(change.id) ?? 0;
        if (version < change.base) behind.push({ change, version });
      }
    }
    return behind;
  }

  async function successor(of: Change, version: number): Promise<ChangeSet> {
    const touching = await store.setsTouching([of.id]);
    const next = touching.find((set) =>
      set.changes.some(({ kind, id, base }) => kind === of.kind && id === of.id && base === version),
    );
    if (next === undefined) throw new Error(`the ledger lacks the set that took ${of.kind} from version ${version}`);
    return next;
  }

  return apply;
}
