import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, machineClock } from '../ports/clock.ts';
import { type Logger, silentLogger } from '../ports/logger.ts';
import { AppliedMarks } from './applied-marks.ts';
import { createApply } from './apply.ts';
import { buttonKind } from './button.ts';
import type { ChangeSet, Stored } from './change-set.ts';
import { createCommit } from './commit.ts';
import { foldedAt, historyOf } from './history.ts';
import type { AnyKind, Ledger, RecordKind } from './ledger.ts';
import type { LedgerStore } from './ledger-store.ts';
import { SetGraph } from './set-graph.ts';
import { writesOf } from './set-writes.ts';
import { createUndo } from './undo.ts';

const SWEEP_BATCH = 100;
const MARK_DELAY_MS = 1_000;
/** First words of guards that are not of records. */
const RESERVED = new Set(['set', 'tree']);

interface LedgerOptions {
  store: LedgerStore;
  /** Every kind of record; that of the buttons is the ledger's own. */
  kinds: readonly AnyKind[];
  /** Business time, stamped on sets. */
  clock: Clock;
  machine?: Clock;
  logger?: Logger;
  /** The process that delivers what this ledger applies. */
  worker?: () => string;
  /** How long a mark "applied" may wait for others, in milliseconds; 0: written at once. */
  markDelayMs?: number;
  pause?: (ms: number) => Promise<void>;
}

/** The book over a store (`mongoLedgerStore(db)`). */
export function createLedger(options: LedgerOptions): Ledger {
  const { store, clock, machine = machineClock, logger = silentLogger, worker = () => 'ledger' } = options;
  const { markDelayMs = MARK_DELAY_MS, pause = (ms: number) => sleep(ms) } = options;
  const kinds = byName([...options.kinds, buttonKind]);
  const underWay = new Set<string>();
  const marks = new AppliedMarks({ store, machine, logger, delayMs: markDelayMs });
  const apply = createApply({ store, kinds, marks, worker });
  const history = async (kind: string, id: string) => historyOf(kind, id, await store.setsTouching([id]));

  async function readAll<T extends object>(kind: RecordKind<T>, ids: readonly string[]): Promise<(Stored<T> | null)[]> {
    const found = await store.read(kind.collection, ids);
    const living = new Map(found.filter(({ deleted }) => deleted !== true).map((record) => [record._id, record]));
    return ids.map((id) => (living.get(id) ?? null) as Stored<object> as Stored<T> | null);
  }

  /** One set that cannot be applied must not hold up the others. */
  const finish = async (sets: readonly ChangeSet[]): Promise<number> => {
    let done = 0;
    for (const set of sets) {
      try {
        await apply(set);
        done++;
      } catch (error) {
        logger.error({ set: set._id, error: error instanceof Error ? error.name : 'unknown' }, 'a set was not applied');
      }
    }
    return done;
  };

  return {
    record: createCommit({
      store,
      kinds,
      apply,
      effectsOf: (set) => writesOf(set, kinds, worker()),
      underWay,
      clock,
      machine,
      logger,
      pause,
    }),
    undo: createUndo({ store, kinds, apply }),
    async findSet(id) {
      const [set] = await store.setsById([id]);
      return set ?? null;
    },
    read: async (kind, id) => (await readAll(kind, [id]))[0] ?? null,
    readAll,
    async tree(setId) {
      const [root] = await store.setsById([setId]);
      if (root === undefined) return [];
      const graph = new SetGraph(store);
      await graph.grow([root]);
      return graph.tree(root);
    },
    async history(kind, id) {
      return (await history(kind, id)).map(({ set }) => set);
    },
    async recordAt<T extends object>(kind: RecordKind<T>, id: string, at: Date) {
      const record = foldedAt(await history(kind.kind, id), at);
      return record === null || record.deleted === true ? null : (record as Stored<object> as Stored<T>);
    },
    async sweep() {
      await marks.flush();
      for (let swept = 0; ; ) {
        const sets = await store.unapplied(SWEEP_BATCH);
        const done = await finish(sets.filter(({ _id }) => !underWay.has(_id)));
        await marks.flush();
        swept += done;
        if (done === 0 || sets.length < SWEEP_BATCH) return swept;
      }
    },
    close: () => marks.flush(),
  };
}

function byName(kinds: readonly AnyKind[]): ReadonlyMap<string, AnyKind> {
  const named = new Map<string, AnyKind>();
  for (const kind of kinds) {
    if (!/^[a-z][a-z0-9-]*$/.test(kind.kind) || RESERVED.has(kind.kind)) throw new Error(`not a name: ${kind.kind}`);
    if (named.has(kind.kind)) throw new Error(`two kinds are called ${kind.kind}`);
    named.set(kind.kind, kind);
  }
  return named;
}
