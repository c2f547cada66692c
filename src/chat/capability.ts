import type { Draft } from '../ledger/ledger.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { Message, MessageDraft } from './message.ts';
import type { Locale } from './texts.ts';

/** Who speaks: a person of the CRM as the talk needs to know them. */
export interface Speaker {
  id: string;
  name: string;
  locale: Locale;
  zone: string;
}

/** What one person's talk in one room remembers; the fields of the record `conversation:<room>:<person>`. */
export interface ConversationFields {
  room: string;
  person: string;
  /** Open question in this talk. */
  question: string | null;
  /** The last record made here, for what comes without a customer of its own. `memo` belongs to the capability that wrote it. */
  last: { set: string; at: Date; memo: Record<string, unknown> } | null;
  /** What typed 撤销 takes back, newest last; at most 20 set ids. */
  undoable: string[];
  /** The last query and its scope, kept for ten minutes. */
  query: { capability: string; at: Date; memo: Record<string, unknown> } | null;
  /** When something was last not understood. */
  puzzledAt: Date | null;
  greeted: boolean;
  /** When the person last wrote here. */
  wroteAt: Date | null;
}

/** A question that waits for one tap, number, listed name or yes/no: the fields of the record `question:<id>`. */
export interface QuestionFields {
  person: string;
  room: string;
  /** The capability that asked and handles the answer. */
  capability: string;
  choices: { label: string; value: Record<string, unknown>; names?: string[] }[];
  memo: Record<string, unknown>;
  askedAt: Date;
  open: boolean;
  /** The set that asked. */
  set: string;
}

/** One turn of the talk, given to a capability: who, where, what was said, and the draft to write into. */
export interface Turn<V> {
  speaker: Speaker;
  viewer: V;
  room: string;
  /** True in the talk with one person alone. */
  direct: boolean;
  now: Date;
  draft: Draft;
  conversation: Readonly<ConversationFields>;
  /** Changes what the conversation remembers. */
  remember(patch: Partial<ConversationFields>): void;
  /** Says something here: in a direct talk to the person; in a group to all. Returns the row's id. */
  reply(message: MessageDraft, options?: { replaces?: string }): string;
  /** Says something to the asker alone, also in a group. */
  whisper(message: MessageDraft): string;
  /** Asks one question with buttons (and numbers, names, yes/no in typed words); the answer comes to `answered`. */
  ask(question: { text: string; choices: QuestionFields['choices']; memo?: Record<string, unknown> }): void;
}

/** A typed message on its way to a capability. */
export interface Said {
  text: string;
  understanding: Understanding;
  /** The message this one replies to or quotes: an outbox row id or the set of one's own message. */
  replyTo?: string;
}

/** A verb: one thing a person can do by talking. Its folder under src/capabilities is its home. */
export interface Capability<V> {
  name: string;
  /** One line for help, and examples that help may show; examples are also tests. */
  purpose: { zh: string; en: string };
  examples: { zh: string[]; en: string[] };
  /** A command of the bot's own words, tried before understanding; null when the text is not its command. */
  command?(text: string, locale: Locale, conversation: Readonly<ConversationFields>): Record<string, unknown> | null;
  /** Intents of an understanding that this capability serves. */
  intents?: readonly Understanding['intent'][];
  /** Handles a command (its arguments) or an understood message. */
  run(turn: Turn<V>, said: Said, command: Record<string, unknown> | null): Promise<void>;
  /** Handles the answer to a question this capability asked. */
  answered?(turn: Turn<V>, question: QuestionFields & { id: string }, choice: Record<string, unknown>): Promise<void>;
  /** Button presses, by action name (`<capability>.<verb>`). */
  actions?: Record<string, (turn: Turn<V>, args: Record<string, unknown>, button: PressedButton) => Promise<void>>;
}

export interface PressedButton {
  id: string;
  /** The set whose message carried the button. */
  set: string;
}

/** Looks again at a message before it leaves: send as it is, drop it, or send this instead. */
export type RecheckHandler = (facts: Record<string, unknown>, person: string | null) => Promise<'send' | 'drop' | Message>;
