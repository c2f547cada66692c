/** The largest message a client may send, as announced in `hello` (maxMessageSizeBytes). */
export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER_BYTES = 16;

/** The bytes cannot be MongoDB's wire protocol; the connection is closed. */
export class WireError extends Error {}

/**
 * Cuts a byte stream into whole wire messages (header included), however the network has chopped it.
 * Memory held is at most one message; a length outside 16 … 48,000,000 throws WireError before anything is kept.
 */
export class FrameReader {
  #chunks: Buffer[] = [];
  #held = 0;
  #needed = 4;

  /** Takes the next bytes and returns the messages that they complete, mostly none or one. */
  push(chunk: Buffer): Buffer[] {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    if (this.#held < this.#needed) return [];
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#held);
    const frames: Buffer[] = [];
    let at = 0;
    this.#needed = 4;
    while (bytes.length - at >= 4) {
      const length = bytes.readInt32LE(at);
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new WireError(`message length ${length}`);
      if (bytes.length - at < length) {
        this.#needed = length;
        break;
      }
      frames.push(bytes.subarray(at, at + length));
      at += length;
    }
    this.#held = bytes.length - at;
    this.#chunks = this.#held > 0 ? [bytes.subarray(at)] : [];
    return frames;
  }
}
