import { MongoError } from '../mongo-error.ts';
import type { Maybe, Value } from '../values/value.ts';
import { type Doc, isDoc } from '../values/value.ts';

/** Dotted paths as a tree, in the order they were named. */
export type Tree<T> = Map<string, Branch<T>>;
export type Branch<T> =
  | { readonly leaf: T; readonly tree?: undefined }
  | { readonly leaf?: undefined; readonly tree: Tree<T> };

/** Adds a path; one that leads through or ends in another is refused (31249, 31250). */
export function addPath<T>(tree: Tree<T>, path: string, leaf: T): void {
  const parts = path.split('.');
  let current = tree;
  parts.forEach((part, index) => {
    if (part === '') throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
    const branch = current.get(part);
    if (index === parts.length - 1) {
      if (branch !== undefined) throw new MongoError(31250, `Path collision at ${path}`);
      current.set(part, { leaf });
      return;
    }
    if (branch?.leaf !== undefined) {
      throw new MongoError(31249, `Path collision at ${path} remaining portion ${parts.slice(index + 1).join('.')}`);
    }
    const next: Tree<T> = branch?.tree ?? new Map();
    if (branch === undefined) current.set(part, { tree: next });
    current = next;
  });
}

/** Makes sure that the way to a path is there, without naming its end. */
export function openPath<T>(tree: Tree<T>, parts: readonly string[]): void {
  let current = tree;
  for (const part of parts) {
    const branch = current.get(part);
    if (branch?.leaf !== undefined) return;
    const next: Tree<T> = branch?.tree ?? new Map();
    if (branch === undefined) current.set(part, { tree: next });
    current = next;
  }
}

/** Keeps only what the tree names, in the document's order; through arrays, where scalars fall away. */
export function include(doc: Doc, tree: Tree<true>): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const branch = tree.get(name);
    if (branch === undefined) continue;
    const kept = branch.tree === undefined ? value : includeIn(value, branch.tree);
    if (kept !== undefined) result.set(name, kept);
  }
  return result;
}

function includeIn(value: Value, tree: Tree<true>): Maybe {
  if (isDoc(value)) return include(value, tree);
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => includeIn(item, tree)).filter((item) => item !== undefined);
}

/** Leaves out what the tree names. */
export function exclude(doc: Doc, tree: Tree<true>): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const branch = tree.get(name);
    if (branch === undefined) result.set(name, value);
    else if (branch.tree !== undefined) result.set(name, excludeIn(value, branch.tree));
  }
  return result;
}

function excludeIn(value: Value, tree: Tree<true>): Value {
  if (isDoc(value)) return exclude(value, tree);
  return Array.isArray(value) ? value.map((item) => excludeIn(item, tree)) : value;
}

/** Sets what the tree names; a missing result removes the field, a scalar on the way gives place to a document. */
export function assign<T>(doc: Doc, tree: Tree<T>, evaluate: (leaf: T) => Maybe): Doc {
  const result: Doc = new Map(doc);
  for (const [name, branch] of tree) {
    const value = branch.tree === undefined ? evaluate(branch.leaf) : assignIn(doc.get(name), branch.tree, evaluate);
    if (value === undefined) result.delete(name);
    else result.set(name, value);
  }
  return result;
}

function assignIn<T>(value: Maybe, tree: Tree<T>, evaluate: (leaf: T) => Maybe): Value {
  if (Array.isArray(value)) return value.map((item) => assignIn(item, tree, evaluate));
  return assign(isDoc(value) ? value : new Map(), tree, evaluate);
}
