import type { types, webApi } from '@slack/bolt';
import type { Message } from '../../src/chat/message.ts';
import { encodeSection } from './slack-encode.ts';
import { reachSlack } from './slack-errors.ts';
import { userIdOf } from './slack-ids.ts';

/** Slack's limit for a home. */
const MOST_BLOCKS = 100;
const REFRESH_MS = 2_000;
const REMEMBERED = 5_000;

export interface HomeParts {
  client: webApi.WebClient;
  /** What a user's home says; null when nothing can be told. */
  sections(user: string): Promise<Message[] | null>;
  failed(error: unknown): void;
  refreshMs?: number;
}

/** The app's home: shown when it is opened, and again after something was said to one who has opened it. */
export function createHome({ client, sections, failed, refreshMs = REFRESH_MS }: HomeParts) {
  const opened = new Set<string>();
  const due = new Map<string, NodeJS.Timeout>();

  async function publish(user: string): Promise<void> {
    const id = userIdOf(user);
    const shown = id === null ? null : await sections(user);
    if (id === null || shown === null) return;
    const blocks = shown.flatMap((section, at) => [
      ...(at === 0 ? [] : [{ type: 'divider' } as const]),
      ...encodeSection(section),
    ]);
    const view: types.HomeView = { type: 'home', blocks: blocks.slice(0, MOST_BLOCKS) };
    await reachSlack(() => client.views.publish({ user_id: id, view }));
  }

  return {
    async open(user: string): Promise<void> {
      if (opened.size >= REMEMBERED) opened.clear();
      opened.add(user);
      await publish(user).catch(failed);
    },
    /** Something was said to somebody, so that something may have changed; who it was is asked only where it matters. */
    async changed(whom: () => Promise<string | null>): Promise<void> {
      const user = opened.size === 0 ? null : await whom();
      if (user === null || !opened.has(user) || due.has(user)) return;
      const timer = setTimeout(() => {
        due.delete(user);
        publish(user).catch(failed);
      }, refreshMs);
      due.set(user, timer.unref());
    },
    stop(): void {
      for (const timer of due.values()) clearTimeout(timer);
      due.clear();
      opened.clear();
    },
  };
}
