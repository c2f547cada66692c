import { extractKeys } from '../values/index-paths.ts';
import { type Doc, isDoc, type Maybe } from '../values/value.ts';
import type { Index, IndexField } from './index-definition.ts';

/** What one document contributes to an index: tuples of values, one per field, and which fields met an array. */
export interface IndexTuples {
  readonly tuples: readonly (readonly Maybe[])[];
  /** Undefined when no field met an array, which is the common case. */
  readonly multikey: readonly boolean[] | undefined;
}

/**
 * Whether two versions of a document have the very same values where an index looks: an update does not copy what it
 * leaves alone. False means: look at them.
 */
export function isUntouched(index: Index, before: Doc, after: Doc): boolean {
  const read = index.partial ? index.partial.fields : [];
  if (!read) return false;
  const same = (field: string): boolean => before.get(field) === after.get(field);
  return index.fields.every(({ segments }) => same(segments[0] ?? '')) && [...read].every(same);
}

const NONE: IndexTuples = { tuples: [], multikey: undefined };

/**
 * The tuples of a document. A partial index has none of a document that its filter does not match, a sparse one none
 * of a document without any of its fields.
 */
export function indexTuples(index: Index, doc: Doc): IndexTuples {
  if (index.partial && !index.partial.matches(doc)) return NONE;
  const plain = plainTuple(index, doc);
  if (plain) return plain;
  const paths = index.fields.map(({ path }) => path);
  return extractKeys(doc, paths, index.sparse);
}

/** Most documents have no array on any path: one tuple, found without further ado. */
function plainTuple({ fields, sparse }: Index, doc: Doc): IndexTuples | undefined {
  const tuple: Maybe[] = new Array(fields.length);
  let missing = 0;
  for (let at = 0; at < fields.length; at += 1) {
    let value: Maybe = doc;
    for (const segment of (fields[at] as IndexField).segments) {
      value = isDoc(value) ? value.get(segment) : undefined;
      if (Array.isArray(value)) return undefined;
    }
    if (value === undefined) missing += 1;
    tuple[at] = value ?? null;
  }
  return sparse && missing === fields.length ? NONE : { tuples: [tuple], multikey: undefined };
}
