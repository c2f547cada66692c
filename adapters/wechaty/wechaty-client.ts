import { ServiceError } from '../../src/errors.ts';
import { type WechatClient, type WechatKind, type WechatMessage, WechatRefusal } from './wechat-client.ts';
import type { WechatySettings } from './wechaty-config.ts';

/** What is used of the package, which is no dependency of Genjin (wechaty 1.20, @juzi/wechaty 1.0). */
interface WechatyModule {
  WechatyBuilder: { build(options: Record<string, unknown>): WechatyBot };
}
interface WechatyBot {
  start(): Promise<void>;
  stop(): Promise<void>;
  ding(data: string): void;
  readonly isLoggedIn: boolean;
  readonly currentUser: { readonly id: string };
  readonly Contact: { find(query: { id: string }): Promise<(Sayable & { name(): string }) | undefined> };
  readonly Room: { find(query: { id: string }): Promise<Sayable | undefined> };
  on(event: 'message', take: (message: BotMessage) => void): unknown;
  on(event: 'dong', take: (data?: string) => void): unknown;
  on(event: 'error', take: (error: { code?: unknown }) => void): unknown;
}
interface Sayable {
  say(text: string): Promise<unknown>;
}
interface BotMessage {
  readonly id: string;
  self(): boolean;
  type(): number;
  text(): string;
  date(): Date;
  talker(): { readonly id: string };
  room(): BotRoom | undefined;
  mentionSelf(): Promise<boolean>;
  mentionText(): Promise<string>;
}
interface BotRoom {
  readonly id: string;
  topic(): Promise<string>;
  memberAll(): Promise<{ readonly id: string }[]>;
}

/** wechaty-puppet's `MessageType`, by number. */
const KINDS: Record<number, WechatKind> = {
  1: 'file',
  2: 'voice',
  3: 'contact',
  5: 'sticker',
  6: 'picture',
  7: 'text',
  8: 'place',
  10: 'system',
  13: 'system',
  15: 'file',
};

/** How long a sign of life may take. */
const SIGN_MS = 5_000;

/** Loads the package that the settings name and makes a client of it; throws ServiceError where it is not installed. */
export async function loadWechaty({ module, puppet, puppetOptions }: WechatySettings): Promise<WechatClient> {
  const loaded: WechatyModule = await import(module).catch((cause: unknown) => {
    throw new ServiceError('wechaty: not installed', { cause });
  });
  return wechatyClient(loaded.WechatyBuilder.build({ name: 'genjin', puppet, puppetOptions }));
}

/** A client on a built bot. */
export function wechatyClient(bot: WechatyBot): WechatClient {
  const self = () => (bot.isLoggedIn ? bot.currentUser.id : null);
  let unreadable = () => {};
  const waiting = new Set<() => void>();
  bot.on('dong', () => {
    for (const answered of waiting) answered();
  });

  async function read(message: BotMessage): Promise<WechatMessage> {
    const room = message.room();
    const [toBot, text] = room ? [await message.mentionSelf(), await message.mentionText()] : [true, message.text()];
    return {
      id: message.id,
      from: message.talker().id,
      room: room ? await readRoom(room) : null,
      own: message.self(),
      kind: KINDS[message.type()] ?? 'other',
      text,
      toBot,
      at: message.date(),
    };
  }

  async function readRoom(room: BotRoom) {
    const [name, members] = await Promise.all([room.topic(), room.memberAll()]);
    return { id: room.id, name, members: members.map(({ id }) => id) };
  }

  function answers(withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (sign: boolean) => {
        clearTimeout(late);
        waiting.delete(answered);
        resolve(sign);
      };
      const answered = () => end(true);
      const late = setTimeout(() => end(false), withinMs);
      waiting.add(answered);
      bot.ding('genjin');
    });
  }

  /** A client also throws where it knows nobody of that id: while it is alive, that is nobody. */
  async function find(to: { contact: string } | { room: string }): Promise<Sayable | undefined> {
    try {
      return 'room' in to ? await bot.Room.find({ id: to.room }) : await bot.Contact.find({ id: to.contact });
    } catch (error) {
      if (await answers(SIGN_MS)) return undefined;
      throw error;
    }
  }

  return {
    self,
    start: () => bot.start(),
    stop: () => bot.stop(),

    answers,

    async say(to, text) {
      const there = await find(to);
      if (there === undefined) throw new WechatRefusal('not_found');
      await there.say(text);
    },

    nameOf: async (contact) => (await bot.Contact.find({ id: contact }))?.name() ?? null,

    onMessage(take) {
      // One after the other: reading asks the far end, and what was said first must be heard first.
      let last = Promise.resolve();
      bot.on('message', (message) => {
        last = last.then(() => read(message)).then(take, () => unreadable());
      });
    },

    onError(take) {
      unreadable = () => take('unreadable');
      bot.on('error', ({ code }) => take(typeof code === 'string' || typeof code === 'number' ? `${code}` : 'error'));
    },
  };
}
