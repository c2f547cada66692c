const HEADS: Buffer[] = [];

/** The names of array elements ("0", "1", …) with type byte and ending zero, kept because every batch needs them. */
function documentHead(index: number): Buffer {
  const known = HEADS[index];
  if (known) return known;
  const head = Buffer.from(`\x03${index}\0`, 'latin1');
  if (index < 4096) HEADS[index] = head;
  return head;
}

/**
 * The reply `{ cursor: { firstBatch | nextBatch: […], id, ns }, ok: 1 }` around documents that are encoded already,
 * so that what a find returns goes from storage to socket without being decoded.
 */
export function encodeCursorReply(
  batchName: 'firstBatch' | 'nextBatch',
  batch: readonly Uint8Array[],
  id: bigint,
  namespace: string,
): Buffer {
  const batchHead = Buffer.from(`\x04${batchName}\0`, 'latin1');
  const ns = Buffer.from(namespace, 'utf8');
  let arraySize = 5;
  batch.forEach((document, i) => {
    arraySize += documentHead(i).length + document.length;
  });
  const cursorSize = 4 + batchHead.length + arraySize + (1 + 3 + 8) + (1 + 3 + 4 + ns.length + 1) + 1;
  const total = 4 + (1 + 7) + cursorSize + (1 + 3 + 8) + 1;
  const out = Buffer.allocUnsafe(total);
  let at = out.writeInt32LE(total, 0);
  at += out.write('\x03cursor\0', at, 'latin1');
  at = out.writeInt32LE(cursorSize, at);
  at += batchHead.copy(out, at);
  at = out.writeInt32LE(arraySize, at);
  batch.forEach((document, i) => {
    at += documentHead(i).copy(out, at);
    out.set(document, at);
    at += document.length;
  });
  out[at++] = 0;
  at += out.write('\x12id\0', at, 'latin1');
  at = out.writeBigInt64LE(id, at);
  at += out.write('\x02ns\0', at, 'latin1');
  at = out.writeInt32LE(ns.length + 1, at);
  at += ns.copy(out, at);
  out[at++] = 0;
  out[at++] = 0;
  at += out.write('\x01ok\0', at, 'latin1');
  at = out.writeDoubleLE(1, at);
  out[at] = 0;
  return out;
}
