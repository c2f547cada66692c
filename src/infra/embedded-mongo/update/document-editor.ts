import { MongoError } from '../mongo-error.ts';
import { type Doc, isDoc, type Maybe, type Value } from '../values/value.ts';
import { describe } from './describe.ts';

/** MongoDB's limit to how many nulls one update may fill in. */
const MAX_PADDING = 1_500_000;

/**
 * Changes a document without touching the one it was given: only what lies on a changed path is copied.
 * Paths are names and array positions, all known by now.
 */
export class DocumentEditor {
  readonly doc: Doc;
  modified = false;
  private readonly owned = new Set<object>();

  constructor(original: Doc) {
    this.doc = new Map(original);
    this.owned.add(this.doc);
  }

  get(path: readonly string[]): Maybe {
    let value: Maybe = this.doc;
    for (const name of path) value = childOf(value, name);
    return value;
  }

  /** Creates what is missing on the way; a scalar or a name in an array stops it (28). */
  set(path: readonly string[], value: Value): void {
    let container: Doc | Value[] = this.doc;
    for (let at = 0; at < path.length - 1; at += 1) {
      container = this.step(container, path, at);
    }
    this.put(container, path, path.length - 1, value);
    this.modified = true;
  }

  private step(container: Doc | Value[], path: readonly string[], at: number): Doc | Value[] {
    const child = childOf(container, path[at] as string);
    if (child !== undefined && !isDoc(child) && !Array.isArray(child)) throw notViable(path, at + 1, child);
    if (child !== undefined && this.owned.has(child)) return child;
    const own = child === undefined ? new Map() : isDoc(child) ? new Map(child) : child.slice();
    this.owned.add(own);
    this.put(container, path, at, own);
    return own;
  }

  private put(container: Doc | Value[], path: readonly string[], at: number, value: Value): void {
    const name = path[at] as string;
    if (isDoc(container)) {
      container.set(name, value);
      return;
    }
    const index = positionOf(name);
    if (index === undefined) throw notViable(path, at, container);
    if (index - container.length > MAX_PADDING)
      throw new MongoError('BadValue', 'too many elements to fill an array with');
    while (container.length < index) container.push(null);
    container[index] = value;
  }

  /** Removes a field; an array element becomes null, so that the others keep their places. */
  unset(path: readonly string[]): void {
    const parent = this.get(path.slice(0, -1));
    const name = path[path.length - 1] as string;
    if (childOf(parent, name) === undefined) return;
    if (Array.isArray(parent)) {
      if (childOf(parent, name) !== null) this.set(path, null);
      return;
    }
    let container: Doc | Value[] = this.doc;
    for (let at = 0; at < path.length - 1; at += 1) container = this.step(container, path, at);
    (container as Doc).delete(name);
    this.modified = true;
  }
}

export function childOf(value: Maybe, name: string): Maybe {
  if (isDoc(value)) return value.get(name);
  const index = Array.isArray(value) ? positionOf(name) : undefined;
  return index === undefined ? undefined : (value as Value[])[index];
}

function positionOf(name: string): number | undefined {
  return /^(0|[1-9]\d{0,8})$/.test(name) ? Number(name) : undefined;
}

/** True when `set` on this path would be refused. */
export function isBlocked(doc: Doc, path: readonly string[]): boolean {
  let value: Maybe = doc;
  for (const name of path) {
    if (value === undefined) return false;
    if (!isDoc(value) && !(Array.isArray(value) && positionOf(name) !== undefined)) return true;
    value = childOf(value, name);
  }
  return false;
}

function notViable(path: readonly string[], at: number, element: Value): MongoError {
  const name = path[at - 1] ?? '';
  return new MongoError(
    'PathNotViable',
    `Cannot create field '${path[at]}' in element {${name}: ${describe(element)}}`,
  );
}
