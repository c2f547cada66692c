import { type CompiledQuery, compileQuery } from '../query/compile-query.ts';
import { type Doc, Int32, isDoc, type Value } from '../values/value.ts';

export interface IndexField {
  readonly path: string;
  readonly segments: readonly string[];
  readonly direction: 1 | -1;
}

/** An index as the planner and the writers see it; `spec` is what listIndexes shows. */
export interface Index {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly directions: readonly (1 | -1)[];
  readonly spec: Doc;
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly hidden: boolean;
  /** Only documents that match have entries. */
  readonly partial: CompiledQuery | undefined;
  readonly expireAfterSeconds: number | undefined;
  /** By field: whether any document ever had an array on that path. Never goes back to false. */
  readonly multikey: boolean[];
  /** Whether any value was ever too long for its key, so that the order of keys is not the order of values. */
  cut: boolean;
  /** A whole value of a unique index is the key alone, with the row behind it: found without a walk. */
  readonly direct: boolean;
  /** Built over all documents. Until then writers keep it up, but no query may trust it. */
  ready: boolean;
}

/** Reads an index from its checked specification (see commands/index-specification.ts). */
export function defineIndex(
  id: number,
  spec: Doc,
  state?: Pick<Index, 'multikey' | 'cut' | 'direct' | 'ready'>,
): Index {
  const key = spec.get('key');
  const fields = [...(isDoc(key) ? key : [])].map(([path, direction]) => fieldOf(path, direction));
  const unique = spec.get('unique') === true || isIdIndex(fields);
  const filter = spec.get('partialFilterExpression');
  return {
    id,
    name: String(spec.get('name')),
    fields,
    directions: fields.map(({ direction }) => direction),
    spec,
    unique,
    sparse: spec.get('sparse') === true,
    hidden: spec.get('hidden') === true,
    partial: isDoc(filter) ? compileQuery(filter) : undefined,
    expireAfterSeconds: numberOf(spec.get('expireAfterSeconds')),
    multikey: state?.multikey ?? fields.map(() => false),
    cut: state?.cut ?? false,
    direct: state?.direct ?? unique,
    ready: state?.ready ?? false,
  };
}

function isIdIndex(fields: readonly IndexField[]): boolean {
  return fields.length === 1 && fields[0]?.path === '_id';
}

function fieldOf(path: string, direction: Value): IndexField {
  return { path, segments: path.split('.'), direction: (numberOf(direction) ?? 1) < 0 ? -1 : 1 };
}

function numberOf(value: Value | undefined): number | undefined {
  if (value instanceof Int32) return value.value;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : undefined;
}
