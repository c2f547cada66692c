import type { ChangeSet, Recheck } from '../ledger/change-set.ts';
import type { Address, Message } from './message.ts';

/** `withdrawn`: an undo took it back before it left; `dropped`: what it says no longer held when it was to leave. */
export type OutboxState = 'open' | 'done' | 'withdrawn' | 'dropped' | 'dead';

/**
 * One message on its way, in the collection `outbox`. The ledger's apply inserts it from the set's messages:
 * `state: 'open'`, `attempts: 0`, `due` = `notBefore` or `ANY_TIME`, `lane` = `laneOf(to)`, `owner` = the applying
 * process where nothing holds the message back, else null (then any process claims it once it is due). An undo sets
 * `withdrawn` where the row is open and has no owner: a claimed row is as good as sent. Once a commit of
 * its own is applied, the ledger tells `LedgerOptions.committed(set)`, once, so that its messages leave without waiting
 * for a poll; a sweep tells nobody.
 */
export interface OutboxRow {
  /** `<set id>/<n>` */
  _id: string;
  set: string;
  /** The inbox row that this answers. */
  event?: string;
  to: Address;
  /** Rows of one lane leave one after the other, in the order of `at`, then `_id`. */
  lane: string;
  message: Message;
  replaces?: string;
  recheck?: Recheck;
  /** The row that this one puts right: it leaves only if that one did. */
  corrects?: string;
  state: OutboxState;
  /** The process that is delivering it; an id is never used again, so it fences: who lost the row cannot mark it. */
  owner: string | null;
  /** Business time before which it does not leave; `ANY_TIME`, not the set's `at`, which may come from a fast clock. */
  due: Date;
  at: Date;
  attempts: number;
  /**
   * When it was first about to leave (machine time), for a platform that can be asked what became of it: noted by the set
   * that answers an event, else by the look before it leaves.
   */
  begun?: Date;
  /** When it left the state `open`, by the machine clock; rows go 30 days later. */
  closedAt?: Date;
}

export const ANY_TIME = new Date(0);

export const laneOf = (to: Address): string => `${to.adapter}/${to.room}`;

/** The set that said a message of the bot's, by its row; null for a person's own. */
export const setOfRow = (row: string): string | null => /^(.*)\/\d+$/s.exec(row)?.[1] ?? null;

/** The rows of a set that this process has just committed and applied: those that nothing holds back. */
export function rowsToLeave(set: ChangeSet, owner: string): OutboxRow[] {
  return set.messages
    .filter(({ notBefore, corrects }) => notBefore === undefined && corrects === undefined)
    .map(({ id, notBefore: _, ...said }) => ({
      ...said,
      _id: id,
      set: set._id,
      lane: laneOf(said.to),
      state: 'open',
      owner,
      due: ANY_TIME,
      at: set.at,
      attempts: 0,
    }));
}
