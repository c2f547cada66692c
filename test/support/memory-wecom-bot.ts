import type { BotChat, BotChats } from '../../adapters/wecom-bot/wecom-bot-chats.ts';
import type { BotLease } from '../../adapters/wecom-bot/wecom-bot-lease.ts';

/** What the bot keeps of its conversations, without a store behind it; `now`: the store's own clock. */
export function memoryBotChats(now: () => Date): BotChats {
  const chats = new Map<string, BotChat & { wroteAt?: Date; greeted?: boolean; numbers: number }>();
  const row = (chat: string, group = false) => {
    const one = chats.get(chat) ?? { chat, group, numbers: 0 };
    chats.set(chat, one);
    return one;
  };
  const alone = ({ chat, group }: BotChat): BotChat => ({ chat, group });
  return {
    async prepare() {},
    wrote: async ({ chat, group }) => void Object.assign(row(chat, group), { group, wroteAt: now() }),
    wroteSince: async (at) =>
      [...chats.values()].filter(({ wroteAt }) => wroteAt !== undefined && wroteAt >= at).map(alone),
    everWrote: async (some) => new Set(some.filter((chat) => chats.get(chat)?.wroteAt !== undefined)),
    async greetOnce(user) {
      const first = row(user).greeted !== true;
      row(user).greeted = true;
      return first;
    },
    async nextNumber(chat) {
      row(chat).numbers += 1;
      return row(chat).numbers;
    },
  };
}

/** One lease that several adapters may share. */
export function memoryBotLease(now: () => Date): BotLease {
  const state = { holder: null as string | null, term: 0, heardUntil: null as Date | null };
  const mine = (holder: string) => state.holder === holder;
  return {
    read: async () => (state.term === 0 ? null : { ...state }),
    async take(holder, term) {
      if ((term ?? 0) !== state.term) return false;
      Object.assign(state, { holder, term: state.term + 1 });
      return true;
    },
    async hold(holder, hears) {
      if (mine(holder) && hears) state.heardUntil = now();
      return mine(holder);
    },
    async release(holder) {
      if (mine(holder)) state.holder = null;
    },
    async gap() {
      const from = state.heardUntil;
      state.heardUntil = now();
      return from === null ? null : { from, until: state.heardUntil };
    },
  };
}
