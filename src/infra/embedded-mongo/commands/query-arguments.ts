import { createScope } from '../aggregate/expression.ts';
import { checkVariableName } from '../aggregate/scope.ts';
import type { Call } from '../call.ts';
import { MongoError } from '../mongo-error.ts';
import { type CompiledQuery, compileQuery } from '../query/compile-query.ts';
import type { QueryOptions } from '../query/context.ts';
import { FieldReads } from '../query/reads.ts';
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
  const variables = new Map<string, Value>([['NOW', call.engine.now()]]);
  if (!given) return variables;
  const reads = new FieldReads();
  const scope = createScope({ variables, reads });
  const nothing = scope.enter(EMPTY);
  for (const [name, value] of given) {
    checkVariableName(name);
    variables.set(name, scope.compile(value).evaluate(nothing) ?? null);
  }
  if (reads.fields === undefined || reads.fields.size > 0)
    throw new MongoError(
      4890500,
      'Command let Expression tried to access a field, but this is not allowed because command let expressions run before the query examines any documents.',
    );
  return variables;
}
