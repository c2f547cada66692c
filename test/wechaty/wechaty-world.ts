import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WechatClient, WechatRoom } from '../../adapters/wechaty/wechat-client.ts';
import { createWechatyAdapter } from '../../adapters/wechaty/wechaty-adapter.ts';
import { wechatyClient } from '../../adapters/wechaty/wechaty-client.ts';
import type { WechatTalks } from '../../adapters/wechaty/wechaty-talks.ts';
import { createAdapterHealth } from '../../src/chat/adapter-health.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { type FakeBot, fakeBot, type Respond } from '../support/fake-bot.ts';
import { memoryPosts, memoryStates } from '../support/memory-adapter.ts';

/** What is used of the mock puppet, as wechaty-puppet-mock 1.19 has it. */
interface MockContact {
  id: string;
  say(what: unknown, mentions?: MockContact[]): { to(where: unknown): void };
  on(event: 'message', take: (message: { text(): string; room(): unknown }) => void): void;
}
interface MockRoom {
  id: string;
  on(event: 'message', take: (message: { text(): string }) => void): void;
}
interface Mocker {
  _puppet: unknown;
  createContact(payload: { name: string }): MockContact;
  createRoom(payload: { topic: string; memberIdList: string[] }): MockRoom;
  login(contact: MockContact): void;
}

const load = createRequire(`${process.env.WECHATY_FOLDER}/package.json`);
const { WechatyBuilder } = load('wechaty');
const { PuppetMock, mock } = load('wechaty-puppet-mock');
export const { FileBox } = load('file-box');

export interface WechatyWorld {
  bot: FakeBot;
  adapter: ReturnType<typeof createWechatyAdapter>;
  people: Record<'bot' | 'lin' | 'emma', MockContact>;
  room: MockRoom;
  audiences: (WechatRoom & { self: string | null })[];
  state: ReturnType<typeof memoryStates>;
  /** How often a client was made. */
  clients(): number;
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
export async function openWechatyWorld(respond: Respond): Promise<WechatyWorld> {
  const mocker: Mocker = new mock.Mocker();
  const clock = { at: Date.parse('2026-11-23T02:00:00Z'), now: () => new Date(clock.at) };
  const people = {} as WechatyWorld['people'];
  const seen = new Map<string, string[]>();
  const audiences: WechatyWorld['audiences'] = [];
  const state = memoryStates();
  const posts = memoryPosts();
  const talks = memoryTalks();
  let clients = 0;
  let deaf = false;

  async function client(): Promise<WechatClient> {
    clients += 1;
    deaf = false;
    // The mock takes one puppet in its life; a client that is made anew brings another one.
    mocker._puppet = undefined;
    const made = wechatyClient(WechatyBuilder.build({ puppet: new PuppetMock({ mocker }) }));
    return {
      ...made,
      async start() {
        await made.start();
        mocker.login(people.bot);
      },
      answers: async (withinMs) => !deaf && made.answers(withinMs),
      onMessage: (take) => made.onMessage((message) => deaf || take(message)),
    };
  }

  for (const name of ['bot', 'lin', 'emma'] as const) {
    people[name] = mocker.createContact({ name });
    seen.set(name, []);
    // What is no text (a picture of one's own) has none.
    people[name].on('message', (message) => message.text() !== undefined && seen.get(name)?.push(message.text()));
  }
  const room = mocker.createRoom({ topic: 'sales', memberIdList: Object.values(people).map(({ id }) => id) });
  room.on('message', (message) => {
    for (const texts of seen.values()) texts.push(message.text());
  });
  const create = () =>
    createWechatyAdapter({
      client,
      posts,
      talks,
      health: createAdapterHealth({ adapter: 'wechaty', states: state, clock, logger: silentLogger }),
      userOf: async (person) => (person === 'lin' || person === 'emma' ? people[person].id : null),
      audience: async (group) => void audiences.push(group),
      locale: async () => 'zh',
      clock,
      logger: silentLogger,
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
    clients: () => clients,
    deafen() {
      deaf = true;
    },
    clock,
    shownTo: (person) => seen.get(person) ?? [],
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
