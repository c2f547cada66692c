import { ObjectId } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { checkId } from '../update/compile-update.ts';
import { decodeDocument } from '../values/decode.ts';
import { encodeDocument } from '../values/encode.ts';
import type { Doc } from '../values/value.ts';
import { joinElements, rawElements } from '../wire/raw-bson.ts';
import { MAX_DOCUMENT_BYTES } from './handshake.ts';

/** A document ready to be stored: with an `_id` in front, small enough, and decoded. */
export interface Prepared {
  readonly doc: Doc;
  readonly bytes: Uint8Array;
}

/** Prepares a document as the client encoded it; its bytes are kept but for an `_id` that is missing or not in front. */
export function prepareInsert(bytes: Buffer): Prepared {
  const doc = decodeDocument(bytes);
  const [first] = doc.keys();
  const id = doc.get('_id');
  if (id !== undefined) checkId(id);
  if (first === '_id') return checked({ doc, bytes });
  return checked(withIdInFront(doc, bytes));
}

function withIdInFront(doc: Doc, bytes: Buffer): Prepared {
  const id = doc.get('_id') ?? new ObjectId();
  const idElement = Buffer.from(encodeDocument(new Map([['_id', id]]))).subarray(4, -1);
  const others = [...rawElements(bytes)].filter(({ name }) => name !== '_id').map((element) => element.bytes);
  const rest = [...doc].filter(([name]) => name !== '_id');
  return { doc: new Map([['_id', id], ...rest]), bytes: joinElements([idElement, ...others]) };
}

/** A document that the server made itself, by an update or an upsert. */
export function prepareDoc(doc: Doc): Prepared {
  return checked({ doc, bytes: encodeDocument(doc) });
}

function checked(prepared: Prepared): Prepared {
  const { length } = prepared.bytes;
  if (length > MAX_DOCUMENT_BYTES)
    throw new MongoError(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${length}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
  return prepared;
}
