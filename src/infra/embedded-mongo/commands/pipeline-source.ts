import type { Lead } from '../aggregate/lead.ts';
import type { FindOptions, Namespace } from '../aggregate/stage.ts';
import type { Call } from '../call.ts';
import { PAUSE, type Stream } from '../pause.ts';
import { rowsOf } from '../planner/candidates.ts';
import { choosePlan } from '../planner/choose-plan.ts';
import { findMatches, type Search } from '../planner/find-matches.ts';
import { parseSort } from '../planner/sort.ts';
import { compileQuery } from '../query/compile-query.ts';
import type { Collection } from '../storage/collection.ts';
import type { Reader } from '../storage/key-value.ts';
import { decodeDocument, decodeFields } from '../values/decode.ts';
import type { Doc } from '../values/value.ts';
import { queryOptions } from './query-arguments.ts';
import { planSearch } from './search.ts';

export interface SourceRequest {
  readonly lead: Lead;
  /** Where `hint` and `collation` stand. */
  readonly statement: Doc;
  /** The fields that the pipeline reads; undefined: all. */
  readonly fields: ReadonlySet<string> | undefined;
}

/** The documents that a pipeline starts from. */
export function* pipelineSource(
  call: Call,
  reader: Reader,
  namespace: { readonly database: string; readonly name: string },
  { lead, statement, fields }: SourceRequest,
): Generator<Doc | typeof PAUSE, void, void> {
  const collection = call.engine.catalog.find(namespace.database, namespace.name);
  if (!collection) return;
  const options = queryOptions(call, statement);
  const search = planSearch(
    collection,
    {
      query: compileQuery(lead.filter, options),
      sort: parseSort(lead.sort, options.collation),
      skip: lead.skip ?? 0,
      limit: lead.limit ?? Number.POSITIVE_INFINITY,
    },
    statement,
  );
  yield* documents(reader, collection, search, fields, call);
}

/** The documents of another collection that `$lookup` and its kin ask for. */
export function* readOther(
  call: Call,
  reader: Reader,
  { db = call.database, collection: name }: Namespace,
  filter: Doc,
  { variables, fields }: FindOptions = {},
): Generator<Doc | typeof PAUSE, void, void> {
  const collection = call.engine.catalog.find(db, name);
  if (!collection) return;
  const { collation, variables: own } = queryOptions(call);
  const query = compileQuery(filter, { collation, variables: variables ?? own });
  const plan = choosePlan(collection, { root: query.root, collated: collation !== undefined });
  const search: Search = { query, plan, sort: { kind: 'none' }, skip: 0, limit: Number.POSITIVE_INFINITY };
  yield* documents(reader, collection, search, fields, call);
}

const NOTHING: Doc = new Map();

/** Decodes only what the pipeline reads; where that is nothing (a count), an index may save the documents altogether. */
function* documents(
  reader: Reader,
  collection: Collection,
  search: Search,
  fields: ReadonlySet<string> | undefined,
  call: Call,
): Stream<Doc> & Generator<Doc | typeof PAUSE, void, void> {
  const { plan, skip, limit } = search;
  if (fields?.size === 0 && plan.kind === 'indexScan' && plan.exact) {
    let seen = 0;
    for (const row of rowsOf(reader, collection, plan, call)) {
      if (row === PAUSE) yield row;
      else if (++seen > skip) yield NOTHING;
      if (seen - skip >= limit) return;
    }
    return;
  }
  for (const found of findMatches(reader, collection, search, call)) {
    if (found === PAUSE) yield found;
    else yield fields ? decodeFields(found.bytes, fields) : decodeDocument(found.bytes);
  }
}
