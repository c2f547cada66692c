const SLOTS = 4096;
const cache: string[] = new Array(SLOTS).fill('');
const result = { text: '', next: 0 };

/**
 * Reads a zero-ended field name at `from`. Names repeat in every document, so they are kept by hash and compared
 * byte by byte instead of built again. The answer is one shared object, read before the next call; `next` is
 * behind the zero, or behind `end` when there was none.
 */
export function readName(bytes: Buffer, from: number, end: number): { readonly text: string; readonly next: number } {
  let hash = 0;
  let at = from;
  let ascii = true;
  for (; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0) break;
    if (byte > 127) ascii = false;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
  result.next = at + 1;
  result.text = ascii
    ? intern(bytes, from, at, (hash ^ (hash >>> 12)) & (SLOTS - 1))
    : bytes.toString('utf8', from, at);
  return result;
}

function intern(bytes: Buffer, from: number, to: number, slot: number): string {
  const known = cache[slot] as string;
  if (known.length === to - from && spells(known, bytes, from)) return known;
  const text = bytes.toString('latin1', from, to);
  if (text.length <= 64) cache[slot] = text;
  return text;
}

function spells(text: string, bytes: Buffer, from: number): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) !== bytes[from + index]) return false;
  }
  return true;
}
