import { readSync } from 'node:fs';
import { type Head, NO_PAGE, type Tree } from './data-file-head.ts';

/**
 * Walks the pages of an LMDB file and says what is wrong with them, before LMDB itself maps the file: it trusts every
 * offset and page number that it reads, and a wrong one takes the whole process down. Written after liblmdb's mdb.c as
 * the package `lmdb` brings it, whose page headers are 24 bytes long and whose offsets count from behind them.
 */
const HEADER = 24;
const NODE_HEADER = 8;
const BRANCH = 1;
const LEAF = 2;
const OVERFLOW = 4;
/** The value of a node lies on pages of its own. */
const BIG = 1;
const BIG_REFERENCE = 24;
const MAX_DEPTH = 32;

/** What does not fit, with the page where it was found. */
export class BrokenPage extends Error {}

interface Walk {
  readonly descriptor: number;
  readonly head: Head;
  readonly used: Uint8Array;
  /** One page a level of the tree: a child is read while its parent is still being looked at. */
  readonly buffers: Buffer[];
}

interface Count {
  branches: number;
  leaves: number;
  overflow: number;
  entries: number;
}

/** Throws BrokenPage at the first fault. Every page must belong to one tree or the free list, and be inside the file. */
export function checkPages(descriptor: number, head: Head): void {
  const walk: Walk = { descriptor, head, used: new Uint8Array(head.lastPage + 1), buffers: [] };
  const free: number[] = [];
  walkTree(walk, head.free, (record) => free.push(...freePages(record)));
  walkTree(walk, head.main, undefined);
  for (const number of free) take(walk, number, 'the free list');
}

/** Gets the values of a tree. */
type Visit = ((value: Buffer) => void) | undefined;

function walkTree(walk: Walk, tree: Tree, visit: Visit): void {
  const count: Count = { branches: 0, leaves: 0, overflow: 0, entries: 0 };
  if (tree.root !== NO_PAGE) {
    if (tree.depth < 1 || tree.depth > MAX_DEPTH) throw new BrokenPage(`a tree of ${tree.depth} levels`);
    walkPage(walk, tree, Number(tree.root), 1, count, visit);
  }
  for (const [name, counted] of Object.entries(count) as [keyof Count, number][])
    if (counted !== tree[name]) throw new BrokenPage(`${counted} ${name} instead of ${tree[name]}`);
}

function walkPage(walk: Walk, tree: Tree, number: number, level: number, count: Count, visit: Visit): void {
  take(walk, number, `level ${level}`);
  const page = readPage(walk, number, level);
  const flags = page.readUInt16LE(18);
  const leaf = level === tree.depth;
  if (flags !== (leaf ? LEAF : BRANCH)) throw new BrokenPage(`page ${number} has flags ${flags} on level ${level}`);
  if (leaf) count.leaves++;
  else count.branches++;
  const pointers = nodesOf(page, number);
  let bytes = 0;
  let before = -1;
  for (const [at, pointer] of pointers.entries()) {
    const keyStart = pointer + NODE_HEADER;
    const keyEnd = keyStart + page.readUInt16LE(pointer + 6);
    if (keyEnd > page.length) throw new BrokenPage(`page ${number} has a key that is too long`);
    // The first key of a branch is not looked at by LMDB and empty.
    if (before >= 0 && (leaf || at > 1) && !inOrder(page, before, keyStart, keyEnd, tree.numeric))
      throw new BrokenPage(`page ${number} has keys out of order`);
    before = keyStart;
    const end = leaf ? leafEnd(walk, page, number, pointer, keyEnd, count, visit) : keyEnd;
    bytes += end - pointer + ((end - pointer) & 1);
  }
  if (bytes !== page.length - HEADER - page.readUInt16LE(22)) throw new BrokenPage(`page ${number} has gaps`);
  if (!leaf) for (const pointer of pointers) walkPage(walk, tree, childOf(page, pointer), level + 1, count, visit);
  else count.entries += pointers.length;
}

/** Whether the key at `left` is less than the one from `right` to `end`. */
function inOrder(page: Buffer, left: number, right: number, end: number, numeric: boolean): boolean {
  if (numeric) return page.readBigUInt64LE(left) < page.readBigUInt64LE(right);
  const leftEnd = left + page.readUInt16LE(left - 2);
  return page.compare(page, right, end, left, leftEnd) < 0;
}

/** Where the nodes of a page begin, in the order of their keys. */
function nodesOf(page: Buffer, number: number): number[] {
  const lower = page.readUInt16LE(20);
  const upper = page.readUInt16LE(22);
  if (lower === 0 || lower % 2 !== 0 || lower > upper || upper > page.length - HEADER)
    throw new BrokenPage(`page ${number} has bounds ${lower} and ${upper}`);
  return Array.from({ length: lower / 2 }, (_, n) => {
    const pointer = page.readUInt16LE(HEADER + 2 * n);
    if (pointer < upper || pointer % 2 !== 0 || pointer + HEADER + NODE_HEADER > page.length)
      throw new BrokenPage(`page ${number} has an entry at ${pointer}`);
    return pointer + HEADER;
  });
}

/** Checks the value of a leaf's node and returns where the node ends. */
function leafEnd(
  walk: Walk,
  page: Buffer,
  number: number,
  pointer: number,
  keyEnd: number,
  count: Count,
  visit: Visit,
): number {
  const size = page.readUInt32LE(pointer);
  const flags = page.readUInt16LE(pointer + 4);
  if (flags !== 0 && flags !== BIG) throw new BrokenPage(`page ${number} has an entry with flags ${flags}`);
  const end = keyEnd + (flags === BIG ? BIG_REFERENCE : size);
  if (end > page.length) throw new BrokenPage(`page ${number} has a value that is too long`);
  if (flags === BIG) count.overflow += bigValue(walk, page, number, keyEnd, size, visit);
  else visit?.(page.subarray(keyEnd, end));
  return end;
}

/** A value on pages of its own; returns how many. */
function bigValue(walk: Walk, page: Buffer, number: number, at: number, size: number, visit: Visit): number {
  const { pageSize } = walk.head;
  const first = Number(page.readBigUInt64LE(at));
  const pages = Math.ceil((HEADER + size) / pageSize);
  if (Number(page.readBigUInt64LE(at + 16)) !== pages) throw new BrokenPage(`page ${number} has a wrong reference`);
  for (let n = 0; n < pages; n++) take(walk, first + n, `page ${number}`);
  const head = readPage(walk, first, MAX_DEPTH + 1);
  if (head.readUInt16LE(18) !== OVERFLOW || head.readUInt32LE(20) !== pages)
    throw new BrokenPage(`page ${first} is not the long value that page ${number} names`);
  if (visit) {
    const value = Buffer.alloc(size);
    readSync(walk.descriptor, value, 0, size, first * pageSize + HEADER);
    visit(value);
  }
  return pages;
}

function readPage({ descriptor, head, buffers }: Walk, number: number, level: number): Buffer {
  buffers[level] ??= Buffer.allocUnsafe(head.pageSize);
  const page = buffers[level];
  if (readSync(descriptor, page, 0, head.pageSize, number * head.pageSize) < head.pageSize)
    throw new BrokenPage(`page ${number} is cut off`);
  if (page.readBigUInt64LE(0) !== BigInt(number)) throw new BrokenPage(`page ${number} says that it is another one`);
  if (page.readBigUInt64LE(8) > head.transaction) throw new BrokenPage(`page ${number} is younger than the file`);
  return page;
}

/** Notes that a page is in use; each is used once. */
function take({ used, head }: Walk, number: number, by: string): void {
  if (!(number >= 2 && number <= head.lastPage)) throw new BrokenPage(`${by} names page ${number}, which is not there`);
  if (used[number] === 1) throw new BrokenPage(`page ${number} is used twice`);
  used[number] = 1;
}

const childOf = (page: Buffer, pointer: number): number =>
  page.readUInt32LE(pointer) + page.readUInt16LE(pointer + 4) * 2 ** 32;

/** The pages of one record of the free list: a count, then pages; a negative length stands before the first of many. */
function freePages(record: Buffer): number[] {
  const length = record.length < 8 ? -1 : Number(record.readBigInt64LE(0));
  if (length < 0 || 8 * (length + 1) > record.length) throw new BrokenPage('the free list has a wrong length');
  const pages: number[] = [];
  let run = 1;
  for (let n = 1; n <= length; n++) {
    const value = Number(record.readBigInt64LE(8 * n));
    if (value < 0) run = -value;
    else if (value > 0) {
      for (let next = 0; next < run; next++) pages.push(value + next);
      run = 1;
    }
  }
  return pages;
}
