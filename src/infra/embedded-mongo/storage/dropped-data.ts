import { PAUSE, type Work } from '../pause.ts';
import { afterPrefix, type Writer } from './key-value.ts';
import { DROPPED_PREFIX, droppedPrefix } from './keys.ts';

const KEYS_BETWEEN_PAUSES = 500;

/** Removes what drops have left behind, a piece between two pauses; a crash in between only means to go on later. */
export function* removeDroppedData(writer: Writer): Work<void> {
  for (;;) {
    const marks = keysOf(writer, DROPPED_PREFIX, 1);
    const [mark] = marks;
    if (!mark) return;
    const prefix = droppedPrefix(mark);
    const keys = keysOf(writer, prefix, KEYS_BETWEEN_PAUSES);
    for (const key of keys) writer.remove(key);
    if (keys.length < KEYS_BETWEEN_PAUSES) writer.remove(mark);
    yield PAUSE;
  }
}

function keysOf(writer: Writer, prefix: Buffer, limit: number): Buffer[] {
  const keys: Buffer[] = [];
  for (const { key } of writer.range({ from: prefix, to: afterPrefix(prefix) })) {
    keys.push(key);
    if (keys.length === limit) break;
  }
  return keys;
}
