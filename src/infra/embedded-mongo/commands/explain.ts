import { leadOf } from '../aggregate/lead.ts';
import type { Call, Reply } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Work } from '../pause.ts';
import { candidates } from '../planner/candidates.ts';
import { findMatches, type Search } from '../planner/find-matches.ts';
import { isSorted, type Plan } from '../planner/plan.ts';
import type { Collection } from '../storage/collection.ts';
import { type Doc, Int32, isDoc, type Value } from '../values/value.ts';
import { checkNamespace, flag, numberOf, optionalString } from './arguments.ts';
import type { Command } from './command.ts';
import { SERVER_VERSION } from './handshake.ts';
import { planSearch, readSearch } from './search.ts';

const doc = (...fields: [string, Value][]): Doc => new Map(fields);

/** What a command would run on, in the shape of MongoDB's explain as far as clients read it. */
function explain(call: Call): Reply | Promise<Reply> {
  const inner = call.command.get('explain');
  if (!isDoc(inner)) throw new MongoError('TypeMismatch', "BSON field 'explain.explain' must be an object");
  return explainCommand(call, inner, optionalString(call.command, 'verbosity') ?? 'allPlansExecution');
}

/** Also serves `aggregate` with its own explain option. */
export function explainCommand(call: Call, inner: Doc, verbosity: string): Reply | Promise<Reply> {
  if (!['queryPlanner', 'executionStats', 'allPlansExecution'].includes(verbosity))
    throw new MongoError(
      'FailedToParse',
      'verbosity string must be one of {queryPlanner, executionStats, allPlansExecution}',
    );
  const name = inner.values().next().value;
  if (typeof name !== 'string') throw new MongoError('InvalidNamespace', 'collection name has invalid type');
  checkNamespace(call.database, name);
  const { holder, filter, limit, skip } = explainedQuery(inner);
  const search = readSearch(call, holder, { filter, limit, skip });
  const collection = call.engine.catalog.find(call.database, name);
  const planned: Search = collection
    ? planSearch(collection, search, holder)
    : { ...search, plan: { kind: 'nothing' } };
  const reply = doc(
    ['explainVersion', '1'],
    [
      'queryPlanner',
      doc(
        ['namespace', `${call.database}.${name}`],
        ['parsedQuery', search.query.filter],
        ['winningPlan', winningPlan(planned)],
        ['rejectedPlans', []],
      ),
    ],
    ['command', inner],
    ['serverInfo', doc(['version', SERVER_VERSION])],
  );
  if (verbosity === 'queryPlanner' || !collection) return reply;
  return withExecution(call, collection, planned, reply);
}

interface Explained {
  readonly holder: Doc;
  readonly filter: string;
  readonly limit: number;
  readonly skip: number;
}

/** Where the query stands in each command that can be explained. */
function explainedQuery(command: Doc): Explained {
  const [kind] = command.keys();
  const plain = {
    skip: numberOf(command.get('skip')) ?? 0,
    limit: Math.abs(numberOf(command.get('limit')) ?? 0) || Number.POSITIVE_INFINITY,
  };
  switch (kind) {
    case 'find':
      return { holder: command, filter: 'filter', ...plain };
    case 'count':
    case 'distinct':
      return { holder: command, filter: 'query', ...plain };
    case 'findAndModify':
    case 'findandmodify':
      return { holder: command, filter: 'query', skip: 0, limit: 1 };
    case 'update':
      return firstStatement(command, 'updates', (statement) => !flag(statement, 'multi'));
    case 'delete':
      return firstStatement(command, 'deletes', (statement) => numberOf(statement.get('limit')) === 1);
    case 'aggregate':
      return explainedPipeline(command);
    default:
      throw new MongoError('CommandNotFound', `Explain failed due to unknown command: ${String(kind)}`);
  }
}

function firstStatement(command: Doc, field: string, one: (statement: Doc) => boolean): Explained {
  const statements = command.get(field);
  const [statement] = Array.isArray(statements) ? statements : [];
  if (!isDoc(statement)) throw new MongoError('FailedToParse', `explained ${field} must hold one statement`);
  return { holder: statement, filter: 'q', skip: 0, limit: one(statement) ? 1 : Number.POSITIVE_INFINITY };
}

function explainedPipeline(command: Doc): Explained {
  const stages = command.get('pipeline');
  const { filter, sort, skip, limit } = leadOf(Array.isArray(stages) ? stages : []);
  const holder = new Map(command).set('filter', filter);
  if (sort) holder.set('sort', sort);
  return { holder, filter: 'filter', skip: skip ?? 0, limit: limit ?? Number.POSITIVE_INFINITY };
}

function winningPlan({ plan, sort, query }: Search): Doc {
  const found = describePlan(plan, query.filter);
  if (sort.kind !== 'fields' || isSorted(plan)) return found;
  const pattern: Doc = new Map(sort.sorter.fields.map(({ path, direction }) => [path, Int32.of(direction)]));
  return doc(['stage', 'SORT'], ['sortPattern', pattern], ['inputStage', found]);
}

function describePlan(plan: Plan, filter: Doc): Doc {
  switch (plan.kind) {
    case 'nothing':
      return doc(['stage', 'EOF']);
    case 'collectionScan':
      return doc(['stage', 'COLLSCAN'], ['filter', filter], ['direction', plan.reverse ? 'backward' : 'forward']);
    case 'union':
      return doc(
        ['stage', 'FETCH'],
        ['filter', filter],
        ['inputStage', doc(['stage', 'OR'], ['inputStages', plan.plans.map((part) => describePlan(part, new Map()))])],
      );
    case 'indexScan':
      return doc(['stage', 'FETCH'], ...(plan.exact ? [] : [['filter', filter] as [string, Value]]), [
        'inputStage',
        doc(
          ['stage', 'IXSCAN'],
          ['keyPattern', plan.index.spec.get('key') ?? null],
          ['indexName', plan.index.name],
          ['isMultiKey', plan.repeats],
          ['isUnique', plan.index.unique],
          ['isSparse', plan.index.sparse],
          ['isPartial', plan.index.partial !== undefined],
          ['direction', plan.reverse ? 'backward' : 'forward'],
          ['boundFields', Int32.of(plan.boundFields)],
          ['ranges', Int32.of(plan.ranges.length)],
        ),
      ]);
  }
}

function withExecution(call: Call, collection: Collection, search: Search, reply: Doc): Doc | Promise<Doc> {
  const snapshot = call.engine.store.snapshot();
  const started = performance.now();
  const work = function* (): Work<Doc> {
    try {
      let examined = 0;
      let returned = 0;
      for (const found of candidates(snapshot, collection, search.plan, call)) {
        if (found === PAUSE) yield found;
        else examined++;
      }
      for (const found of findMatches(snapshot, collection, search, call)) {
        if (found === PAUSE) yield found;
        else returned++;
      }
      return reply.set(
        'executionStats',
        doc(
          ['executionSuccess', true],
          ['nReturned', Int32.of(returned)],
          ['executionTimeMillis', Int32.of(Math.round(performance.now() - started))],
          ['totalKeysExamined', Int32.of(search.plan.kind === 'collectionScan' ? 0 : examined)],
          ['totalDocsExamined', Int32.of(examined)],
        ),
      );
    } finally {
      snapshot.release();
    }
  };
  return call.engine.slices.drive(work());
}

export const explainCommands: readonly Command[] = [{ names: ['explain'], fields: ['verbosity'], run: explain }];
