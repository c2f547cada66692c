import type { ContactBirthday } from '../contact/contact.ts';
import type { Stage } from '../deal/stages.ts';
import type { ToldDeal } from '../deal/tell-deal.ts';
import type { InteractionKind } from '../interaction/interaction.ts';

/** What one message told of a customer, as far as records are made of it. Days and times are the teller's. */
export interface Told {
  /** `dayOpen`: it is asked which day is meant; until then the record has the day of the note. */
  interaction: { kind: InteractionKind; date: string; time: string | null; dayOpen?: boolean } | null;
  opportunity: ToldDeal | null;
  tasks: { title: string; date: string | null; time: string | null; assignee: string | null }[];
  contacts: { mention: string; name: string | null; id: string | null }[];
  contactFacts: ToldFact[];
  /** The step that this is the answer to. */
  does?: string;
  /** Somebody (null: nobody that is named) is no longer the one to talk to; `now`: the words for who came after. */
  succession?: { gone: ToldPerson | null; now: ToldPerson | null } | null;
}

export interface ToldPerson {
  mention: string;
  id: string | null;
}

export interface ToldFact {
  contact: string | null;
  phone: string | null;
  email: string | null;
  birthday: ContactBirthday | null;
  title: string | null;
}

/**
 * The records that a message made or changed, and what its receipt says. Kept in the conversation, so that a correction,
 * an addition or an answer knows what it is about.
 */
export interface Telling {
  account: string | null;
  interaction: string | null;
  deal: string | null;
  tasks: string[];
  contacts: string[];
  /** The receipt's outbox row, to be edited in place. */
  receipt: string | null;
  /** The customer's owner who was told of it, where somebody else wrote. */
  ownerTold?: string;
  says: ReceiptFacts;
}

/** A value before and after; `from` null where there was none. */
export interface Step<T> {
  from: T | null;
  to: T;
}

export interface ReceiptFacts {
  customer: { name: string; isNew: boolean } | null;
  /** Said back as they were taken: of a spoken message, and once corrected. */
  people?: readonly string[];
  /** `day`: null while it is open. */
  interaction: { kind: InteractionKind; day: string | null } | null;
  deal: {
    isNew: boolean;
    amount: Step<{ minor: number; currency: string }> | null;
    /** `open`: the stage it had before this record closed it, where that is not `from`. */
    stage: (Step<Stage> & { open?: Stage }) | null;
    closeDate: Step<string> | null;
    pausedUntil?: Step<string> | null;
    lostReason?: string | null;
    /** The amount told was more than any deal may have, and is not kept. */
    tooLarge?: boolean;
  } | null;
  tasks: { title: string; day: string | null; time: string | null; assignee: string | null }[];
  /** `was`: what stood there before, where it was something else. */
  facts: ({ name: string; was?: Partial<Omit<ToldFact, 'contact'>> } & Omit<ToldFact, 'contact'>)[];
  /** The words added last, where they changed nothing but the note, as far as one line has room for them. */
  remark?: string;
  /** Steps that this did, by their titles. */
  done?: string[];
  /** Names of who is no longer the one to talk to, and of who came after. */
  succession?: { gone: string; now: string | null } | null;
}
