import { setTimeout as sleep } from 'node:timers/promises';
import type { Door } from './sender.ts';

/** A person's open page: follows the stream over every restart, from the last event it saw. */
export interface Page {
  /** Ids of the replies shown, in order. */
  readonly shown: readonly string[];
  close(): Promise<void>;
}

export function openPage(door: Door, token: string): Page {
  const shown: string[] = [];
  const closing = new AbortController();
  let last = '0';

  async function follow(url: string): Promise<void> {
    const response = await fetch(new URL('/api/chat/events', url), {
      headers: { authorization: `Bearer ${token}`, 'last-event-id': last },
      signal: closing.signal,
    });
    if (!response.ok || response.body === null) return;
    let rest = '';
    for await (const chunk of response.body) {
      rest += Buffer.from(chunk).toString();
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) take(block);
    }
  }

  function take(block: string): void {
    last = /^id: (.*)$/m.exec(block)?.[1] ?? last;
    const data = /^data: (.*)$/m.exec(block)?.[1];
    if (data !== undefined) shown.push((JSON.parse(data) as { id: string }).id);
  }

  const following = (async () => {
    while (!closing.signal.aborted) {
      const url = door.url();
      if (url !== null) await follow(url).catch(() => {});
      await sleep(100, undefined, { signal: closing.signal }).catch(() => {});
    }
  })();

  return {
    shown,
    async close() {
      closing.abort();
      await following;
    },
  };
}
