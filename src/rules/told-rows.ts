import type { ChangeSet } from '../ledger/change-set.ts';
import type { StepBriefFacts } from './decide/step-brief.ts';
import { morningRows, namesFor, shownOf } from './morning/morning-message.ts';
import type { MorningFacts } from './morning/send-morning.ts';
import { openNameBook } from './name-book.ts';
import type { Reader } from './reader.ts';
import type { RuleTools } from './tools.ts';

/** What a row of something told unasked stands for. `task`: the step that it is about. */
export interface ToldRow {
  account: string | null;
  customer: string;
  task: string | null;
}

/** The rows that a set of a rule showed, in their order; none where it is not about customers of the reader's. */
export async function toldRows(
  { due, colleagues }: Pick<RuleTools, 'due' | 'colleagues'>,
  set: ChangeSet | null,
  reader: Reader,
): Promise<ToldRow[]> {
  const reason = set?.reason;
  if (reason === undefined) return [];
  const everybody = await colleagues.recent();
  if (reason.rule === 'morning') {
    const told = reason.facts as unknown as MorningFacts;
    const book = await openNameBook(due, everybody, namesFor(told));
    return shownOf(morningRows(told, reader, book), told).map(({ account, customer, task }) => ({
      account,
      customer,
      task,
    }));
  }
  if (reason.rule !== 'step-brief' && reason.rule !== 'step-question') return [];
  const { account, task } = reason.facts as unknown as StepBriefFacts;
  const book = await openNameBook(due, everybody, { accounts: account === null ? [] : [account] });
  return [{ account, customer: book.customer(reader.viewer, account) ?? '', task }];
}
