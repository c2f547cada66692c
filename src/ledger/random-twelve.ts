import { randomFillSync } from 'node:crypto';

const BYTES = 12;

/** Drawn for many at once: a draw of its own costs more than the encryption of a short text. */
const pool = Buffer.alloc(BYTES * 256);
let used = pool.length;

/** Twelve random bytes: a nonce, or an id that nobody can guess. */
export function randomTwelve(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return Buffer.from(pool.subarray(used - BYTES, used));
}
