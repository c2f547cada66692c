import type { Call, Reply } from '../call.ts';
import { PAUSE, type Work } from '../pause.ts';
import { rowsOf } from '../planner/candidates.ts';
import { findMatches, type Search } from '../planner/find-matches.ts';
import type { Plan } from '../planner/plan.ts';
import type { Collection } from '../storage/collection.ts';
import type { Reader } from '../storage/key-value.ts';
import { type Doc, Int32 } from '../values/value.ts';
import { collectionName, numberOf, optionalCount } from './arguments.ts';
import type { Command } from './command.ts';
import { planSearch, readSearch } from './search.ts';

function count(call: Call): Reply | Promise<Reply> {
  const name = collectionName(call);
  const { command, engine } = call;
  const limit = Math.abs(numberOf(command.get('limit')) ?? 0) || Number.POSITIVE_INFINITY;
  const search = readSearch(call, command, { filter: 'query', limit, skip: optionalCount(command, 'skip') ?? 0 });
  const collection = engine.catalog.find(call.database, name);
  const reply = (n: number): Doc => new Map([['n', Int32.of(n)]]);
  if (!collection) return reply(0);
  const planned = planSearch(collection, search, command);
  if (search.query.root.kind === 'always' && planned.plan.kind === 'collectionScan')
    return reply(Math.max(0, Math.min(limit, collection.count - search.skip)));
  const snapshot = engine.store.snapshot();
  const counted = engine.slices.drive(
    (function* (): Work<number> {
      try {
        return yield* countMatches(snapshot, collection, planned, call);
      } finally {
        snapshot.release();
      }
    })(),
  );
  return counted instanceof Promise ? counted.then(reply) : reply(counted);
}

/** Counts without looking at documents where the plan's index says it all. */
function* countMatches(reader: Reader, collection: Collection, search: Search, call: Call): Work<number> {
  const { plan, skip, limit } = search;
  if (!isCovered(plan)) {
    let n = 0;
    for (const found of findMatches(reader, collection, search, call)) {
      if (found === PAUSE) yield found;
      else n++;
    }
    return n;
  }
  let n = 0;
  for (const row of rowsOf(reader, collection, plan, call)) {
    if (row === PAUSE) yield row;
    else if (++n >= skip + limit) break;
  }
  return Math.max(0, n - skip);
}

const isCovered = (plan: Plan): plan is Exclude<Plan, { kind: 'collectionScan' }> =>
  plan.kind === 'nothing' || (plan.kind === 'indexScan' && plan.exact);

export const countCommands: readonly Command[] = [
  { names: ['count'], fields: ['query', 'limit', 'skip', 'hint', 'collation'], run: count },
];
