import type { Doc } from '../values/value.ts';
import { createQueryContext, type QueryOptions } from './context.ts';
import type { QueryNode } from './node.ts';
import { parseFilter } from './parse.ts';

export interface CompiledQuery {
  readonly filter: Doc;
  /** The parsed tree, for the planner. */
  readonly root: QueryNode;
  /** The top-level fields that the filter reads; undefined: all of them. */
  readonly fields: ReadonlySet<string> | undefined;
  matches(doc: Doc): boolean;
  /** Tests a document and says where in its array the match was, which is what the positional `$` stands for. */
  match(doc: Doc): { readonly matched: boolean; readonly position: number | undefined };
}

/** Compiles a filter; refusals are MongoErrors with MongoDB's codes (unknown operator 2, `$text` 27 …). */
export function compileQuery(filter: Doc, options: QueryOptions = {}): CompiledQuery {
  const context = createQueryContext(options);
  const root = parseFilter(filter, context);
  return {
    filter,
    root,
    fields: context.reads.fields,
    matches: (doc) => root.test(doc, { position: undefined }),
    match: (doc) => {
      const state = { position: undefined };
      return { matched: root.test(doc, state), position: state.position };
    },
  };
}
