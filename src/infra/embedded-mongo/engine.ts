import { Cursors } from './cursors.ts';
import { FailPoint } from './fail-point.ts';
import { Slices } from './slices.ts';
import { Catalog } from './storage/catalog.ts';
import { removeDroppedData } from './storage/dropped-data.ts';
import { GroupCommit } from './storage/group-commit.ts';
import type { KeyValueStore } from './storage/key-value.ts';

const LAST_WORDS_MS = 50;

/** Everything that commands work on; one per open data folder. */
export interface Engine {
  readonly store: KeyValueStore;
  readonly catalog: Catalog;
  readonly commits: GroupCommit;
  readonly cursors: Cursors;
  readonly slices: Slices;
  /** Only `configureFailPoint` arms it, and that only where test commands are on. */
  readonly failPoint: FailPoint | undefined;
  readonly now: () => Date;
  readonly startedAt: Date;
  /** Has what drops left behind removed in the background. */
  readonly removeDropped: () => void;
}

export function createEngine(store: KeyValueStore, now: () => Date, testCommands: boolean): Engine {
  const catalog = new Catalog();
  const load = () => {
    const snapshot = store.snapshot();
    try {
      catalog.load(snapshot);
    } finally {
      snapshot.release();
    }
  };
  load();
  const slices = new Slices();
  const commits = new GroupCommit(store, {
    slices,
    beforeCommit: (writer) => catalog.saveCounts(writer),
    onUndone: load,
    // Those who wait are told first; then whoever runs this server has to start it anew.
    onBroken: (error) => {
      setTimeout(() => {
        throw new Error('the store cannot be used until it is started again', { cause: error });
      }, LAST_WORDS_MS);
    },
  });
  return {
    store,
    catalog,
    commits,
    cursors: new Cursors(),
    slices,
    failPoint: testCommands ? new FailPoint() : undefined,
    now,
    startedAt: now(),
    // A failure leaves the marks where they are: the next drop or start tries again.
    removeDropped: () => void commits.submit(removeDroppedData).catch(() => undefined),
  };
}
