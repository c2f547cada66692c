import type { Span } from './text/normal-text.ts';

/** What one message says, slot by slot. A slot that the message does not speak of is null, a list empty. */
export interface Understanding {
  id: string;
  intent: Intent;
  account: AccountReference | null;
  contacts: ContactReference[];
  interaction: ToldInteraction | null;
  opportunity: ToldOpportunity | null;
  tasks: ToldTask[];
  contactFacts: ToldContactFact[];
  /** The colleague's directory name, for `account.transfer`. */
  assignee: string | null;
  period: Period | null;
  /** 0 to 1, for the whole message. */
  confidence: number;
  evidence: Evidence;
}

export const INTENTS = [
  'interaction.log',
  'lead.create',
  'account.create',
  'contact.create',
  'contact.update',
  'opportunity.create',
  'opportunity.update',
  'opportunity.win',
  'opportunity.lose',
  'task.create',
  'task.complete',
  'task.list',
  'ticket.create',
  'account.transfer',
  'account.show',
  'pipeline.show',
  'opportunity.stale',
  'report.funnel',
  'report.forecast',
  'report.leaderboard',
  'report.activity',
  'birthday.list',
  'undo',
  'help',
  'unknown',
] as const;
export type Intent = (typeof INTENTS)[number];

/** Words that mean a company. `name` and `id` are null when it is unknown or when two are equally near. */
export interface AccountReference {
  mention: string;
  name: string | null;
  id: string | null;
  /** Equally near accounts, best first, to offer in a question; empty when `id` is set or nothing is near. */
  candidates: Candidate[];
}

/** Words that mean a person on the customer's side. */
export interface ContactReference {
  mention: string;
  name: string | null;
  id: string | null;
  /** Equally near people; `accountId` and `accountName` say where each belongs. */
  candidates: Candidate[];
}

export interface Candidate {
  id: string;
  name: string;
  accountId: string;
  accountName: string;
}

export type InteractionKind = 'call' | 'visit' | 'meeting' | 'message' | 'email' | 'demo' | 'event' | 'other';

export interface ToldInteraction {
  kind: InteractionKind;
  /** `YYYY-MM-DD` in the sender's zone. */
  date: string;
  /** `HH:mm`, only where a clock time is said. */
  time: string | null;
}

export type Stage = 'contacted' | 'needs' | 'proposal' | 'negotiation' | 'won' | 'lost';

export interface ToldOpportunity {
  /** In currency units, not minor units: 80万 is 800000. */
  amount: number | null;
  /** ISO 4217; null without an amount, or where the text leaves it open. */
  currency: string | null;
  stage: Stage | null;
  closeDate: string | null;
}

export interface ToldTask {
  title: string;
  date: string | null;
  time: string | null;
  /** The colleague's directory name. */
  assignee: string | null;
}

export interface ToldContactFact {
  /** The directory name where known, else the words. */
  contact: string | null;
  /** E.164; as it was written where it fits no country's plan. */
  phone: string | null;
  email: string | null;
  birthday: Birthday | null;
  title: string | null;
}

export interface Birthday {
  calendar: 'solar' | 'lunar';
  month: number;
  day: number;
  year: number | null;
  /** In a leap month (闰). */
  leap: boolean;
}

/** Inclusive days. */
export interface Period {
  from: string;
  to: string;
}

export type Slot =
  | 'intent'
  | 'account'
  | 'contacts'
  | 'interaction'
  | 'opportunity'
  | 'tasks'
  | 'contactFacts'
  | 'assignee'
  | 'period';

/**
 * How sure each slot is, and where in the text it stands (UTF-16 units). A confidence is the share of slots read in the
 * same way that turned out right. The chat writes a slot unasked from `SURE` (intent/confidence-table.ts) on; below it,
 * it writes nothing for that slot and asks: with the `candidates` of the account or contact as its choices where there
 * are some (confidence is low then), else with the value read as the one to confirm.
 */
export type Evidence = Partial<Record<Slot, SlotEvidence>>;

export interface SlotEvidence {
  confidence: number;
  spans: Span[];
  /** The prompt (`name@vN`) by which a model proposed it; absent where the rules alone found it. */
  producedBy?: string;
}

export interface MessageInput {
  id: string;
  text: string;
  /** When the message was sent: ISO 8601 with offset. */
  at: string;
  /** The sender's IANA zone; the message's day is reckoned in it. */
  timeZone: string;
  lang?: 'zh' | 'en';
  context?: MessageContext;
}

/** What is known around the message; each part breaks a tie and never overrides what the text says. */
export interface MessageContext {
  /** The sender's user id or directory name, so that "me" is never a contact. */
  sender?: string;
  /** Account ids this person spoke of lately, the latest first. */
  recentAccounts?: string[];
  /** The account of the message that this one replies to. */
  repliedTo?: { accountId: string };
  /** Who was named last in this talk, by all words for them: a namesake at another customer is not meant. */
  spokenOf?: { accountId: string; people: string[] };
  /** Words this person has taught the bot; they win over the directory. */
  taught?: { alias: string; accountId: string; contactId?: string }[];
  /** Whether the sender may know of an account; names are cut by it before they are compared. */
  sees?: (accountId: string) => boolean;
}
