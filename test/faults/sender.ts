import { setTimeout as sleep } from 'node:timers/promises';

/** A reply as the web gives it; only what the checks look at. */
export interface Shown {
  id: string;
  text: string;
}

/** Where the bot listens now; it moves with every restart. */
export interface Door {
  url(): string | null;
}

export interface Answered {
  status: number;
  replies: Shown[];
  /** How often it was sent until it was answered. */
  tries: number;
}

const PATIENCE_MS = 120_000;
const PAUSE_MS = 50;

/** Sends one message until it is answered with 200 or 202, as the page does: the same id each time. */
export async function sendUntilAnswered(
  door: Door,
  token: string,
  body: { id: string; text: string },
): Promise<Answered> {
  const until = performance.now() + PATIENCE_MS;
  for (let tries = 0; performance.now() < until; ) {
    const url = door.url();
    if (url !== null) tries += 1;
    const answer = url === null ? null : await post(url, token, body);
    if (answer !== null && answer.status < 300) return { ...answer, tries };
    if (answer !== null && answer.status < 500) throw new Error(`refused with ${answer.status}: ${body.text}`);
    await sleep(PAUSE_MS);
  }
  throw new Error(`no answer in ${PATIENCE_MS} ms: ${body.id}`);
}

async function post(url: string, token: string, body: object): Promise<{ status: number; replies: Shown[] } | null> {
  try {
    const response = await fetch(new URL('/api/chat/messages', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const read = (await response.json()) as { replies?: Shown[] };
    return { status: response.status, replies: read.replies ?? [] };
  } catch {
    // The connection broke off: nobody knows whether it was stored.
    return null;
  }
}
