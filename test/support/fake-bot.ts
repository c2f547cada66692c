import type { ChatAdapter, ChatHost, IncomingEvent, Reply } from '../../src/chat/chat-adapter.ts';
import { ServiceError } from '../../src/errors.ts';

/** Stands where the whole bot would: an adapter hands it events, it says what `respond` tells it to. */
export interface FakeBot extends ChatHost {
  /** Events stored, each once. */
  events: IncomingEvent[];
  /** Nothing can be stored while true. */
  down: boolean;
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
    async accept(event) {
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
