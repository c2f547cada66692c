import { type Document, deserialize, serialize } from 'bson';
import { decodeDocument } from './decode.ts';
import { encodeDocument } from './encode.ts';
import type { Doc, Maybe } from './value.ts';

/** A document from a plain object, as the driver would send it: whole numbers as int32, bson's classes as they are. */
export function fromPlain(plain: Document): Doc {
  return decodeDocument(serialize(plain));
}

/** What the driver would make of a document with its default options. */
export function toPlain(doc: Doc): Document {
  return deserialize(encodeDocument(doc));
}

/** One value, or undefined for a field that would not be sent. */
export function fromPlainValue(plain: unknown): Maybe {
  return fromPlain({ plain }).get('plain');
}
