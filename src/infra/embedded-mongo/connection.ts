import type { Socket } from 'node:net';
import type { Connection } from './client-connection.ts';
import { type Answer, answer } from './dispatch.ts';
import type { Engine } from './engine.ts';
import type { Doc } from './values/value.ts';
import { FrameReader } from './wire/frame-reader.ts';

/** How long a client may take to read its last answer when the server stops. */
const LAST_ANSWER_MS = 500;

/** Speaks the wire protocol on one socket: one request after the other, as MongoDB does. */
export class SocketConnection implements Connection {
  readonly id: number;
  open = true;
  client: Doc | undefined;
  /** Resolves when the socket is closed and no command of it runs any more. */
  readonly ended: Promise<void>;
  #end: () => void = () => undefined;
  readonly #engine: Engine;
  readonly #socket: Socket;
  readonly #frames = new FrameReader();
  #waiting: Buffer[] = [];
  #busy = false;
  #finishing = false;

  constructor(id: number, engine: Engine, socket: Socket) {
    this.id = id;
    this.#engine = engine;
    this.#socket = socket;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('close', () => {
      this.open = false;
      if (!this.#busy) this.#end();
    });
    // 'close' follows; a client that vanishes is no news.
    socket.on('error', () => socket.destroy());
  }

  /** Takes no further request, has the running one answered and ends the connection. */
  finish(): Promise<void> {
    this.#finishing = true;
    this.#waiting = [];
    if (!this.#busy) this.#hangUp();
    return this.ended;
  }

  #hangUp(): void {
    this.#socket.destroySoon();
    const late = setTimeout(() => this.#socket.destroy(), LAST_ANSWER_MS);
    void this.ended.then(() => clearTimeout(late));
  }

  #receive(chunk: Buffer): void {
    if (this.#finishing) return;
    try {
      this.#waiting.push(...this.#frames.push(chunk));
    } catch {
      this.#socket.destroy();
      return;
    }
    if (!this.#busy) this.#next();
    // A client that sends on without reading answers is held back by the network, not by our memory.
    if (this.#busy && this.#waiting.length > 0) this.#socket.pause();
  }

  #next(): void {
    for (;;) {
      const frame = this.#waiting.shift();
      if (!frame || !this.open) return;
      const reply = answer(this.#engine, this, frame);
      if (reply instanceof Promise) {
        this.#busy = true;
        reply.then(
          (bytes) => this.#resume(bytes),
          () => this.#resume('close'),
        );
        return;
      }
      this.#send(reply);
    }
  }

  #resume(bytes: Answer): void {
    this.#busy = false;
    this.#send(bytes);
    if (!this.open) this.#end();
    else if (this.#finishing) this.#hangUp();
    else {
      this.#next();
      if (!this.#busy) this.#socket.resume();
    }
  }

  /** Nothing to send means that the client wanted no answer; a broken message ends the connection instead. */
  #send(bytes: Answer): void {
    if (bytes === 'close') {
      this.#waiting = [];
      this.#socket.destroy();
    } else if (bytes && this.open) this.#socket.write(bytes);
  }
}
