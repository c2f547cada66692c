import { Call } from './call.ts';
import { runDelete } from './commands/delete.ts';
import type { Engine } from './engine.ts';
import { compileQuery } from './query/compile-query.ts';
import type { Collection } from './storage/collection.ts';
import type { Index } from './storage/index-definition.ts';
import type { Value } from './values/value.ts';

/** Has documents removed whose TTL index says that their time is over, every so many seconds. Returns how to stop. */
export function startExpiry(engine: Engine, seconds: number): () => void {
  let busy = false;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    // A full disk or the like: the next sweep tries again.
    await sweep(engine).catch(() => undefined);
    busy = false;
  }, seconds * 1000).unref();
  return () => clearInterval(timer);
}

async function sweep(engine: Engine): Promise<void> {
  for (const collection of engine.catalog.list())
    for (const index of collection.indexes)
      if (index.expireAfterSeconds !== undefined && index.ready)
        await removeExpired(engine, collection, index, index.expireAfterSeconds);
}

/** An array expires with its earliest date; what holds no date never does. */
async function removeExpired(engine: Engine, collection: Collection, index: Index, seconds: number): Promise<void> {
  const path = index.fields[0]?.path ?? '';
  const before = new Date(engine.now().getTime() - seconds * 1000);
  const query = compileQuery(new Map([[path, new Map<string, Value>([['$lte', before]])]]));
  const call = new Call(
    engine,
    { id: 0, open: true, client: undefined },
    { name: 'ttl', database: collection.database, command: new Map(), documents: [] },
  );
  const selection = {
    search: { query, sort: { kind: 'none' as const }, skip: 0, limit: Number.POSITIVE_INFINITY },
    statement: new Map(),
  };
  const { catalog } = engine;
  await engine.commits.submit((writer) => runDelete({ writer, catalog }, collection, selection, false, call));
}
