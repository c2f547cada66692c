import { setTimeout as sleep } from 'node:timers/promises';
import { createWecomBotAdapter, type WecomBotOptions } from '../../adapters/wecom-bot/wecom-bot-adapter.ts';
import { WECOM_BOT } from '../../adapters/wecom-bot/wecom-bot-ids.ts';
import { createAdapterHealth } from '../../src/chat/adapter-health.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { type FakeBot, fakeBot, type Respond } from './fake-bot.ts';
import { BOT_ID, BOT_SECRET, type FakeWecomBot, openFakeWecomBot } from './fake-wecom-bot.ts';
import { memoryBlobs, memoryPosts, memoryStates } from './memory-adapter.ts';
import { memoryBotChats, memoryBotLease } from './memory-wecom-bot.ts';
import { until } from './until.ts';
import { type Body, pressOn } from './wecom-bot-rules.ts';

export const GROUP = 'wrGroup0001';

/** The adapter on the real SDK against the fake WeCom, with a fake bot behind it. */
export interface WecomBotWorld {
  wecom: FakeWecomBot;
  bot: FakeBot;
  adapter: ReturnType<typeof createWecomBotAdapter>;
  state: ReturnType<typeof memoryStates>;
  chats: ReturnType<typeof memoryBotChats>;
  lease: ReturnType<typeof memoryBotLease>;
  posts: ReturnType<typeof memoryPosts>;
  blobs: ReturnType<typeof memoryBlobs>;
  /** What was said to be told of time without a connection, in whole minutes. */
  offline: { minutes: number; chats: string[] }[];
  groups: string[];
  handedBack: string[];
  /** Processes that live, by their workers' ids. */
  living: Set<string>;
  /** The store's clock goes on. */
  pass(ms: number): void;
  /** Another process on the same store. */
  another(id: string): WecomBotWorld['adapter'];
  says(text: string, rest?: Body): Promise<void>;
  presses(key: string, rest?: Body): Promise<void>;
  texts(chat: string): string[];
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function openWecomBotWorld(
  respond: Respond,
  options: Partial<WecomBotOptions> = {},
): Promise<WecomBotWorld> {
  const wecom = await openFakeWecomBot();
  for (const chat of ['lin', 'emma', GROUP]) wecom.know(chat);
  let offset = 0;
  const now = () => new Date(Date.now() + offset);
  const state = memoryStates();
  const chats = memoryBotChats(now);
  const lease = memoryBotLease(now);
  const posts = memoryPosts();
  const blobs = memoryBlobs();
  const living = new Set<string>();
  const offline: WecomBotWorld['offline'] = [];
  const groups: string[] = [];
  const handedBack: string[] = [];

  const all: ReturnType<typeof createWecomBotAdapter>[] = [];
  const create = (id: string) => {
    living.add(id);
    const one = createWecomBotAdapter({
      settings: { bot: BOT_ID, secret: BOT_SECRET, url: wecom.url },
      posts,
      chats,
      lease,
      blobs,
      health: createAdapterHealth({ adapter: WECOM_BOT, states: state, clock: machineClock, logger: silentLogger }),
      worker: { id: () => id, sure: () => living.has(id), living: async () => [...living] },
      userOf: async (person) => (person === 'nobody' ? null : person),
      group: async (chat) => void groups.push(chat),
      offline: async ({ from, until }, told) =>
        void offline.push({
          minutes: Math.round((until.getTime() - from.getTime()) / 60_000),
          chats: told.map(({ chat }) => chat),
        }),
      handBack: async (row) => void handedBack.push(row),
      locale: async () => 'zh',
      clock: machineClock,
      logger: silentLogger,
      pauses: { connect: 20, refused: 50, look: 20, thinking: 5_000 },
      ...options,
    });
    all.push(one);
    return one;
  };
  let adapter = create('one');
  const bot = fakeBot(() => adapter, respond);
  const connected = () => until(() => state.state?.connection === 'connected' && wecom.connected());
  await adapter.start(bot);
  await connected();
  let restarts = 0;

  /** Until it has been stored or answered; what is passed over leaves no trace to wait for. */
  async function settled(stored: () => boolean): Promise<void> {
    const before = wecom.commands.length;
    for (let waited = 0; waited < 300 && !stored() && wecom.commands.length === before; waited += 2) await sleep(2);
  }

  return {
    wecom,
    bot,
    get adapter() {
      return adapter;
    },
    state,
    chats,
    lease,
    posts,
    blobs,
    offline,
    groups,
    handedBack,
    living,
    pass(ms) {
      offset += ms;
    },
    another: (id) => create(id),
    async says(text, rest = {}) {
      const events = bot.events.length;
      wecom.calls({ text: { content: text }, ...rest });
      await settled(() => bot.events.length > events);
    },
    async presses(key, rest = {}) {
      const user = String((rest.from as Body | undefined)?.userid ?? 'lin');
      const chat = rest.chattype === 'group' ? String(rest.chatid) : user;
      const cards = wecom.shown(chat).map(({ card }) => card);
      const press = pressOn(cards, (button) => button.key === key) ?? { event_key: key };
      const events = bot.events.length;
      wecom.event(user, { eventtype: 'template_card_event', template_card_event: press }, rest);
      await settled(() => bot.events.length > events);
    },
    texts: (chat) => wecom.shown(chat).map(({ text }) => text),
    async restart() {
      await adapter.stop();
      living.clear();
      restarts += 1;
      adapter = create(`again-${restarts}`);
      await adapter.start(bot);
      await connected();
    },
    async stop() {
      for (const one of all) await one.stop();
      await wecom.close();
    },
  };
}
