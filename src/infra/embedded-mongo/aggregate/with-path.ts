import { type Doc, isDoc, type Value } from '../values/value.ts';

/** A copy with the value at the path set, or removed when it is undefined. */
export function withPath(doc: Doc, parts: readonly string[], value: Value | undefined): Doc {
  const [first = '', ...rest] = parts;
  const copy: Doc = new Map(doc);
  if (rest.length > 0) {
    const inner = doc.get(first);
    copy.set(first, withPath(isDoc(inner) ? inner : new Map(), rest, value));
  } else if (value === undefined) copy.delete(first);
  else copy.set(first, value);
  return copy;
}
