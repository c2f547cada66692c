import { MongoError } from '../mongo-error.ts';
import { type CompiledQuery, compileQuery } from '../query/compile-query.ts';
import type { QueryOptions } from '../query/context.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';

export type ArrayFilters = ReadonlyMap<string, (item: Value) => boolean>;

/** Compiles `arrayFilters`: each speaks about one identifier, which the update must use. */
export function compileArrayFilters(filters: readonly Value[], options: QueryOptions): ArrayFilters {
  const compiled = new Map<string, (item: Value) => boolean>();
  for (const filter of filters) {
    if (!isDoc(filter)) throw new MongoError('TypeMismatch', 'Each array filter must be an object');
    const identifier = identifierOf(filter);
    if (compiled.has(identifier)) {
      throw new MongoError(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${identifier}`,
      );
    }
    compiled.set(identifier, elementTest(identifier, compileQuery(filter, options)));
  }
  return compiled;
}

function elementTest(identifier: string, query: CompiledQuery): (item: Value) => boolean {
  return (item) => query.matches(new Map([[identifier, item]]));
}

function identifierOf(filter: Doc): string {
  const names = new Set(namesIn(filter));
  const [first, second] = names;
  if (first === undefined)
    throw new MongoError('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters');
  if (second !== undefined) {
    throw new MongoError(
      'FailedToParse',
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${first}' and '${second}'`,
    );
  }
  if (!/^[a-z][a-zA-Z0-9]*$/.test(first)) {
    throw new MongoError(
      'BadValue',
      `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${first}'`,
    );
  }
  return first;
}

function namesIn(filter: Doc): string[] {
  return [...filter].flatMap(([name, value]) => {
    if (!name.startsWith('$')) return [name.split('.')[0] ?? name];
    return Array.isArray(value) ? value.flatMap((item) => (isDoc(item) ? namesIn(item) : [])) : [];
  });
}
