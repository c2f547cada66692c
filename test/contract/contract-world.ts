import { setTimeout as sleep } from 'node:timers/promises';
import type { AdapterState } from '../../src/chat/adapter-health.ts';
import type { Reply, Thing } from '../../src/chat/chat-adapter.ts';
import type { Message } from '../../src/chat/message.ts';
import type { FakeBot, Respond } from '../support/fake-bot.ts';

/** How the next words that the bot says go: `lost`: said, and the platform's word of it lost. */
export type Going = 'fine' | 'limited' | 'broken' | 'lost' | 'refused';

/** One chat world that can be written to, as its readers see it, whatever stands behind it. */
export interface SayingWorld {
  name: string;
  /** The room in which `lin` reads: the talk with her alone, where the world has one. */
  home: string;
  /** A room that is not there. */
  nowhere: string;
  deliver(reply: Reply): Promise<void>;
  /** All that a person can see now: texts, cards, and what is in files. */
  shownTo(person: string): Promise<string[]>;
  /** What is live in all that was shown: mentions, links, markup, signs that steer a terminal. */
  live?(): Promise<string[]>;
  fails?(...next: Going[]): void;
  /** The adapter ends and another one starts on what it left. */
  restart?(): Promise<void>;
  state(): AdapterState | null;
  logged(): string;
  /** What no log and no error may tell. */
  secrets: readonly string[];
  stop(): Promise<void>;
}

/** … and that can be spoken in. `lin` and `other` are people of it. */
export interface ContractWorld extends SayingWorld {
  bot: FakeBot;
  other: string;
  /** The id of the one group that both are in. */
  group?: string;
  /** Says something, as `lin` if nobody else is named; resolves with whether the platform was told that it has been taken. */
  says(text: string, options?: Saying): Promise<boolean>;
  /** Presses the button of that id; `again`: the platform brings the same press once more. */
  presses(button: string, options?: { as?: string; again?: boolean }): Promise<boolean>;
  /** Somebody in the group says something that is not for the bot. */
  overhears?(text: string): Promise<void>;
  /** How often the bot was told who is in a group. */
  audiences?(): number;
  /** Answers what the bot has said, in its thread or by quoting it. */
  answers?(said: Reply, text: string): Promise<void>;
  /** Rewrites the last words, takes them away; each comes twice. */
  edits?(text: string): Promise<void>;
  deletes?(): Promise<void>;
  /** Sends something beside words. */
  sends?(what: Thing['what']): Promise<void>;
  /** The platform gives the bot's own messages back to it, and those of other bots. */
  echo?(): Promise<void>;
  /** What would come from somebody who is not the platform, or came long ago; true where it was taken. */
  forge?(how: 'tampered' | 'unsigned' | 'stale' | 'future'): Promise<boolean>;
  /** Genuine, and of every wrong shape. */
  malformed?(): Promise<void>;
  /** Genuine, and longer than is read; true where it was taken. */
  huge?(): Promise<boolean>;
  /** The connection, or what lets the bot in, is lost; resolves when it is there again. */
  drops?(): Promise<void>;
}

export interface Saying {
  as?: string;
  room?: string;
  again?: boolean;
}

/**
 * What a world has. `lines`: a message may have several; `replaces`: what was shown is changed in its place; `numbers`:
 * a button is pressed by the number that it stands under; `others`: more than one person; `group`: one that the bot
 * writes in; `spoken`: people can speak to it there. The others are the methods of the same name.
 */
type Ability = 'lines' | 'replaces' | 'numbers' | 'others' | 'group' | 'spoken' | Optional;
type Optional =
  | 'live'
  | 'restart'
  | 'overhears'
  | 'audiences'
  | 'answers'
  | 'edits'
  | 'deletes'
  | 'echo'
  | 'forge'
  | 'malformed'
  | 'huge'
  | 'drops';

export interface Can {
  has: readonly Ability[];
  /** How its calls go wrong. */
  fails: readonly Going[];
  /** After a lost answer the platform is asked what it has, or drops what it has already. */
  looksUp?: boolean;
  /** What can be sent beside words. */
  things: readonly Thing['what'][];
  /** The platform is acknowledged before the answer is there, within this time. */
  acknowledgesWithinMs?: number;
  /** The platform waits for storing alone: that long a store still takes, this long the platform waits. */
  slowStore?: { storesMs: number; waitsMs: number };
}

export type Open<W extends SayingWorld = ContractWorld> = (respond: Respond) => Promise<W>;

export const silent: Respond = () => [];

/** Gives the `test` of promises that those worlds alone make that have all of the things. */
export const having =
  ({ has }: Can) =>
  (...needs: Ability[]) =>
    needs.every((need) => has.includes(need)) ? test : (_name: string, _promise: () => Promise<void>) => {};

let count = 0;

/** A row of its own to the world's home. */
export function replyIn(world: SayingWorld, message: string | Message, rest: Partial<Reply> = {}): Reply {
  count += 1;
  return {
    id: `rule:contract-${count}/0`,
    to: { adapter: world.name, room: world.home },
    private: false,
    message: typeof message === 'string' ? { text: message } : message,
    ...rest,
  };
}

/** All that a person sees, in one. */
export const seenBy = async (world: SayingWorld, person = 'lin'): Promise<string> =>
  (await world.shownTo(person)).join('\n');

/** What a person sees, once these words are there; without them after two seconds. */
export async function seenSoon(world: SayingWorld, person: string, words: string): Promise<string> {
  for (let waited = 0; waited < 2_000; waited += 10) {
    const shown = await seenBy(world, person);
    if (shown.includes(words)) return shown;
    await sleep(10);
  }
  return seenBy(world, person);
}

/** Without what a platform may put between words. */
export const closed = (text: string): string => text.replace(/\s+/g, '');

/** What a failed delivery threw. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}
