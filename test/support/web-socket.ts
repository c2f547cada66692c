import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** One WebSocket from the server's side (RFC 6455), as far as short text frames go. */
export interface ServerSocket {
  send(value: unknown): void;
  /** Breaks the connection off without a word. */
  drop(): void;
}

/** Answers the handshake; `received` is told of each text, parsed. */
export function acceptSocket(
  request: IncomingMessage,
  socket: Duplex,
  { received, closed }: { received(value: unknown): void; closed(): void },
): ServerSocket {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let frame = readFrame(rest); frame !== null; frame = readFrame(rest)) {
      rest = rest.subarray(frame.length);
      if (frame.kind === TEXT) received(JSON.parse(frame.payload.toString()));
      if (frame.kind === PING) socket.write(frameOf(PONG, frame.payload));
      if (frame.kind === CLOSE) socket.end(frameOf(CLOSE, frame.payload));
    }
  });
  socket.on('error', () => {});
  socket.on('close', closed);
  return {
    send: (value) => void socket.write(frameOf(TEXT, Buffer.from(JSON.stringify(value)))),
    drop: () => void socket.destroy(),
  };
}

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

function frameOf(kind: number, payload: Buffer): Buffer {
  const head = payload.length < 126 ? Buffer.from([0x80 | kind, payload.length]) : Buffer.alloc(4);
  if (payload.length >= 126) {
    head[0] = 0x80 | kind;
    head[1] = 126;
    head.writeUInt16BE(payload.length, 2);
  }
  return Buffer.concat([head, payload]);
}

/** A client's frames are masked; null while one is not whole. */
function readFrame(bytes: Buffer): { kind: number; payload: Buffer; length: number } | null {
  if (bytes.length < 6) return null;
  const kind = (bytes[0] ?? 0) & 0x0f;
  const short = (bytes[1] ?? 0) & 0x7f;
  const start = short === 126 ? 4 : 2;
  if (bytes.length < start + 4) return null;
  const size = short === 126 ? bytes.readUInt16BE(2) : short;
  const length = start + 4 + size;
  if (bytes.length < length) return null;
  const mask = bytes.subarray(start, start + 4);
  const payload = Buffer.from(bytes.subarray(start + 4, length).map((byte, at) => byte ^ (mask[at % 4] ?? 0)));
  return { kind, payload, length };
}
