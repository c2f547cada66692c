import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * Whether the caller may read the metrics: it shows the token, or it is this very machine. A proxy on this machine makes
 * all the world look local, so a request that came through one (it says so in a header) always needs the token.
 */
export function mayReadMetrics(request: IncomingMessage, token: string | undefined): boolean {
  const shown = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (token && shown && same(shown, token)) return true;
  const proxied = request.headers['x-forwarded-for'] ?? request.headers.forwarded ?? request.headers['x-real-ip'];
  return proxied === undefined && LOOPBACK.has(request.socket.remoteAddress ?? '');
}

/** Compares in a time that tells nothing of where two secrets differ. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
