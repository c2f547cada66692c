import type { Expression, Scope } from '../aggregate/scope.ts';
import { MongoError } from '../mongo-error.ts';
import type { QueryOptions } from '../query/context.ts';
import { isNumeric } from '../values/compare-numbers.ts';
import { isTruthy } from '../values/convert.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import { type ArrayPart, elemMatchPart, positionalPart, slicePart } from './array-parts.ts';

export type Action =
  | { readonly kind: 'include' | 'exclude' }
  | { readonly kind: 'computed'; readonly expression: Expression }
  /** `includes`: naming it makes the projection one of inclusion. */
  | { readonly kind: 'part'; readonly part: ArrayPart; readonly positional: boolean; readonly includes: boolean };

export interface ProjectionEntry {
  readonly path: string;
  readonly action: Action;
}

/** Flattens a projection document into dotted paths. */
export function parseProjection(spec: Doc, find: boolean, scope: Scope, options: QueryOptions): ProjectionEntry[] {
  const entries: ProjectionEntry[] = [];
  parseInto(entries, '', spec, { find, scope, options });
  return entries;
}

interface Parser {
  readonly find: boolean;
  readonly scope: Scope;
  readonly options: QueryOptions;
}

function parseInto(entries: ProjectionEntry[], prefix: string, spec: Doc, parser: Parser): void {
  for (const [name, value] of spec) {
    const path = prefix + name;
    if (name.startsWith('$'))
      throw new MongoError(16410, `FieldPath field names may not start with '$'. Path: ${path}`);
    if (name === '') throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
    if (isDoc(value) && !value.keys().next().value?.startsWith('$')) {
      if (value.size === 0)
        throw new MongoError(51270, `An empty sub-projection is not a valid value. Found empty object at path`);
      parseInto(entries, `${path}.`, value, parser);
    } else {
      entries.push(parseEntry(path, value, parser));
    }
  }
}

function parseEntry(path: string, value: Value, parser: Parser): ProjectionEntry {
  if (path.endsWith('.$') && parser.find) {
    if (!isTruthy(value)) throw new MongoError(31395, 'positional projection cannot be used with exclusion');
    return {
      path: path.slice(0, -2),
      action: { kind: 'part', part: positionalPart, positional: true, includes: true },
    };
  }
  if (path.includes('.$')) throw new MongoError(16410, `FieldPath field names may not start with '$'. Path: ${path}`);
  if (typeof value === 'boolean' || isNumeric(value)) {
    return { path, action: { kind: isTruthy(value) ? 'include' : 'exclude' } };
  }
  const part = parser.find && isDoc(value) ? parsePart(value, parser.options) : undefined;
  return { path, action: part ?? { kind: 'computed', expression: parser.scope.compile(value) } };
}

function parsePart(value: Doc, options: QueryOptions): Action | undefined {
  const [[name, operand] = ['', null]] = value;
  if (name === '$elemMatch') {
    return { kind: 'part', part: elemMatchPart(operand, options), positional: false, includes: true };
  }
  // With three operands, or a path as the first, it is the expression of the same name.
  if (name !== '$slice' || (Array.isArray(operand) && (operand.length > 2 || !isNumeric(operand[0])))) return undefined;
  return { kind: 'part', part: slicePart(operand), positional: false, includes: false };
}
