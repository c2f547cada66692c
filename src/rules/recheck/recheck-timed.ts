import { maySee } from '../../access/viewer.ts';
import { openNameBook } from '../name-book.ts';
import { readerOf } from '../reader.ts';
import type { TimedSeen } from '../timed/run-timed.ts';
import { type TimedRule, timedFacts } from '../timed/timed-rule.ts';
import { together } from '../together.ts';
import type { RuleTools } from '../tools.ts';
import { type Recheck, rewritten } from './recheck.ts';

/** Dropped when the step was done, moved or given away meanwhile; written anew when it or its customer changed. */
export function recheckTimed({ due, colleagues, ledger, clock }: RuleTools, timed: TimedRule): Recheck {
  const taskOf = together(due.tasks);
  const accountOf = together(due.accounts);
  return async (facts, person) => {
    const seen = facts as unknown as TimedSeen;
    const [task, everybody] = await Promise.all([taskOf(seen.task), colleagues.recent()]);
    const recipient = person === null ? undefined : everybody.get(person);
    if (task === undefined || recipient === undefined || task.doneAt !== null) return 'drop';
    if (task.owner !== recipient.id || task.dueAt?.toISOString() !== seen.dueAt) return 'drop';
    const reader = { ...readerOf(recipient, everybody, clock.now()), today: seen.today };
    const account = task.account === null ? undefined : await accountOf(task.account);
    const shown = account !== undefined && maySee(reader.viewer, account.owner);
    const [taskVersion, accountVersion] = seen.versions;
    if (task.v === taskVersion && (account?.v ?? null) === accountVersion && shown === seen.shown) return 'send';
    const set = await ledger.findSet(seen.set);
    if (set === null) return 'drop';
    const accounts = task.account === null ? [] : [task.account];
    const book = await openNameBook(due, everybody, { accounts, notes: accounts, tasks: [task._id] });
    return rewritten(set, timed.message(timedFacts(task, { notedAt: null, briefed: true }), seen.set, reader, book));
  };
}
