import { type Binary, type BSONRegExp, BSONSymbol, type Code, type ObjectId, type Timestamp } from 'bson';
import type { Numeric } from './compare-numbers.ts';
import { writeNumberKey } from './key-numbers.ts';
import { KeyWriter } from './key-writer.ts';
import { type CodeWithScope, type Doc, type Maybe, RANK, rankOf, type Value } from './value.ts';

/** Ascending or descending, per field of an index. */
export type Direction = 1 | -1;

/** Longer values are cut; LMDB keys end at 1,978 bytes, and the caller adds a prefix and a row id to these. */
const VALUE_LIMIT = 300;
const KEY_LIMIT = 1850;
const MAX_DEPTH = 40;

const writer = new KeyWriter();

interface IndexKey {
  readonly key: Buffer;
  /** False when a value was cut: equal keys then may belong to different values, so documents must be looked at. */
  readonly exact: boolean;
}

/** In bytes. */
interface Room {
  readonly before: number;
  readonly behind: number;
}

const NO_ROOM: Room = { before: 0, behind: 0 };

/**
 * Bytes that order as `compareValues` orders the values, field after field; `directions` may be longer than
 * `values` (the key of a prefix). No key of an exact field is the beginning of another's.
 */
export function encodeIndexKey(values: readonly Maybe[], directions: readonly Direction[]): Buffer {
  return encodeIndexEntry(values, directions).key;
}

/** `room` is left free around the key, so that what is added to it there needs no second buffer. */
export function encodeIndexEntry(
  values: readonly Maybe[],
  directions: readonly Direction[],
  room: Room = NO_ROOM,
): IndexKey {
  const limit = Math.min(VALUE_LIMIT, Math.floor(KEY_LIMIT / Math.max(1, directions.length)));
  writer.reset();
  let exact = true;
  for (let index = 0; index < values.length; index += 1) {
    const start = writer.length;
    if (!writeValue(values[index], start + limit, 0)) exact = false;
    if (directions[index] === -1) writer.complement(start);
  }
  return { key: writer.finish(room.before, room.behind), exact };
}

/** One string per value, the same for values that compare equal: what a hash table of values goes by. */
export function identityOf(value: Maybe): string {
  writer.reset();
  writeValue(value, Number.POSITIVE_INFINITY, -1000);
  return writer.latin1();
}

/** Keeps about as many bytes as fit before `end`; answers whether the whole value was kept. */
function writeValue(value: Maybe, end: number, depth: number): boolean {
  const rank = rankOf(value);
  writer.byte(rank);
  switch (rank) {
    case RANK.number:
      writeNumberKey(writer, value as Numeric);
      return true;
    case RANK.string:
      return writer.text(value instanceof BSONSymbol ? value.value : (value as string), room(end));
    case RANK.objectId:
      writer.raw((value as ObjectId).id);
      return true;
    case RANK.boolean:
      writer.byte(Number(value));
      return true;
    case RANK.date:
      writeDate((value as Date).getTime());
      return true;
    case RANK.timestamp:
      writer.uint32((value as Timestamp).high);
      writer.uint32((value as Timestamp).low);
      return true;
    case RANK.object:
      return writeDoc(value as Doc, end, depth);
    case RANK.array:
      return writeArray(value as Value[], end, depth);
    default:
      return writeRareValue(rank, value as Value, end, depth);
  }
}

/** At least a few bytes, so that a cut value still says something. */
function room(end: number): number {
  return Math.max(4, end - writer.length - 2);
}

function writeDate(time: number): void {
  const high = Math.floor(time / 4294967296);
  writer.uint32(high + 0x80000000);
  writer.uint32(time - high * 4294967296);
}

function writeDoc(doc: Doc, end: number, depth: number): boolean {
  let whole = true;
  for (const [name, value] of doc) {
    if (writer.length >= end || depth > MAX_DEPTH) {
      whole = false;
      break;
    }
    writer.byte(rankOf(value));
    if (!writer.text(name, room(end)) || !writeValue(value, end, depth + 1)) {
      whole = false;
      break;
    }
  }
  writer.byte(0);
  return whole;
}

function writeArray(items: Value[], end: number, depth: number): boolean {
  let whole = true;
  for (const item of items) {
    if (writer.length >= end || depth > MAX_DEPTH || !writeValue(item, end, depth + 1)) {
      whole = false;
      break;
    }
  }
  writer.byte(0);
  return whole;
}

function writeRareValue(rank: number, value: Value, end: number, depth: number): boolean {
  switch (rank) {
    case RANK.binary: {
      const binary = value as Binary;
      const bytes = binary.value();
      const kept = bytes.subarray(0, room(end));
      writer.uint32(bytes.length);
      writer.byte(binary.sub_type);
      writer.raw(kept);
      return kept.length === bytes.length;
    }
    case RANK.regex:
      return (
        writer.text((value as BSONRegExp).pattern, room(end)) && writer.text((value as BSONRegExp).options, room(end))
      );
    case RANK.code:
      return writer.text(String((value as Code).code), room(end));
    case RANK.codeWithScope:
      return (
        writer.text((value as CodeWithScope).code, room(end)) && writeDoc((value as CodeWithScope).scope, end, depth)
      );
    default:
      return true;
  }
}
