import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const BLOCK = 32;
const RANDOM = 16;
const HEAD = RANDOM + 4;

/** A stamp may lie this far from our clock, either way. */
const SKEW_SECONDS = 300;

/** What WeCom says of a request in its query, beside what it encrypted. */
export interface Stamp {
  timestamp: string;
  nonce: string;
}

/** WeCom's signature: hex SHA-1 over the callback's token, stamp, nonce and ciphertext, sorted and joined. */
export function signatureOf(token: string, { timestamp, nonce }: Stamp, encrypted: string): string {
  return createHash('sha1').update([token, timestamp, nonce, encrypted].sort().join('')).digest('hex');
}

/** Whether WeCom signed this; compared in constant time. */
export function isSigned(token: string, stamp: Stamp, encrypted: string, signature: string): boolean {
  const wanted = Buffer.from(signatureOf(token, stamp, encrypted));
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Whether a stamp (Unix seconds) is of now, give or take five minutes. */
export function isFresh({ timestamp }: Stamp, now: Date): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) <= SKEW_SECONDS;
}

/**
 * The words behind a ciphertext: AES-256-CBC, the key's first 16 bytes as IV, `random(16) length(4, big-endian) words
 * receiver` padded to blocks of 32 by PKCS#7 (WeCom: 加解密方案说明). Null where one byte of that is not as it must be:
 * base64, length, padding, UTF-8, or another receiver. `aesKey`: the 43 signs of EncodingAESKey.
 */
export function decrypt(aesKey: string, encrypted: string, receiver: string): string | null {
  const bytes = bytesOf(encrypted);
  if (bytes === null || bytes.length === 0 || bytes.length % BLOCK !== 0) return null;
  const key = keyOf(aesKey);
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = unpadded(Buffer.concat([cipher.update(bytes), cipher.final()]));
  if (plain === null || plain.length < HEAD) return null;
  const end = HEAD + plain.readUInt32BE(RANDOM);
  if (end > plain.length || !plain.subarray(end).equals(Buffer.from(receiver))) return null;
  return textOf(plain.subarray(HEAD, end));
}

/** The other way round; `random`: 16 bytes, fresh ones when left out. */
export function encrypt(aesKey: string, words: string, receiver: string, random = randomBytes(RANDOM)): string {
  const text = Buffer.from(words);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([random, length, text, Buffer.from(receiver)]);
  const pad = BLOCK - (plain.length % BLOCK);
  const key = keyOf(aesKey);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString(
    'base64',
  );
}

const keyOf = (aesKey: string): Buffer => Buffer.from(`${aesKey}=`, 'base64');

/** Node reads over what is no base64; here every sign counts. */
function bytesOf(base64: string): Buffer | null {
  const bytes = Buffer.from(base64, 'base64');
  return bytes.toString('base64') === base64 ? bytes : null;
}

function unpadded(plain: Buffer): Buffer | null {
  const pad = plain.at(-1) ?? 0;
  if (pad < 1 || pad > BLOCK) return null;
  const start = plain.length - pad;
  return plain.subarray(start).every((byte) => byte === pad) ? plain.subarray(0, start) : null;
}

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
