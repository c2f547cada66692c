import type { MergePlan, Namespace } from '../aggregate/stage.ts';
import type { Call } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { PAUSE, type Stream, type Work } from '../pause.ts';
import { candidates } from '../planner/candidates.ts';
import { choosePlan } from '../planner/choose-plan.ts';
import { compileQuery } from '../query/compile-query.ts';
import type { Collection } from '../storage/collection.ts';
import { insertDocument, readStored, replaceDocument, type Stored, type Transaction } from '../storage/documents.ts';
import { buildIndex } from '../storage/index-build.ts';
import { checkId } from '../update/compile-update.ts';
import type { Doc, Value } from '../values/value.ts';
import { flag } from './arguments.ts';
import { validatorOf } from './collection-options.ts';
import { ensureCollection } from './collections.ts';
import { prepareDoc } from './prepared-document.ts';
import { withId } from './with-id.ts';

type Target = { readonly kind: 'out'; readonly into: Namespace } | { readonly kind: 'merge'; readonly plan: MergePlan };

/** What a pipeline has to write once its results are known. */
export type PipelineWrite = Target & { readonly docs: readonly Doc[] };

/** Takes in the results of a pipeline for its last stage, to be written when all are there. */
export function* gatherWrite(writes: PipelineWrite[], target: Target, docs: Stream<Doc>): Work<void> {
  const gathered: Doc[] = [];
  for (const doc of docs) {
    if (doc === PAUSE) yield doc;
    else gathered.push(doc);
  }
  writes.push({ ...target, docs: gathered });
}

export function applyWrite(transaction: Transaction, call: Call, write: PipelineWrite): Work<void> {
  return write.kind === 'out'
    ? replaceCollection(transaction, call, write.into, write.docs)
    : mergeAll(transaction, call, write.plan, write.docs);
}

/** A new collection with the indexes of the old one takes its place when it is complete. */
function* replaceCollection(transaction: Transaction, call: Call, into: Namespace, docs: readonly Doc[]): Work<void> {
  const { writer, catalog } = transaction;
  const database = into.db ?? call.database;
  const old = catalog.find(database, into.collection);
  const fresh = catalog.create(
    writer,
    database,
    `tmp.agg_out.${catalog.list().length}.${call.connection.id}`,
    old?.options ?? new Map(),
  );
  for (const index of old?.indexes ?? []) if (index.name !== '_id_') yield* buildIndex(transaction, fresh, index.spec);
  try {
    const validate = validatorOf(fresh, flag(call.command, 'bypassDocumentValidation'));
    for (const doc of docs) {
      insertDoc(transaction, fresh, doc, validate);
      if (call.pauseDue()) yield PAUSE;
    }
  } catch (error) {
    if (error instanceof MongoError) catalog.drop(writer, fresh);
    throw error;
  }
  const current = catalog.find(database, into.collection);
  if (current) catalog.drop(writer, current);
  catalog.rename(writer, fresh, database, into.collection);
  call.engine.removeDropped();
}

type Validate = ReturnType<typeof validatorOf>;

function insertDoc(transaction: Transaction, collection: Collection, doc: Doc, validate: Validate): void {
  const prepared = prepareDoc(withId(doc));
  validate(prepared.doc, undefined);
  insertDocument(transaction, collection, prepared.doc, prepared.bytes);
}

function* mergeAll(transaction: Transaction, call: Call, plan: MergePlan, docs: readonly Doc[]): Work<void> {
  const collection = ensureCollection(transaction, plan.into.db ?? call.database, plan.into.collection);
  checkUniqueOn(collection, plan.on);
  const validate = validatorOf(collection, flag(call.command, 'bypassDocumentValidation'));
  for (const doc of docs) {
    mergeOne(transaction, call, collection, plan, doc, validate);
    if (call.pauseDue()) yield PAUSE;
  }
}

/** Which document is meant must be certain: a unique index over exactly these fields. */
function checkUniqueOn(collection: Collection, on: readonly string[]): void {
  const wanted = [...on].sort().join('\0');
  const serves = collection.indexes.some(
    ({ unique, partial, ready, fields }) =>
      unique &&
      !partial &&
      ready &&
      fields
        .map(({ path }) => path)
        .sort()
        .join('\0') === wanted,
  );
  if (!serves) throw new MongoError(51183, 'Cannot find index to verify that join fields will be unique');
}

function mergeOne(
  transaction: Transaction,
  call: Call,
  collection: Collection,
  plan: MergePlan,
  doc: Doc,
  validate: Validate,
): void {
  const fresh = plan.on.includes('_id') ? withId(doc) : doc;
  const existing = findOn(transaction, call, collection, plan.on, fresh);
  const action = existing ? plan.whenMatched : plan.whenNotMatched;
  if (action === 'keepExisting' || action === 'discard') return;
  if (action === 'insert') {
    insertDoc(transaction, collection, fresh, validate);
    return;
  }
  if (action === 'fail') {
    if (!existing)
      throw new MongoError(
        13113,
        '$merge could not find a matching document in the target collection for at least one document in the source collection',
      );
    // Inserting it is what shows the duplicate key as MongoDB shows it.
    insertDoc(transaction, collection, fresh, validate);
    return;
  }
  if (!existing) return;
  const next = withExistingId(existing, merged(action, existing.doc, fresh));
  const prepared = prepareDoc(next);
  validate(prepared.doc, existing.doc);
  replaceDocument(transaction, collection, existing, prepared.doc, prepared.bytes);
}

function merged(
  action: Exclude<MergePlan['whenMatched'], 'keepExisting' | 'fail' | 'insert' | 'discard'>,
  existing: Doc,
  fresh: Doc,
): Doc {
  if (action === 'replace') return fresh;
  if (action === 'merge') return new Map([...existing, ...fresh]);
  return action(existing, fresh);
}

function withExistingId({ doc }: Stored, next: Doc): Doc {
  const id = doc.get('_id') as Value;
  checkId(id);
  return new Map<string, Value>([['_id', id], ...[...next].filter(([name]) => name !== '_id')]);
}

function findOn(
  { writer }: Transaction,
  call: Call,
  collection: Collection,
  on: readonly string[],
  doc: Doc,
): Stored | undefined {
  const filter: Doc = new Map(on.map((path): [string, Value] => [path, new Map([['$eq', valueAt(doc, path)]])]));
  const query = compileQuery(filter);
  for (const found of candidates(writer, collection, choosePlan(collection, { root: query.root }), call)) {
    if (found === PAUSE) continue;
    const stored = readStored(writer, collection, found.row);
    if (stored && query.matches(stored.doc)) return stored;
  }
  return undefined;
}

function valueAt(doc: Doc, path: string): Value {
  let value: Value | undefined = doc;
  for (const segment of path.split('.')) value = value instanceof Map ? value.get(segment) : undefined;
  if (value === undefined || value === null || Array.isArray(value))
    throw new MongoError(51132, "$merge write error: 'on' field cannot be missing, null, undefined or an array");
  return value;
}
