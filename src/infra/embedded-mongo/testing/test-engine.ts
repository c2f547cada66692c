import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Call } from '../call.ts';
import { createEngine, type Engine } from '../engine.ts';
import type { Collection } from '../storage/collection.ts';
import { insertDocument } from '../storage/documents.ts';
import { buildIndex } from '../storage/index-build.ts';
import type { Reader } from '../storage/key-value.ts';
import { openLmdbStore } from '../storage/lmdb-store.ts';
import { encodeDocument } from '../values/encode.ts';
import type { Doc } from '../values/value.ts';

export interface TestEngine {
  readonly engine: Engine;
  fill(name: string, docs: readonly Doc[], indexes: readonly Doc[]): Promise<Collection>;
  read<T>(work: (reader: Reader) => T): T;
  call(): Call;
  close(): Promise<void>;
}

/** An engine over a temporary folder, without a server around it. */
export async function openTestEngine(): Promise<TestEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  const store = openLmdbStore(folder);
  const engine = createEngine(store, () => new Date(), false);
  const { catalog, commits } = engine;
  return {
    engine,
    fill: async (name, docs, indexes) => {
      const collection = await commits.apply((writer) => {
        const made = catalog.create(writer, 'test', name, new Map());
        for (const doc of docs) insertDocument({ writer, catalog }, made, doc, encodeDocument(doc));
        return made;
      });
      for (const spec of indexes) await commits.submit((writer) => buildIndex({ writer, catalog }, collection, spec));
      return collection;
    },
    read: (work) => {
      const snapshot = store.snapshot();
      try {
        return work(snapshot);
      } finally {
        snapshot.release();
      }
    },
    call: () =>
      new Call(
        engine,
        { id: 0, open: true, client: undefined },
        { name: 'find', database: 'test', command: new Map(), documents: [] },
      ),
    close: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
