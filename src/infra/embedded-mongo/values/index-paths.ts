import { MongoError } from '../mongo-error.ts';
import { type Doc, isDoc, type Maybe, type Value } from './value.ts';

interface ExtractedKeys {
  /** One tuple per index entry, not yet deduplicated; `undefined` stands for the empty array's own key. */
  readonly tuples: Maybe[][];
  /** By path: whether an array was walked through on it, so that one document may have several entries. */
  readonly multikey: boolean[];
}

/**
 * What a document contributes to an index over `paths` ("Multikey Indexes" in the manual): an entry per array
 * element, null for what is missing. Two arrays side by side are refused (171). A sparse index gets nothing from
 * a document that has none of the fields.
 */
export function extractKeys(doc: Doc, paths: readonly string[], sparse: boolean): ExtractedKeys {
  const state: State = { tuples: [], multikey: paths.map(() => false), sparse };
  const slots = paths.map((path) => ({
    path,
    rest: path.split('.'),
    from: doc,
    done: false,
    value: undefined,
    found: false,
  }));
  expand(slots, state);
  return state;
}

interface Slot {
  /** The last name walked, for the error. */
  readonly path: string;
  readonly rest: readonly string[];
  readonly from: Maybe;
  readonly done: boolean;
  readonly value: Maybe;
  readonly found: boolean;
}

interface State {
  readonly tuples: Maybe[][];
  readonly multikey: boolean[];
  readonly sparse: boolean;
}

function expand(slots: readonly Slot[], state: State): void {
  const walked = slots.map((slot) => (slot.done ? slot : walk(slot)));
  const array = sharedArray(walked);
  if (array === undefined) {
    emit(walked, state);
    return;
  }
  walked.forEach((slot, index) => {
    if (!slot.done) state.multikey[index] = true;
  });
  const step = (next: (slot: Slot) => Slot) =>
    expand(
      walked.map((slot) => (slot.done ? slot : next(slot))),
      state,
    );
  if (array.length === 0) step(ofEmptyArray);
  for (const item of array) step((slot) => into(slot, item));
}

/** The one array that the open slots stand at. */
function sharedArray(slots: readonly Slot[]): Value[] | undefined {
  let array: Value[] | undefined;
  let arrayName = '';
  for (const slot of slots) {
    if (slot.done || !Array.isArray(slot.from)) continue;
    const name = slot.path;
    if (array !== undefined && array !== slot.from) {
      throw new MongoError('CannotIndexParallelArrays', `cannot index parallel arrays [${name}] [${arrayName}]`);
    }
    array = slot.from;
    arrayName = name;
  }
  return array;
}

/** Follows sub-documents (and positions in arrays) until the value, an array or the end of the road. */
function walk(slot: Slot): Slot {
  let from = slot.from;
  let index = 0;
  while (index < slot.rest.length) {
    const name = slot.rest[index] as string;
    if (isDoc(from)) from = from.get(name);
    else if (Array.isArray(from) && isPosition(name) && !from.some((item) => isDoc(item) && item.has(name))) {
      from = from[Number(name)];
    } else break;
    index += 1;
  }
  const rest = slot.rest.slice(index);
  if (Array.isArray(from)) return { ...slot, path: slot.rest[index - 1] ?? slot.path, rest, from };
  return found(slot, rest.length === 0 ? from : undefined);
}

function isPosition(name: string): boolean {
  return /^(0|[1-9]\d*)$/.test(name);
}

function found(slot: Slot, value: Maybe): Slot {
  return { ...slot, done: true, value: value === undefined ? null : value, found: value !== undefined };
}

function ofEmptyArray(slot: Slot): Slot {
  return slot.rest.length === 0 ? { ...slot, done: true, value: undefined, found: true } : found(slot, undefined);
}

/** An array's element is taken as it is; only documents lead further, a nested array is a value. */
function into(slot: Slot, item: Value): Slot {
  if (slot.rest.length === 0) return found(slot, item);
  return isDoc(item) ? { ...slot, from: item } : found(slot, undefined);
}

function emit(slots: readonly Slot[], state: State): void {
  if (state.sparse && !slots.some((slot) => slot.found)) return;
  state.tuples.push(slots.map((slot) => slot.value));
}
