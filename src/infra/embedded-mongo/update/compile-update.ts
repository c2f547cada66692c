import { ObjectId } from 'bson';
import { MongoError } from '../mongo-error.ts';
import type { CompiledQuery } from '../query/compile-query.ts';
import type { QueryOptions } from '../query/context.ts';
import { docsIdentical, valuesEqual, valuesIdentical } from '../values/compare.ts';
import { typeName } from '../values/types.ts';
import { type Doc, isDoc, type Maybe, type Value } from '../values/value.ts';
import { describe } from './describe.ts';
import { compileOperators } from './operator-update.ts';
import { compileUpdatePipeline } from './pipeline-update.ts';
import { equalitiesOf, seedFrom } from './seed.ts';

interface UpdateOptions extends QueryOptions {
  readonly arrayFilters?: readonly Value[] | undefined;
  /** The server's time, for `$currentDate`. */
  readonly now: Date;
}

export interface CompiledUpdate {
  readonly kind: 'operators' | 'replacement' | 'pipeline';
  /** The top-level fields that may change; undefined: any. */
  readonly fields: ReadonlySet<string> | undefined;
  /** Whether the positional `$` is used, so that the query's match must say where it was. */
  readonly needsPosition: boolean;
  /** The updated document (the given one stays as it is); `modified` is false when its bytes would be the same. */
  apply(doc: Doc, position?: number): { readonly doc: Doc; readonly modified: boolean };
  /** The document that an upsert inserts, with an `_id`. */
  insert(query: CompiledQuery): Doc;
}

/** Compiles an update document, replacement or pipeline; refusals carry MongoDB's codes (9, 40, 52, 56, 66 …). */
export function compileUpdate(update: Value, options: UpdateOptions): CompiledUpdate {
  if (Array.isArray(update)) return pipelineUpdate(update, options);
  if (!isDoc(update)) throw new MongoError('FailedToParse', 'Update argument must be either an object or an array');
  const [first] = update.keys();
  return first?.startsWith('$') ? operatorUpdate(update, options) : replacementUpdate(update, options);
}

function operatorUpdate(update: Doc, options: UpdateOptions): CompiledUpdate {
  const operators = compileOperators(update, options.arrayFilters ?? [], options);
  return {
    kind: 'operators',
    fields: operators.fields,
    needsPosition: operators.needsPosition,
    apply: (doc, position) => {
      const result = operators.apply(doc, position, false);
      checkIdUnchanged(
        doc,
        result.doc,
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
      return result;
    },
    insert: (query) => {
      const seed = seedFrom(query);
      const { doc } = operators.apply(seed, undefined, true);
      if (seed.has('_id')) {
        checkIdUnchanged(seed, doc, "Performing an update on the path '_id' would modify the immutable field '_id'");
      }
      return withId(doc, undefined);
    },
  };
}

function replacementUpdate(replacement: Doc, options: UpdateOptions): CompiledUpdate {
  if (options.arrayFilters?.length) {
    throw new MongoError('FailedToParse', 'Cannot specify arrayFilters and a replacement-style update');
  }
  for (const name of replacement.keys()) {
    if (!name.startsWith('$')) continue;
    throw new MongoError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  }
  return {
    kind: 'replacement',
    fields: undefined,
    needsPosition: false,
    apply: (doc) => {
      const next = replacement.has('_id') ? new Map(replacement) : withId(replacement, doc.get('_id'));
      checkIdUnchanged(doc, next, alteredId(next));
      return { doc: next, modified: !docsIdentical(doc, next) };
    },
    insert: (query) => {
      const wanted = idWanted(query);
      const next = withId(replacement, wanted);
      if (wanted !== undefined && !valuesEqual(next.get('_id'), wanted)) {
        throw new MongoError('ImmutableField', alteredId(next));
      }
      return next;
    },
  };
}

function pipelineUpdate(stages: readonly Value[], options: UpdateOptions): CompiledUpdate {
  if (options.arrayFilters?.length) {
    throw new MongoError('FailedToParse', 'arrayFilters may not be specified for pipeline-syle updates');
  }
  const run = compileUpdatePipeline(stages, options);
  return {
    kind: 'pipeline',
    fields: undefined,
    needsPosition: false,
    apply: (doc) => {
      const result = run(doc);
      const next = result.has('_id') ? result : withId(result, doc.get('_id'));
      checkIdUnchanged(doc, next, alteredId(next));
      return { doc: next, modified: !docsIdentical(doc, next) };
    },
    insert: (query) => {
      const seed = seedFrom(query);
      const next = withId(run(seed), seed.get('_id'));
      if (seed.has('_id')) checkIdUnchanged(seed, next, alteredId(next));
      return next;
    },
  };
}

function idWanted(query: CompiledQuery): Maybe {
  return equalitiesOf(query.root).find(([path]) => path === '_id')?.[1];
}

function alteredId(doc: Doc): string {
  return `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${describe(doc.get('_id'))}`;
}

function checkIdUnchanged(before: Doc, after: Doc, message: string): void {
  const old = before.get('_id');
  const id = after.get('_id');
  if (!valuesIdentical(old, id) && !valuesEqual(old, id)) throw new MongoError('ImmutableField', message);
}

/** The `_id` goes first, as MongoDB stores it; a new one is made when there is none. */
function withId(doc: Doc, fallback: Maybe): Doc {
  const id = doc.get('_id') ?? fallback ?? (doc.has('_id') ? null : new ObjectId());
  checkId(id);
  const result: Doc = new Map([['_id', id]]);
  for (const [name, value] of doc) if (name !== '_id') result.set(name, value);
  return result;
}

/** What may be an `_id`: anything but arrays and regexes (53), and no document with operators (52). */
export function checkId(id: Value): void {
  const type = typeName(id);
  if (type === 'array' || type === 'regex') {
    throw new MongoError('InvalidIdField', `The '_id' value cannot be of type ${type}`);
  }
  const dollar = isDoc(id) ? [...id.keys()].find((name) => name.startsWith('$')) : undefined;
  if (dollar !== undefined) {
    throw new MongoError(
      'DollarPrefixedFieldName',
      `_id fields may not contain '$'-prefixed fields: ${dollar} is not valid for storage.`,
    );
  }
}
