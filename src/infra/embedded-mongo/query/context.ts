import type { CompareStrings } from '../values/compare.ts';
import type { Value } from '../values/value.ts';
import { FieldReads } from './reads.ts';

export interface QueryOptions {
  /** Compares strings as the command's collation says; absent: by code point. */
  readonly collation?: CompareStrings | undefined;
  /** `let` variables by name without the dollars, for `$expr`; `NOW` is given here too. */
  readonly variables?: ReadonlyMap<string, Value> | undefined;
}

/** What parsing a filter carries along. */
export interface QueryContext extends QueryOptions {
  readonly reads: FieldReads;
  /** Inside `$elemMatch` the paths are relative to an element and no field of the document. */
  readonly nested: boolean;
}

export function createQueryContext(options: QueryOptions): QueryContext {
  return { collation: options.collation, variables: options.variables, reads: new FieldReads(), nested: false };
}
