import type { Call } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { type CompiledQuery, compileQuery } from '../query/compile-query.ts';
import type { QueryOptions } from '../query/context.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import { optionalDoc } from './arguments.ts';
import { readCollation } from './collation.ts';

/** What a statement's `collation` and the command's `let` mean to everything that is compiled for it. */
export function queryOptions(call: Call, statement: Doc = call.command): QueryOptions {
  return { collation: readCollation(statement.get('collation')), variables: variablesOf(call) };
}

/** Compiles a filter that is an object if it is there at all. */
export function readFilter(holder: Doc, field: string, options: QueryOptions): CompiledQuery {
  return compileQuery(optionalDoc(holder, field) ?? EMPTY, options);
}

const EMPTY: Doc = new Map();

function variablesOf(call: Call): ReadonlyMap<string, Value> {
  const given = call.command.get('let');
  if (given !== undefined && !isDoc(given)) throw new MongoError('TypeMismatch', "BSON field 'let' must be an object");
  return new Map<string, Value>([['NOW', call.engine.now()], ...(given ?? EMPTY)]);
}
