import { createWecomAppAdapter } from '../../adapters/wecom-app/wecom-app-adapter.ts';
import { userIdentity, WECOM_APP } from '../../adapters/wecom-app/wecom-app-ids.ts';
import { createSentStore } from '../../adapters/wecom-app/wecom-app-sent-store.ts';
import { createTokenStore } from '../../adapters/wecom-app/wecom-app-token-store.ts';
import type { Records } from '../../src/app/records.ts';
import { createAbsenceStore } from '../../src/chat/absence-store.ts';
import type { Rate } from '../../src/chat/chat-adapter.ts';
import { platformParts } from '../../src/main/platform-parts.ts';
import { tellContact } from '../../src/main/tell-contact.ts';
import { tellOffline } from '../../src/main/tell-offline.ts';
import { CORP, openFakeWecom } from './fake-wecom-app.ts';
import { memoryBlobs } from './memory-adapter.ts';
import { bring, member } from './wecom-app-callback.ts';
import { settingsFor } from './wecom-app-world.ts';
import { openWholeBot } from './whole-bot.ts';

const WAIT_MS = 5_000;

/** The whole bot with people talking to it over the fake WeCom: callback, token, store and outbox are real. */
export async function openWecomAppTalk(
  start: string,
  people: readonly string[],
  fill: (records: Records) => Promise<void>,
  { memberRate = { burst: 1_000, everyMs: 1 }, paced = false }: { memberRate?: Rate; paced?: boolean } = {},
) {
  const wecom = await openFakeWecom();
  const settings = settingsFor(wecom.apiUrl);
  const identity = (name: string) => userIdentity(CORP, name);
  const bot = await openWholeBot(start, {
    adapter: WECOM_APP,
    people,
    identity,
    fill,
    paced,
    open: (records, http, app, clock) =>
      createWecomAppAdapter({
        ...platformParts(WECOM_APP, records),
        settings,
        http,
        sent: createSentStore(records.connection),
        tokens: createTokenStore(records.connection, settings),
        blobs: memoryBlobs(),
        contactChanged: (change) => tellContact({ ...records, allowPush: app().rules.allowPush }, change),
        absences: createAbsenceStore(records.connection, WECOM_APP),
        offline: (gap, users) => {
          const { allowPush } = app().rules;
          return tellOffline(
            { ...records, allowPush },
            WECOM_APP,
            gap,
            users.map((chat) => ({ chat })),
          );
        },
        clock,
        publicUrl: null,
        groups: async () => [],
        audience: async () => {},
        memberRate,
        pauses: { call: 1_500 },
      }),
  });
  const close = bot.close;
  let id = 0;

  async function brings(words: string): Promise<void> {
    await bring(new URL('/wecom/callback', bot.url), words, { waitMs: WAIT_MS });
    await bot.settled();
  }

  /** The newest card with a button of that label, and the button's key: what a member can press. */
  function buttonOf(name: string, label: string): { task: string; key: string } {
    for (const { path, body } of wecom.calls.toReversed()) {
      const card = body.template_card as { button_list: { text: string; key: string }[]; task_id?: string } | undefined;
      const key = card?.button_list.find(({ text }) => text === label)?.key;
      const shown = wecom.shown.findLast(({ to, text }) => to === name && text.includes(`[${label}]`));
      if (path.startsWith('message/') && key !== undefined && shown?.task !== undefined)
        return { task: shown.task, key };
    }
    throw new Error(`no button ${label} among ${JSON.stringify(wecom.shown)}`);
  }

  return Object.assign(bot, {
    wecom,
    /** What came while no process ran is given up within seconds. */
    forgets: true as const,
    /** An event of a member. */
    happens: (name: string, fields: Record<string, string>) => brings(member(name).event(fields)),
    async says(name: string, text: string): Promise<string> {
      id += 1;
      await brings(member(name).text(text, String(id)));
      return String(id);
    },
    async presses(name: string, label: string): Promise<void> {
      const { task, key } = buttonOf(name, label);
      await brings(member(name).press(task, key, wecom.newCode(task)));
    },
    shownTo: async (name: string): Promise<string[]> =>
      wecom.shown.filter(({ to }) => to === name).map(({ text }) => text),
    async close(): Promise<void> {
      await close();
      await wecom.close();
    },
  });
}
