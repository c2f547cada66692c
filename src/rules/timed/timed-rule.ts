import type { MessageDraft } from '../../chat/message.ts';
import type { Task } from '../../crm/task/task.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Member } from '../colleagues.ts';
import { BRIEF_GRACE_MS, BRIEF_LEAD_MS, briefWindow, stepBrief } from '../decide/step-brief.ts';
import {
  QUESTION_GRACE_MS,
  QUESTION_LAG_MS,
  questionWindow,
  type StepQuestionFacts,
  stepQuestion,
} from '../decide/step-question.ts';
import type { NameBook } from '../name-book.ts';
import type { Reader } from '../reader.ts';
import type { Rule } from '../rule.ts';
import { briefMessage } from './brief-message.ts';
import { questionMessage } from './question-message.ts';

/** What is told of a step with a clock time by that time alone: before it, or after. */
export interface TimedRule {
  rule: Rule<StepQuestionFacts>;
  /** The name of its second look before it leaves. */
  check: string;
  /** Milliseconds after the step's time at which it may come up, earliest first (before it: negative). */
  offsets: readonly number[];
  /** Milliseconds after the step's time when it is too late. */
  until: number;
  /** The instants between which it is told; null: not at all. */
  window(facts: StepQuestionFacts): { from: Date; until: Date } | null;
  /** Whether this person wants it. */
  wanted(person: Member): boolean;
  message(facts: StepQuestionFacts, set: string, reader: Reader, book: NameBook): MessageDraft;
  /** The words that come next in that talk may be the answer. */
  asks: boolean;
}

/** 30 minutes before, with the last note. */
export const BRIEF: TimedRule = {
  rule: stepBrief,
  check: 'rules.step-brief',
  offsets: [-BRIEF_LEAD_MS, 0],
  until: BRIEF_GRACE_MS,
  window: briefWindow,
  wanted: () => true,
  message: briefMessage,
  asks: false,
};

/** An hour after: how was it? */
export const QUESTION: TimedRule = {
  rule: stepQuestion,
  check: 'rules.step-question',
  offsets: [QUESTION_LAG_MS],
  until: QUESTION_GRACE_MS,
  window: questionWindow,
  wanted: ({ quiet }) => !quiet.fewer && !quiet.muted.has('step-question'),
  message: questionMessage,
  asks: true,
};

export const timedFacts = (
  task: Stored<Task>,
  since: { notedAt: Date | null; briefed: boolean },
): StepQuestionFacts => ({
  task: task._id,
  account: task.account,
  owner: task.owner,
  done: task.doneAt !== null,
  dueAt: task.dueAt?.toISOString() ?? null,
  createdAt: task.createdAt.toISOString(),
  notedAt: since.notedAt?.toISOString() ?? null,
  briefed: since.briefed,
});
