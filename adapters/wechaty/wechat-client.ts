/** What was sent, by its kind; `other`: cards, red envelopes, mini programs and the like. */
export type WechatKind = 'text' | 'voice' | 'picture' | 'file' | 'place' | 'contact' | 'sticker' | 'system' | 'other';

export interface WechatRoom {
  id: string;
  name: string;
  /** Contact ids, the bot's own among them. */
  members: string[];
}

export interface WechatMessage {
  id: string;
  /** The contact that sent it. */
  from: string;
  room: WechatRoom | null;
  /** Sent by the bot's own account. */
  own: boolean;
  kind: WechatKind;
  /** Without the mention of the bot. */
  text: string;
  /** Names the bot; always so in a direct talk. */
  toBot: boolean;
  at: Date;
}

/** The little that is asked of a WeChat client, so that `wechaty`, its fork or another one can stand behind it. */
export interface WechatClient {
  /** The bot's own contact id; null before the login. */
  self(): string | null;
  /** Resolves when the client runs; the login may come later. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Asks the far end for a sign of life; false where none came in time. */
  answers(withinMs: number): Promise<boolean>;
  /** Says something to a contact or in a room; rejects with WechatRefusal where there is none, else for now. */
  say(to: { contact: string } | { room: string }, text: string): Promise<void>;
  /** What a contact calls themselves; null for one whom the client does not know. */
  nameOf(contact: string): Promise<string | null>;
  onMessage(take: (message: WechatMessage) => void): void;
  /** `error`: the client's own code or `error`, never a text. */
  onError(take: (error: string) => void): void;
}

/** What the client will not do however often it is asked. */
export class WechatRefusal extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`wechaty: ${code}`);
    this.code = code;
  }
}
