import { isUtf8 } from 'node:buffer';
import { Unreadable } from './table.ts';

/** In GB18030 text nearly every byte above ASCII stands beside another one; in Latin-1 it stands alone among letters. */
const PAIRED = 0.8;
const LOOKED_AT = 200_000;

/** The text of a file in UTF-8, UTF-16, GB18030 or Windows-1252, with or without a byte order mark. Throws Unreadable. */
export function decodeText(bytes: Uint8Array): string {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    if (!text.includes('\u0000')) return text;
  } catch (error) {
    throw new Unreadable('encoding', { cause: error });
  }
  throw new Unreadable('encoding');
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const nulls = [0, 0];
  const head = bytes.subarray(0, LOOKED_AT);
  for (const [at, byte] of head.entries()) if (byte === 0) nulls[at % 2] = (nulls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nulls;
  if (odd > even * 10 && odd > 0) return 'utf-16le';
  if (even > odd * 10 && even > 0) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  return paired(head) ? 'gb18030' : 'windows-1252';
}

function paired(bytes: Uint8Array): boolean {
  let high = 0;
  let pairs = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    high += 1;
    const next = bytes[at + 1] ?? 0;
    const fourBytes = next >= 0x30 && next <= 0x39 && (bytes[at + 2] ?? 0) >= 0x81;
    if (next < 0xa1 && !fourBytes) continue;
    pairs += 1;
    at += fourBytes ? 3 : 1;
  }
  return pairs / high > PAIRED;
}
