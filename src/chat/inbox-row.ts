import type { IncomingEvent } from './chat-adapter.ts';

/**
 * `waiting`: behind another message of its conversation; `open`: at its conversation's head, being handled or to be
 * tried again; `kept`: from somebody who has not joined yet; `dead`: given up, an admin can resend it.
 */
export type InboxState = 'waiting' | 'open' | 'done' | 'dead' | 'kept';

/** One event as it came, under its platform's key; its words lie sealed. The ledger's apply sets `state: 'done'` with the set that answers it. */
export interface InboxRow {
  _id: string;
  conversation: string;
  event: IncomingEvent;
  state: InboxState;
  /** The process that handles it; null: any may claim it. */
  owner: string | null;
  /** Counted at each claim, before work. */
  attempts: number;
  /** Its place in the conversation: the store's own clock, then the accepting process's count. */
  order: Date;
  n: number;
}

export type Stored = 'fresh' | 'known' | 'behind';
