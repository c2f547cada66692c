import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpHandler, HttpServer } from '../../ports/http-server.ts';
import { mayReadMetrics } from './may-read-metrics.ts';

/** Where to listen, and what the two pages for operators show. */
export interface HttpServerOptions {
  host: string;
  /** 0: any free port. */
  port: number;
  /** Whether the bot can do its work now, that is: reach its store. */
  healthy(): Promise<boolean>;
  /** What `/healthz` shows of each chat world, to those who may read the metrics. */
  adapters?(): Promise<Record<string, unknown>>;
  /** What `/metrics` shows (a prom-client Registry is one). */
  metrics?: { contentType: string; metrics(): Promise<string> };
  /** Lets a scraper from elsewhere read `/metrics`; without it only this machine may. */
  metricsToken?: string | undefined;
  /** How long requests under way may take to finish at a stop, in milliseconds. */
  graceMs?: number;
}

const LOOK_MS = 50;

/** The listening server on node:http: `/healthz`, `/metrics`, and whatever is mounted. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const mounted: { prefix: string; handler: HttpHandler }[] = [];

  let underWay = 0;

  const server = createServer((request, response) => {
    underWay++;
    response.once('close', () => underWay--);
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (path === '/healthz') return void health(request, response);
    if (path === '/metrics' && options.metrics) return void metrics(request, response);
    const found = mounted.find(({ prefix }) => prefix === '/' || path === prefix || path.startsWith(`${prefix}/`));
    if (found) found.handler(request, response);
    else plain(response, 404, 'not found\n');
  });
  // A sender has this long for headers and body; answers (event streams) may last for ever.
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;

  async function health(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const ok = await options.healthy().catch(() => false);
    const known = ok && mayReadMetrics(request, options.metricsToken);
    const adapters = known ? await options.adapters?.().catch(() => undefined) : undefined;
    plain(response, ok ? 200 : 503, JSON.stringify({ ok, adapters }), 'application/json');
  }

  async function metrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!options.metrics || !mayReadMetrics(request, options.metricsToken))
      return plain(response, 401, 'not allowed\n');
    const text = await options.metrics.metrics().catch(() => null);
    if (text === null) plain(response, 500, 'metrics failed\n');
    else plain(response, 200, text, options.metrics.contentType);
  }

  return {
    mount(prefix, handler) {
      mounted.push({ prefix, handler });
      mounted.sort((a, b) => b.prefix.length - a.prefix.length);
    },
    start: () => listen(server, options.host, options.port),
    stop: () => close(server, () => underWay, options.graceMs ?? 5_000),
  };
}

function plain(response: ServerResponse, status: number, body: string, type = 'text/plain; charset=utf-8'): void {
  const headers = { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  response.writeHead(status, headers).end(body);
}

function listen(server: Server, host: string, port: number): Promise<URL> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { port: actual } = server.address() as AddressInfo;
      // "Every address" is no address that a browser can open; this machine's own name is.
      const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
      resolve(new URL(`http://${name}:${actual}/`));
    });
  });
}

/** A browser keeps connections open on which it has asked nothing: with no request under way, all of them end at once. */
function close(server: Server, underWay: () => number, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) return resolve();
    const end = () => server.closeAllConnections();
    const impatient = setTimeout(end, graceMs);
    const looking = setInterval(() => underWay() === 0 && end(), LOOK_MS);
    server.close(() => {
      clearTimeout(impatient);
      clearInterval(looking);
      resolve();
    });
  });
}
