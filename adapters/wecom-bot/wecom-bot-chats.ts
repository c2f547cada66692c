/** A conversation with the bot, as WeCom names it: a userid, or a group's id. */
export interface BotChat {
  chat: string;
  group: boolean;
}

/** What one bot must know of its conversations after a restart. Times are the store's own. */
export interface BotChats {
  prepare(): Promise<void>;
  /** Somebody has written there: from then on the bot may write there first. */
  wrote(chat: BotChat): Promise<void>;
  wroteSince(at: Date): Promise<BotChat[]>;
  /** Which of these were ever written in. */
  everWrote(chats: readonly string[]): Promise<Set<string>>;
  /** True the first time in a life. */
  greetOnce(user: string): Promise<boolean>;
  /** The next receipt number of a conversation, from 1. */
  nextNumber(chat: string): Promise<number>;
}
