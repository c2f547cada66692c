import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { RecheckHandler } from './capability.ts';
import { type Message, personOf } from './message.ts';
import type { OutboxRow } from './outbox-row.ts';
import type { OutboxStore } from './outbox-store.ts';

/** `wait`: what the row puts right is just leaving; `later`: it may not leave before that instant. */
export type Verdict =
  | { kind: 'send'; message: Message }
  | { kind: 'drop' }
  | { kind: 'wait' }
  | { kind: 'later'; until: Date };

interface LookParts {
  store: OutboxStore;
  rechecks: ReadonlyMap<string, RecheckHandler>;
  /** Whether a person was one of the team and has left: they are told nothing any more. */
  hasLeft(person: string): Promise<boolean>;
  /** Machine time. */
  machine: Clock;
  logger: Logger;
}

/** Whether what a row says still holds when it is about to leave. */
export async function lookAgain(row: OutboxRow, parts: LookParts): Promise<Verdict> {
  const { store, rechecks, hasLeft, machine, logger } = parts;
  if (row.corrects !== undefined) {
    // Put off while its undo was committed: it needs no correction, since it does not leave at all.
    if (await store.withdraw(row.corrects, machine.now())) return { kind: 'drop' };
    const state = await store.state(row.corrects);
    if (state === 'open') return { kind: 'wait' };
    if (state !== 'done' && state !== null) return { kind: 'drop' };
  }
  const person = personOf(row.to);
  if (person !== null && (await hasLeft(person))) return { kind: 'drop' };
  if (row.recheck === undefined) return { kind: 'send', message: row.message };
  const recheck = rechecks.get(row.recheck.check);
  if (recheck === undefined) {
    logger.error({ check: row.recheck.check }, 'no such recheck; message dropped');
    return { kind: 'drop' };
  }
  const answer = await recheck(row.recheck.facts, person);
  if (answer === 'drop') return { kind: 'drop' };
  if (answer instanceof Date) return { kind: 'later', until: answer };
  return { kind: 'send', message: answer === 'send' ? row.message : answer };
}
