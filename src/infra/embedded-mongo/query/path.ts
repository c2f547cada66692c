import type { Doc, Maybe, Value } from '../values/value.ts';
import type { MatchState, Predicate, Test } from './node.ts';

/** `each`: an array at the end of the path is tried element by element and then as a whole; `whole`: only as a whole. */
export type Leaf = 'each' | 'whole';

/** A test of the values that a dotted path reaches, through arrays as the manual's "Query an Array" pages say. */
export function testAtPath(path: string, leaf: Leaf, predicate: Predicate): Test {
  const parts = path.split('.');
  if (path === '') return (doc, state) => predicate(doc.get(''), state);
  if (parts.length === 1) {
    return leaf === 'whole'
      ? (doc, state) => predicate(doc.get(path), state)
      : (doc, state) => testEach(doc.get(path), undefined, predicate, state);
  }
  const walker = new Walker(parts, leaf, predicate);
  return (doc, state) => walker.enter(doc, 0, undefined, state);
}

function testEach(value: Maybe, position: number | undefined, predicate: Predicate, state: MatchState): boolean {
  if (!Array.isArray(value)) return found(predicate(value, state), position, state);
  for (let index = 0; index < value.length; index += 1) {
    if (predicate(value[index], state)) return found(true, position ?? index, state);
  }
  return found(predicate(value, state), position, state);
}

function found(result: boolean, position: number | undefined, state: MatchState): boolean {
  if (result && position !== undefined) state.position = position;
  return result;
}

class Walker {
  private readonly parts: readonly string[];
  private readonly indexes: readonly number[];
  private readonly leaf: Leaf;
  private readonly predicate: Predicate;

  constructor(parts: readonly string[], leaf: Leaf, predicate: Predicate) {
    this.parts = parts;
    this.indexes = parts.map((part) => (/^(0|[1-9]\d{0,8})$/.test(part) ? Number(part) : -1));
    this.leaf = leaf;
    this.predicate = predicate;
  }

  /** Goes on from a document; `position` is the index in the first array on the way, once there was one. */
  enter(doc: Doc, from: number, position: number | undefined, state: MatchState): boolean {
    let value: Maybe = doc.get(this.parts[from] as string);
    for (let at = from + 1; at < this.parts.length; at += 1) {
      if (value instanceof Map) value = value.get(this.parts[at] as string);
      else if (Array.isArray(value)) return this.spread(value, at, position, state);
      else return found(this.predicate(undefined, state), position, state);
    }
    return this.leaf === 'each'
      ? testEach(value, position, this.predicate, state)
      : found(this.predicate(value, state), position, state);
  }

  /** Documents in the array carry the path on, and so does a part that is a position in it. */
  private spread(items: Value[], at: number, position: number | undefined, state: MatchState): boolean {
    const last = at + 1 === this.parts.length;
    for (let index = 0; index < items.length; index += 1) {
      const item = items[index];
      if (item instanceof Map && this.enter(item, at, position ?? index, state)) return true;
      if (index !== this.indexes[at]) continue;
      if (last) {
        if (found(this.predicate(item, state), position, state)) return true;
      } else if (item instanceof Map) {
        if (this.enter(item, at + 1, position, state)) return true;
      } else if (Array.isArray(item) && this.spread(item, at + 1, position, state)) return true;
    }
    return false;
  }
}
