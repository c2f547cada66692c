import type { Address, Form, FormOption, GivenFile, Message } from './message.ts';
import type { Post } from './platform-posts.ts';
import type { Locale } from './texts.ts';

/** What somebody sent beside words. `blob`: its id in the blob store; null where it was not to be had, or has no bytes. */
export interface Thing {
  what: 'file' | 'image' | 'audio' | 'video' | 'location' | 'contact' | 'sticker';
  /** Its name, as its sender sees it. */
  name: string;
  blob: string | null;
  /** It is there, but larger than what is kept. */
  tooLarge?: boolean;
}

/** What came from a platform, in our terms. `key` is the inbox key of this very event; a redelivery has the same one. */
export type IncomingEvent = {
  key: string;
  adapter: string;
  /** The platform's conversation id; `direct:<person id>` for the talk with one person alone. */
  room: string;
  /** The platform's user id; resolved to a person by the adapter's name and this id, never by a display name. */
  user: string;
  /** When the platform says it was sent. */
  sentAt: Date;
  /** Said in a group where the platform tells that it is for the bot: it is mentioned, or has spoken in that thread. */
  addressed?: true;
} & (
  | {
      kind: 'message';
      /** The message's identity, which is the cause's key; two events of one message share it. */
      message: string;
      text: string;
      /** Our outbox row id, or the person's own earlier message identity, that this one replies to. */
      replyTo?: string;
      /** A machine wrote down what was said aloud: names and sums may be misheard. */
      spoken?: true;
    }
  | { kind: 'edit'; message: string; text: string }
  | { kind: 'delete'; message: string }
  /** Something that is no words. */
  | ({ kind: 'thing'; message: string } & Thing)
  /** A button press; `action` is the button's opaque id. */
  | { kind: 'action'; action: string }
  /** The form that a button opened was sent. `values`: what was changed in it, by field id. */
  | { kind: 'submit'; action: string; values: Record<string, string> }
);

/** One reply as a platform shows it. */
export interface Reply {
  /** Outbox row id: the same on every delivery. */
  id: string;
  to: Address;
  /** In a group: seen by `to.onlyFor` alone. */
  private: boolean;
  replaces?: string;
  message: Message;
}

/** An event that is safely stored. */
export interface Accepted {
  /** False when this key was stored before. */
  fresh: boolean;
  /** Resolves with what the bot said to this sender because of this event (also for a repeat), once it is handled. */
  handled: Promise<Reply[]>;
}

/** Who asks for an answer at once, and who hears it. */
interface Asker {
  adapter: string;
  room: string;
  user: string;
}

/** What a platform wants to know at once, and what it is told. `action`: the button that a form belongs to. */
export interface NowAnswers {
  form: { asked: { action: string }; answer: Form };
  options: { asked: { action: string; field: string; typed: string }; answer: FormOption[] };
  /** What is wrong with a form's values, by field id; nothing where all is well. */
  check: { asked: { action: string; values: Record<string, string> }; answer: Record<string, string> };
  /** The file that a button gives. */
  file: { asked: { action: string }; answer: GivenFile };
  /** The person's page on the platform, in sections. */
  home: { asked: object; answer: Message[] };
  /** The record behind a link. */
  preview: { asked: { record: string }; answer: Message };
}

export type AskedNow<K extends keyof NowAnswers> = Asker & { kind: K } & NowAnswers[K]['asked'];

/** What an adapter may ask of the rest of the bot. */
export interface ChatHost {
  /** Stores the event under its key, then resolves; handling goes on behind. Throws ServiceError when it could not be stored. */
  accept(event: IncomingEvent): Promise<Accepted>;
  /**
   * Answers by reading alone, through the viewer: nothing is committed. Null when there is nothing that this person may
   * be told here, or it cannot be told within `withinMs` milliseconds. Never throws.
   */
  answerNow<K extends keyof NowAnswers>(asked: AskedNow<K>, withinMs: number): Promise<NowAnswers[K]['answer'] | null>;
}

/** At most `burst` at once, and one more every `everyMs` milliseconds. */
export interface Rate {
  burst: number;
  everyMs: number;
}

/** `room`: within one room; `all`: over the whole platform; `parallel`: deliveries under way at a time, 32 when left out. */
export interface Pace {
  room?: Rate;
  all?: Rate;
  parallel?: number;
}

/** Who a platform says that one of its users is. `email`: only where the platform has verified it. */
export interface Profile {
  name: string | null;
  email: string | null;
}

/** What the deliverer notes of a row's delivery beside the row itself, so that it costs no write of its own. */
export interface DeliveryNotes {
  /** When an earlier try began of which nobody knows the outcome; null: this is the first. */
  begun: Date | null;
  /** Tells what shows the reply; it is noted together with the end of the delivery. */
  posted(post: Post): void;
}

/** A chat world: knows one platform and nothing of the CRM. */
export interface ChatAdapter {
  readonly name: string;
  /** How fast the platform may be written to; left out: as fast as it answers. */
  readonly pace?: Pace;
  start(host: ChatHost): Promise<void>;
  /** Takes nothing new and leaves no handle behind. */
  stop(): Promise<void>;
  /** What the platform knows of a user; null when it says nothing. Left out where it has no profiles. */
  who?(user: string): Promise<Profile | null>;
  /** False while another process has the platform's only connection: rows are left to that one. Left out: always. */
  delivers?(): boolean;
  /** Its platform can be asked what became of a try: that one is about to begin is noted beforehand. */
  readonly looksUp?: true;
  /**
   * Shows one reply. Resolves once the platform has it; throws ServiceError to be tried again, anything else is final.
   * `notes` are the deliverer's; left out where nobody keeps any.
   */
  deliver(reply: Reply, locale: Locale, notes?: DeliveryNotes): Promise<void>;
}
