import { setTimeout as sleep } from 'node:timers/promises';
import type { AskedNow, ChatAdapter, ChatHost, IncomingEvent, NowAnswers, Reply } from '../../src/chat/chat-adapter.ts';
import { ServiceError } from '../../src/errors.ts';

/** Stands where the whole bot would: an adapter hands it events, it says what `respond` tells it to. */
export interface FakeBot extends ChatHost {
  /** Events stored, each once. */
  events: IncomingEvent[];
  /** Nothing can be stored while true. */
  down: boolean;
  /** How long storing takes, in milliseconds. */
  slowMs: number;
  /** What it was asked for at once. */
  asked: AskedNow<keyof NowAnswers>[];
  /** What it answers to that; nothing when left out. */
  now: (asked: AskedNow<keyof NowAnswers>) => unknown;
}

/** What the bot says to an event. */
export type Respond = (event: IncomingEvent) => Reply[] | Promise<Reply[]>;

/** `respond` gives the replies to an event; each is delivered through the adapter and given to the sender. */
export function fakeBot(adapter: () => ChatAdapter, respond: Respond): FakeBot {
  const handled = new Map<string, Promise<Reply[]>>();
  const handle = async (event: IncomingEvent): Promise<Reply[]> => {
    const replies = await respond(event);
    for (const reply of replies) await adapter().deliver(reply, 'zh');
    return replies;
  };
  const bot: FakeBot = {
    events: [],
    down: false,
    slowMs: 0,
    asked: [],
    now: () => null,
    async answerNow<K extends keyof NowAnswers>(asked: AskedNow<K>) {
      bot.asked.push(asked);
      return ((await bot.now(asked)) ?? null) as NowAnswers[K]['answer'] | null;
    },
    async accept(event) {
      if (bot.slowMs > 0) await sleep(bot.slowMs);
      if (bot.down) throw new ServiceError('the store is away');
      const known = handled.get(event.key);
      if (known) return { fresh: false, handled: known };
      const work = handle(event);
      handled.set(event.key, work);
      bot.events.push(event);
      return { fresh: true, handled: work };
    },
  };
  return bot;
}
