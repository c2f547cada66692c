import { setTimeout as sleep } from 'node:timers/promises';
import { WECOM_BOT } from '../../adapters/wecom-bot/wecom-bot-ids.ts';
import type { Records } from '../../src/app/records.ts';
import { INBOX } from '../../src/ledger/collections.ts';
import { configuredWecomBot } from '../../src/main/configured-wecom-bot.ts';
import { BOT_ID, BOT_SECRET, openFakeWecomBot } from './fake-wecom-bot.ts';
import { type Body, pressOn } from './wecom-bot-rules.ts';
import { openWholeBot } from './whole-bot.ts';

/** The whole bot with people talking to it over the fake WeCom, as `npm start` would open it. */
export async function openWecomBotTalk(
  start: string,
  people: readonly string[],
  fill: (records: Records) => Promise<void>,
) {
  const wecom = await openFakeWecomBot();
  const config = { WECOM_BOT_ID: BOT_ID, WECOM_BOT_SECRET: BOT_SECRET, WECOM_BOT_URL: wecom.url };
  const bot = await openWholeBot(start, {
    adapter: WECOM_BOT,
    people,
    identity: (person) => person,
    fill,
    open(records) {
      const [adapter] = configuredWecomBot(config, records);
      if (adapter === undefined) throw new Error('the bot is configured');
      return adapter;
    },
  });
  const { db } = bot.records;

  /** Until what WeCom brought is stored, then until all is said. */
  async function brought(bring: () => unknown): Promise<void> {
    const before = await db.collection(INBOX).countDocuments({});
    bring();
    for (let waited = 0; waited < 2_000 && (await db.collection(INBOX).countDocuments({})) === before; waited += 10)
      await sleep(10);
    await bot.settled();
  }

  return {
    ...bot,
    wecom,
    says: (name: string, text: string, rest: Body = {}) =>
      brought(() => wecom.calls({ from: { userid: name }, text: { content: text }, ...rest })),
    async presses(name: string, label: string): Promise<void> {
      const cards = wecom.shown(name).map(({ card }) => card);
      const press = pressOn(cards, ({ text }) => text === label);
      if (press === null) throw new Error(`no button ${label} among ${JSON.stringify(cards)}`);
      await brought(() => wecom.event(name, { eventtype: 'template_card_event', template_card_event: press }));
    },
    shownTo: async (name: string): Promise<string[]> => wecom.shown(name).map(({ text }) => text),
    async close(): Promise<void> {
      await bot.close();
      await wecom.close();
    },
  };
}
