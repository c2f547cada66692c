import { setTimeout as sleep } from 'node:timers/promises';
import type { WechatRoom } from '../../adapters/wechaty/wechat-client.ts';
import { createWechatyAdapter } from '../../adapters/wechaty/wechaty-adapter.ts';
import type { WechatTalks } from '../../adapters/wechaty/wechaty-talks.ts';
import { createAdapterHealth } from '../../src/chat/adapter-health.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import type { Going } from '../contract/contract-world.ts';
import { type FakeBot, fakeBot, type Respond } from '../support/fake-bot.ts';
import { memoryPosts, memoryStates } from '../support/memory-adapter.ts';
import { type MockContact, type MockRoom, openMockWechat } from './mock-wechat.ts';

export interface WechatyWorld {
  bot: FakeBot;
  adapter: ReturnType<typeof createWechatyAdapter>;
  people: Record<'bot' | 'lin' | 'emma', MockContact>;
  room: MockRoom;
  audiences: (WechatRoom & { self: string | null })[];
  state: ReturnType<typeof memoryStates>;
  /** How often a client was made. */
  clients(): number;
  /** How the next words that the bot says go. */
  fails(...next: Going[]): void;
  /** From now on the client hears nothing and gives no sign of life. */
  deafen(): void;
  clock: Clock & { at: number };
  shownTo(person: string): string[];
  /** Lets what is under way arrive. */
  settle(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

function memoryTalks(): WechatTalks {
  const heard = new Map<string, Date>();
  const numbered = new Map<string, { ids: string[]; at: Date }>();
  let aliveAt: Date | null = null;
  return {
    heard: async (contact, at) => void heard.set(contact, at),
    heardSince: async (since) => [...heard].filter(([, at]) => at >= since).map(([contact]) => contact),
    numbered: async (place, buttons) => void numbered.set(place, buttons),
    lastNumbered: async (place) => numbered.get(place) ?? null,
    alive: async (at) => {
      aliveAt = at;
    },
    lastAlive: async () => aliveAt,
  };
}

/** The adapter on the real wechaty and its mock puppet, with a fake bot behind it. */
export async function openWechatyWorld(respond: Respond, logger = silentLogger): Promise<WechatyWorld> {
  const wechat = openMockWechat(['lin', 'emma']);
  const { room } = wechat;
  const people = { bot: wechat.person('bot'), lin: wechat.person('lin'), emma: wechat.person('emma') };
  const clock = { at: Date.now(), now: () => new Date(clock.at) };
  const audiences: WechatyWorld['audiences'] = [];
  const state = memoryStates();
  const posts = memoryPosts();
  const talks = memoryTalks();
  const create = () =>
    createWechatyAdapter({
      client: wechat.client,
      posts,
      talks,
      health: createAdapterHealth({ adapter: 'wechaty', states: state, clock, logger }),
      userOf: async (person) => (person === 'lin' || person === 'emma' ? people[person].id : null),
      audience: async (group) => void audiences.push(group),
      locale: async () => 'zh',
      clock,
      logger,
      pauses: { probe: 20, sign: 1_500 },
    });
  let adapter = create();
  const bot = fakeBot(() => adapter, respond);

  async function begin(): Promise<void> {
    await adapter.start(bot);
    await until(() => state.state?.connection === 'connected');
  }
  await begin();

  return {
    bot,
    get adapter() {
      return adapter;
    },
    people,
    room,
    audiences,
    state,
    clients: wechat.clients,
    fails: wechat.fails,
    deafen: wechat.deafen,
    clock,
    shownTo: (person) => [...wechat.seen(person), ...wechat.inGroup],
    settle: () => sleep(60),
    async restart() {
      await adapter.stop();
      adapter = create();
      await begin();
    },
    stop: () => adapter.stop(),
  };
}

export async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 5_000) throw new Error('never came');
    await sleep(10);
  }
}
