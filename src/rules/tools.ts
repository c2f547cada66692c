import type { Address, MessageDraft } from '../chat/message.ts';
import type { Locale } from '../chat/texts.ts';
import type { ContactStore } from '../crm/contact/contact-store.ts';
import type { RoomStore } from '../crm/room/room-store.ts';
import type { TeamStore } from '../crm/team/team-store.ts';
import type { Draft, Ledger } from '../ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { createColleagues, Member } from './colleagues.ts';
import type { DueStore } from './due-store.ts';
import type { NudgeStore } from './nudge-store.ts';

/** How a step went is asked in a talk: what comes next there without another customer's name is about it. */
export type Prompt = (
  draft: Draft,
  to: Address,
  person: string,
  about: { task: string; account: string | null; set: string; at: Date },
) => Promise<void>;

/** A question that a person was asked and has not answered. */
export interface AskedBefore {
  id: string;
  person: string;
  askedAt: Date;
  /** As it is asked again, with its buttons. */
  message(locale: Locale): MessageDraft;
}

/** What these people have not answered, the oldest first. */
export type OpenQuestions = (people: readonly string[]) => Promise<AskedBefore[]>;

/** Questions come back in one message, by its row: a number there answers the last of them from now on. */
export type AskAgain = (
  draft: Draft,
  to: Address,
  person: string,
  questions: readonly string[],
  row: string,
) => Promise<void>;

/** What every rule works with. */
export interface RuleTools {
  ledger: Ledger;
  due: DueStore;
  nudges: NudgeStore;
  contacts: Pick<ContactStore, 'withBirthday'>;
  rooms: Pick<RoomStore, 'subscribed' | 'byRoom'>;
  team: Pick<TeamStore, 'settings'>;
  colleagues: ReturnType<typeof createColleagues>;
  /** Where a person is told something. */
  address: (person: Member) => Address;
  prompt: Prompt;
  openQuestions: OpenQuestions;
  askAgain: AskAgain;
  clock: Clock;
  logger: Logger;
  /** Aborted when the process is to end: a long run then stops between two pages. */
  stopping: AbortSignal;
}
