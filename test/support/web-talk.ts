import { WEB } from '../../adapters/web/web-decode.ts';
import type { WebReply } from '../../adapters/web/web-encode.ts';
import { createWebLogStore } from '../../adapters/web/web-log-store.ts';
import type { Records } from '../../src/app/records.ts';
import { configuredWeb } from '../../src/main/configured-web.ts';
import { openWholeBot } from './whole-bot.ts';

const SETTINGS = { WEB_PUBLIC_URL: undefined, WEB_TRUST_PROXY: 0, WEB_REQUESTS_PER_MINUTE: 10_000 };
const LINES = 1_000;

/** The whole bot with people talking to it over its page's API, as `npm start` would open it. */
export async function openWebTalk(start: string, people: readonly string[], fill: (records: Records) => Promise<void>) {
  const bot = await openWholeBot(start, {
    adapter: WEB,
    people,
    fill,
    open: (records, http, app) =>
      configuredWeb(SETTINGS, records, http, {
        colleague: (id) => app().colleague(id),
        joinOnPage: (...joining) => app().joinOnPage(...joining),
        fileBehind: (token) => app().fileBehind(token),
      }),
  });
  const tokens = new Map<string, string>();
  let count = 0;

  async function call(method: string, path: string, name: string, body?: unknown): Promise<void> {
    const token = tokens.get(name) ?? (await bot.records.signIns.newToken(name));
    tokens.set(name, token);
    const answer = await fetch(new URL(path, bot.url), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    await bot.settled();
  }

  async function says(name: string, text: string, rest: { conversation?: string; replyTo?: string } = {}) {
    count += 1;
    const id = `m${count}`;
    await call('POST', '/api/chat/messages', name, { id, text, ...rest });
    return id;
  }

  /** What a person's page shows, corrections in the place of what they correct. */
  async function shown(name: string, conversation: string): Promise<WebReply[]> {
    const log = createWebLogStore(bot.records.connection, bot.records.seals);
    const lines: WebReply[] = [];
    for (const { item } of await log.after(name, 0, LINES)) {
      if (!('reply' in item) || item.reply.conversation !== conversation) continue;
      const { reply } = item;
      const at = lines.findIndex(({ id }) => id === reply.replaces);
      if (at < 0) lines.push(reply);
      else lines[at] = reply;
    }
    return lines;
  }

  return Object.assign(bot, {
    says,
    edits: (name: string, message: string, text: string) =>
      call('PUT', `/api/chat/messages/${message}`, name, { text }),
    deletes: (name: string, message: string) => call('DELETE', `/api/chat/messages/${message}`, name),
    under: (name: string, message: string, text: string) => says(name, text, { replyTo: message }),
    group: {
      known: true,
      says: async (name: string, text: string): Promise<void> =>
        void (await says(name, `@跟进 ${text}`, { conversation: 'sales' })),
      shown: async (): Promise<string[]> =>
        (await shown('chen', 'sales')).flatMap((reply) => (reply.private ? [] : [reply.text])),
    },
    async presses(name: string, label: string): Promise<void> {
      const buttons = (await shown(name, 'direct')).flatMap(({ buttons = [] }) => buttons);
      const button = buttons.findLast((one) => one.label === label);
      if (button === undefined) throw new Error(`no button ${label} among ${JSON.stringify(buttons)}`);
      await call('POST', '/api/chat/actions', name, { actionId: button.id });
    },
    async shownTo(name: string): Promise<string[]> {
      const alone = (await shown(name, 'sales')).filter((reply) => reply.private);
      return [...(await shown(name, 'direct')), ...alone].map(({ text }) => text);
    },
  });
}
