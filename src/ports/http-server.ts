import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers one request; an express app is one. */
export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** The one server that listens. Whoever needs to be called over HTTP mounts a handler on it. */
export interface HttpServer {
  /** Gives every path at or below `prefix` to the handler (the longest prefix wins). The handler sees the whole path. */
  mount(prefix: string, handler: HttpHandler): void;
  /** Listens and resolves with the address, port included. Rejects when the port is taken. */
  start(): Promise<URL>;
  /** Takes nothing new, lets what is under way finish for a few seconds, and leaves no handle behind. */
  stop(): Promise<void>;
}
