import type { ChangeSet } from '../ledger/change-set.ts';
import type { Draft } from '../ledger/ledger.ts';
import type { Amendment } from '../understanding/amend/amend.ts';
import type { PreviousRecord } from '../understanding/amend/previous-record.ts';
import type { Heard } from '../understanding/open/heard.ts';
import type { Understanding } from '../understanding/understanding.ts';
import type { Thing } from './chat-adapter.ts';
import type { Commanded } from './commanded.ts';
import type { Form, FormOption, GivenFile, Message, MessageDraft } from './message.ts';
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
  /** The last records made here, newest last, at most five: what a message without a customer of its own may mean. */
  recent: RecentRecord[];
  /** What typed 撤销 takes back, newest last; at most 20 set ids. */
  undoable: string[];
  /** The last undo here, while nothing was made since: what typed 恢复 takes back. */
  undone: string | null;
  /** The last query and its scope, kept for ten minutes. */
  query: { capability: string; at: Date; memo: Record<string, unknown> } | null;
  /** When something was last not understood. */
  puzzledAt: Date | null;
  /** Where it was asked whether they are about a customer: those words with its name, and the record made last before. */
  offered?: { text: string; after: string } | null;
  commanded?: Commanded | null;
  greeted: boolean;
  /** The set that 修改 was pressed for: until the next message a bare value corrects it. */
  amending: string | null;
  /** What the numbers of the last numbered receipt mean (撤销2): set ids, the first one's number is 1. */
  numbered: string[];
  /** Receipts of the earlier parts of a message that is being split; the last part says them all as one. */
  held: HeldReceipt[];
  /** When something was last done here that can be taken back. */
  didAt?: Date;
  /** When the person last wrote here. */
  wroteAt: Date | null;
  /** How a step went, asked and not answered. */
  prompt?: Prompt | null;
}

/** What a capability asked for in free words; the fields of a talk. */
export interface Prompt {
  /** Whose words it is. */
  capability: string;
  at: Date;
  /** The customer that it is about: a record of another one ends it. */
  account: string | null;
  memo: Record<string, unknown>;
}

export interface HeldReceipt {
  part: number;
  /** For the writer alone, also in a group. */
  private: boolean;
  /** The question that it asks: of those of one message only the first is asked at once. */
  question: string | null;
  message: MessageDraft;
}

/** A record made in this talk. `previous` is what understanding reads corrections against; `memo` is the capability's own. */
export interface RecentRecord {
  set: string;
  at: Date;
  previous: PreviousRecord;
  memo: Record<string, unknown>;
}

/** A question that waits for one tap, number, listed name or yes/no: the fields of the record `question:<id>`. */
export interface QuestionFields {
  person: string;
  room: string;
  /** The capability that asked and handles the answer. */
  capability: string;
  text: string;
  /** `names`: other words that pick it; `means`: a typed yes or no picks it. */
  choices: { label: string; value: Record<string, unknown>; names?: string[]; means?: 'yes' | 'no' }[];
  memo: Record<string, unknown>;
  askedAt: Date;
  open: boolean;
  /** All of its choices were shown with their numbers; before that a number means one of the first few alone. */
  listed?: boolean;
  /** The label that was chosen. */
  answer: string | null;
  /** The question that was open here before; it is asked again when this one is answered. */
  earlier: string | null;
  /** The set that asked. */
  set: string;
  shownAt?: ShownAt[];
}

/** A message that asks a question, alone or with `others`, and the platform where it is. */
export interface ShownAt {
  adapter: string;
  row: string;
  others: string[];
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
  /** Puts the record that this turn made (or amended: same `set`) last among `recent`. */
  made(record: { set: string; previous: PreviousRecord; memo: Record<string, unknown> }): void;
  /** Lets typed 撤销 take this turn's set back. */
  undoable(): void;
  /** Says something here: in a direct talk to the person; in a group to all. Returns the row's id. */
  reply(message: MessageDraft, options?: { replaces?: string }): string;
  /** Says something to the asker alone, also in a group. */
  whisper(message: MessageDraft, options?: { replaces?: string }): string;
  /** Asks one question with buttons (and numbers, names, yes/no in typed words); the answer comes to `answered`. */
  ask(question: { text: string; choices: QuestionFields['choices']; memo?: Record<string, unknown> }): void;
  /** The press did nothing: its button may be pressed again. */
  unspent(): void;
}

/** A turn without a draft, for what is answered at once and changes nothing. */
export type Reading<V> = Pick<Turn<V>, 'speaker' | 'viewer' | 'room' | 'direct' | 'now' | 'conversation'>;

/** The form behind a button, on platforms that have forms; elsewhere the press goes to the action of the same name. */
export interface FormHandler<V> {
  /** Null where there is nothing to fill in. */
  open(reading: Reading<V>, args: Record<string, unknown>): Promise<Form | null>;
  /** What a searched choice offers for the words typed so far. */
  options?(reading: Reading<V>, args: Record<string, unknown>, typed: string): Promise<FormOption[]>;
  /** What is wrong, by field id, in the person's words. */
  check?(reading: Reading<V>, args: Record<string, unknown>, values: Record<string, string>): Record<string, string>;
  submitted(turn: Turn<V>, args: Record<string, unknown>, values: Record<string, string>): Promise<void>;
}

/** A typed message on its way to a capability. */
export interface Said {
  text: string;
  /** The message as it was sent, where `text` is a part of it or its first 4,000 characters. */
  whole?: string;
  understanding: Heard;
  /** A machine wrote it down: what was heard is said back in full. */
  spoken?: true;
  /**
   * What the message says about an earlier record of this talk: the one it replies to, else the last within 30 minutes
   * where the message names no customer of its own. Read by understanding's `amend` and `continues`, in this order.
   */
  follows?:
    | { kind: 'amendment'; record: RecentRecord; amendment: Amendment }
    | { kind: 'continuation'; record: RecentRecord; understanding: Heard };
}

/** What a capability makes of words that may be for it; null: they are not. */
type Taken = Record<string, unknown> | null;

/** A verb: one thing a person can do by talking. Its folder under src/capabilities is its home. */
export interface Capability<V> {
  name: string;
  /** One line for help, and examples that help may show; examples are also tests. */
  purpose: { zh: string; en: string };
  examples: { zh: string[]; en: string[] };
  /** A command of the bot's own words, tried before understanding; null when the text is not its command. */
  command?(
    text: string,
    locale: Locale,
    conversation: Readonly<ConversationFields>,
    asker: { speaker: Speaker; viewer: V; now: Date },
  ): Taken | Promise<Taken>;
  /**
   * Words in which no intent was read and which it takes all the same, as they go on about its last answer here (二组呢)
   * or state something: the arguments of a command; null where they are not for it.
   */
  goesOn?(said: Said, conversation: Readonly<ConversationFields>, now: Date): Taken | Promise<Taken>;
  /** Intents of an understanding that this capability serves. */
  intents?: readonly Understanding['intent'][];
  /** Takes messages that follow up an earlier record; tried after open questions and commands, before intents. */
  takesFollowUps?: readonly NonNullable<Said['follows']>['kind'][];
  /** Handles a command (its arguments) or an understood message. */
  run(turn: Turn<V>, said: Said, command: Record<string, unknown> | null): Promise<void>;
  /** Takes free words after a prompt of its own; false where they are not about it. */
  prompted?(turn: Turn<V>, said: Said, prompt: Prompt): Promise<boolean>;
  /** Handles the answer to a question this capability asked. */
  answered?(turn: Turn<V>, question: QuestionFields & { id: string }, choice: Record<string, unknown>): Promise<void>;
  /** Button presses, by action name (`<capability>.<verb>`). */
  actions?: Record<string, (turn: Turn<V>, args: Record<string, unknown>, button: PressedButton) => Promise<void>>;
  /** Forms, by the action of the button that opens them. */
  forms?: Record<string, FormHandler<V>>;
  /** Files, by the action of the button that gives them; null where there is none any more. */
  files?: Record<string, (reading: Reading<V>, args: Record<string, unknown>) => Promise<GivenFile | null>>;
  /** Its part of the person's own page on a platform. */
  home?(reading: Reading<V>): Promise<MessageDraft | null>;
  /** What a link to a record of its shows; null where this viewer may not know of it. */
  preview?(reading: Reading<V>, record: string): Promise<MessageDraft | null>;
  /** Takes a set back without a word, as it is said anew. The capability with this hook does it for all. */
  takesBack?(turn: Turn<V>, set: string): Promise<void>;
  /** Says what holds now, and who changed it, after the press of an expired button of its own. */
  expired?(turn: Turn<V>, action: string, args: Record<string, unknown>): Promise<void>;
  /** The person rewrote a message that had left something on record. The first capability with this hook takes it. */
  edited?(turn: Turn<V>, said: Said, original: ChangeSet): Promise<void>;
  /** The person sent something that is no words. The first capability with this hook that does not decline takes it. */
  thing?(turn: Turn<V>, thing: Thing): Promise<void>;
  /** Which of them are for it; left out: all. */
  takesThing?(thing: Thing): boolean;
  /** The person deleted a message that had left something on record: asks whether to undo. The first one with it takes it. */
  deleted?(turn: Turn<V>, original: ChangeSet): Promise<void>;
}

export interface PressedButton {
  id: string;
  /** The set whose message carried the button. */
  set: string;
}

/** Looks again at a message before it leaves: send as it is, drop it, send this instead, or look once more at that instant. */
export type RecheckHandler = (
  facts: Record<string, unknown>,
  person: string | null,
) => Promise<'send' | 'drop' | Message | Date>;
