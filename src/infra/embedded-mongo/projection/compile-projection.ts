import { createScope } from '../aggregate/expression.ts';
import type { Expression } from '../aggregate/scope.ts';
import { MongoError } from '../mongo-error.ts';
import type { QueryOptions } from '../query/context.ts';
import { FieldReads } from '../query/reads.ts';
import type { Doc } from '../values/value.ts';
import type { ArrayPart } from './array-parts.ts';
import { type ProjectionEntry, parseProjection } from './parse-projection.ts';
import { addPath, assign, exclude, include, openPath, type Tree } from './tree.ts';

interface ProjectionOptions extends QueryOptions {
  /** `find` also knows `$slice`, `$elemMatch` and the positional `$`; in `$project` these are not projections. */
  readonly forFind?: boolean;
}

interface CompiledProjection {
  readonly kind: 'inclusion' | 'exclusion';
  /** The top-level fields that are read; undefined: all of them. */
  readonly fields: ReadonlySet<string> | undefined;
  /** Whether `'a.$'` is used, so that the query's match must say where it was. */
  readonly needsPosition: boolean;
  /** True when every field of the result is a field of the document as it is: an index on them can serve. */
  readonly plain: boolean;
  apply(doc: Doc, position?: number): Doc;
}

/** Compiles a projection document; mixing the two kinds is refused (31253, 31254). */
export function compileProjection(spec: Doc, options: ProjectionOptions = {}): CompiledProjection {
  const reads = new FieldReads();
  const scope = createScope({ ...options, reads });
  const entries = parseProjection(spec, options.forFind === true, scope, options);
  const kind = kindOf(entries);
  const shape = shapeOf(entries, kind);
  const parts = partsOf(entries);
  const computed: Tree<Expression> = new Map();
  for (const entry of entries)
    if (entry.action.kind === 'computed') addPath(computed, entry.path, entry.action.expression);
  const cut = kind === 'inclusion' ? include : exclude;
  if (kind === 'inclusion') for (const entry of entries) reads.add(entry.path);
  if (kind === 'inclusion') reads.add('_id');
  return {
    kind,
    fields: kind === 'inclusion' ? reads.fields : undefined,
    needsPosition: entries.some((entry) => entry.action.kind === 'part' && entry.action.positional),
    plain: parts.size === 0 && computed.size === 0,
    apply: (doc, position) => {
      let result = cut(doc, shape);
      if (parts.size > 0) result = applyParts(result, parts, position);
      if (computed.size === 0) return result;
      const env = scope.enter(doc);
      return assign(result, computed, (expression) => expression.evaluate(env));
    },
  };
}

/** `_id` alone decides nothing unless nothing else is there. */
function kindOf(entries: readonly ProjectionEntry[]): 'inclusion' | 'exclusion' {
  let kind: 'inclusion' | 'exclusion' | undefined;
  for (const { path, action } of entries) {
    const says =
      action.kind === 'part' ? (action.positional || action.includes ? 'inclusion' : undefined) : KINDS[action.kind];
    if (path === '_id' && action.kind !== 'computed') continue;
    if (kind !== undefined && says !== undefined && says !== kind) {
      if (action.kind === 'computed')
        throw new MongoError(31252, `Cannot do a computed field in an exclusion projection: ${path}`);
      throw kind === 'inclusion'
        ? new MongoError(31254, `Cannot do exclusion on field ${path} in inclusion projection`)
        : new MongoError(31253, `Cannot do inclusion on field ${path} in exclusion projection`);
    }
    kind ??= says;
  }
  const id = entries.find(({ path }) => path === '_id')?.action.kind;
  return kind ?? (id === 'include' && entries.length === 1 ? 'inclusion' : 'exclusion');
}

const KINDS = { include: 'inclusion', exclude: 'exclusion', computed: 'inclusion' } as const;

function shapeOf(entries: readonly ProjectionEntry[], kind: 'inclusion' | 'exclusion'): Tree<true> {
  const shape: Tree<true> = new Map();
  const id = entries.find(({ path }) => path === '_id')?.action.kind;
  if (kind === 'inclusion' && (id === undefined || id === 'include')) shape.set('_id', { leaf: true });
  for (const { path, action } of entries) {
    if (path === '_id' && action.kind === 'include') continue;
    if (action.kind === 'computed') {
      if (kind === 'inclusion') openPath(shape, path.split('.').slice(0, -1));
    } else if (
      action.kind === 'part' ? kind === 'inclusion' : action.kind === (kind === 'inclusion' ? 'include' : 'exclude')
    ) {
      addPath(shape, path, true);
    }
  }
  if (kind === 'exclusion' && id === 'exclude') shape.set('_id', { leaf: true });
  return shape;
}

function partsOf(entries: readonly ProjectionEntry[]): Tree<ArrayPart> {
  const parts: Tree<ArrayPart> = new Map();
  for (const { path, action } of entries) if (action.kind === 'part') addPath(parts, path, action.part);
  return parts;
}

function applyParts(doc: Doc, tree: Tree<ArrayPart>, position: number | undefined): Doc {
  const result: Doc = new Map(doc);
  for (const [name, branch] of tree) {
    const value = doc.get(name);
    if (value === undefined) continue;
    if (branch.tree === undefined) {
      const part = branch.leaf(value, position);
      if (part === undefined) result.delete(name);
      else result.set(name, part);
    } else if (value instanceof Map) {
      result.set(name, applyParts(value, branch.tree, position));
    } else if (Array.isArray(value)) {
      const inner = branch.tree;
      result.set(
        name,
        value.map((item) => (item instanceof Map ? applyParts(item, inner, position) : item)),
      );
    }
  }
  return result;
}
