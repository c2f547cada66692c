import { createWecomBotChatStore } from '../../adapters/wecom-bot/wecom-bot-chat-store.ts';
import { WECOM_BOT } from '../../adapters/wecom-bot/wecom-bot-ids.ts';
import type { Records } from '../../src/app/records.ts';
import { configuredWecomBot } from '../../src/main/configured-wecom-bot.ts';
import { BOT_ID, BOT_SECRET, openFakeWecomBot } from './fake-wecom-bot.ts';
import { type Body, pressOn } from './wecom-bot-rules.ts';
import { GROUP } from './wecom-bot-world.ts';
import { openWholeBot } from './whole-bot.ts';

/** The whole bot with people talking to it over the fake WeCom, as `npm start` would open it. */
export async function openWecomBotTalk(
  start: string,
  people: readonly string[],
  fill: (records: Records) => Promise<void>,
  { shared = false, paced = false } = {},
) {
  const wecom = await openFakeWecomBot();
  const config = { WECOM_BOT_ID: BOT_ID, WECOM_BOT_SECRET: BOT_SECRET, WECOM_BOT_URL: wecom.url };
  const bot = await openWholeBot(start, {
    adapter: WECOM_BOT,
    people,
    identity: (person) => person,
    fill,
    shared,
    paced,
    open(records, _http, app) {
      const [adapter] = configuredWecomBot(config, records, (...push) => app().rules.allowPush(...push));
      if (adapter === undefined) throw new Error('the bot is configured');
      return adapter;
    },
  });
  const close = bot.close;
  // A bot can write to nobody who never wrote to it.
  const chats = createWecomBotChatStore(bot.records.connection, BOT_ID);
  for (const person of people) {
    wecom.know(person);
    await chats.wrote({ chat: person, group: false });
  }

  const says = (name: string, text: string, rest: Body = {}): Promise<string> =>
    bot.brings(() => wecom.calls({ from: { userid: name }, text: { content: text }, ...rest })).then(() => text);

  return Object.assign(bot, {
    wecom,
    forgets: true as const,
    says,
    /** Quotes carry the words of a message alone. */
    under: (name: string, message: string, text: string) =>
      says(name, text, { quote: { msgtype: 'text', text: { content: message } } }),
    /** WeCom tells nobody who is in a group. */
    group: {
      known: false,
      says: async (name: string, text: string): Promise<void> =>
        void (await says(name, `@跟进 ${text}`, { chattype: 'group', chatid: GROUP })),
      shown: async (): Promise<string[]> => wecom.shown(GROUP).map(({ text }) => text),
    },
    async presses(name: string, label: string): Promise<void> {
      const cards = wecom.shown(name).map(({ card }) => card);
      const press = pressOn(cards, ({ text }) => text === label);
      if (press === null) throw new Error(`no button ${label} among ${JSON.stringify(cards)}`);
      await bot.brings(() => wecom.event(name, { eventtype: 'template_card_event', template_card_event: press }));
    },
    shownTo: async (name: string): Promise<string[]> => wecom.shown(name).map(({ text }) => text),
    async close(): Promise<void> {
      await close();
      await wecom.close();
    },
  });
}
