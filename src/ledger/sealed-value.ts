import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Binary, deserialize, serialize } from 'bson';
import { randomTwelve } from './random-twelve.ts';

/**
 * A sealed value is one BSON binary of a subtype of our own, so that it cannot be taken for anything else:
 * version (1 byte), length of the subject (1), subject (UTF-8), nonce (12), tag (16), AES-256-GCM over the value as BSON.
 * Subject and place are authenticated with it. Nothing behind the subject: the value was erased in place.
 */
export const SEALED_SUBTYPE = 0x81;
const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const CIPHER = 'aes-256-gcm';

export const KEY_BYTES = 32;

export const isSealed = (value: unknown): value is Binary =>
  typeof value === 'object' &&
  value !== null &&
  '_bsontype' in value &&
  value._bsontype === 'Binary' &&
  (value as Binary).sub_type === SEALED_SUBTYPE;

function header(subject: string): Buffer {
  const name = Buffer.from(subject);
  if (name.length === 0 || name.length > 255) throw new Error('a subject has 1 to 255 bytes');
  return Buffer.concat([Buffer.from([VERSION, name.length]), name]);
}

function parts(sealed: Binary) {
  const bytes = Buffer.from(sealed.buffer.buffer, sealed.buffer.byteOffset, sealed.length());
  if (bytes[0] !== VERSION) throw new Error('a value sealed by a newer version');
  const end = 2 + (bytes[1] ?? 0);
  return { head: bytes.subarray(0, end), body: bytes.subarray(end) };
}

/** Whose key opens a sealed value. */
export const subjectOfSealed = (sealed: Binary): string => parts(sealed).head.toString('utf8', 2);

/** `key` null: the subject is erased, and so is what would be sealed under it. */
export function sealedValue(value: unknown, subject: string, key: Buffer | null, place: string): Binary {
  const head = header(subject);
  if (key === null) return new Binary(head, SEALED_SUBTYPE);
  const nonce = randomTwelve();
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.concat([head, Buffer.from(place)]));
  const content = cipher.update(serialize({ v: value }, { ignoreUndefined: true }));
  return new Binary(Buffer.concat([head, nonce, content, cipher.final(), cipher.getAuthTag()]), SEALED_SUBTYPE);
}

/** The value in its place; null in `opened`'s stead when it was erased in place. Throws where it does not belong there. */
export function openedValue(sealed: Binary, key: Buffer, place: string): { value: unknown } | null {
  const { head, body } = parts(sealed);
  if (body.length === 0) return null;
  const decipher = createDecipheriv(CIPHER, key, body.subarray(0, NONCE))
    .setAAD(Buffer.concat([head, Buffer.from(place)]))
    .setAuthTag(body.subarray(body.length - TAG));
  const content = Buffer.concat([decipher.update(body.subarray(NONCE, body.length - TAG)), decipher.final()]);
  return { value: deserialize(content).v };
}
