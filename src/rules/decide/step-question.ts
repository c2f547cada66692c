import type { Rule } from '../rule.ts';
import type { StepBriefFacts } from './step-brief.ts';

export interface StepQuestionFacts extends StepBriefFacts {
  /** When the customer was last noted on, ISO 8601; null: never. */
  notedAt: string | null;
  /** It was told of by its time before. What was not, is in a list. */
  briefed: boolean;
}

export const QUESTION_LAG_MS = 60 * 60_000;
/** How long after its time it is still worth asking. */
export const QUESTION_GRACE_MS = 3 * 60 * 60_000;

/**
 * When it is asked how a step with a clock time went: an hour after. Null: done, without a clock time or a customer,
 * noted down after the fact, not told of before, or noted on since.
 */
export function questionWindow(facts: StepQuestionFacts): { from: Date; until: Date } | null {
  if (facts.done || facts.dueAt === null || facts.account === null || !facts.briefed) return null;
  const due = Date.parse(facts.dueAt);
  if (Date.parse(facts.createdAt) >= due) return null;
  if (facts.notedAt !== null && Date.parse(facts.notedAt) >= due) return null;
  return { from: new Date(due + QUESTION_LAG_MS), until: new Date(due + QUESTION_GRACE_MS) };
}

export const stepQuestion: Rule<StepQuestionFacts> = {
  name: 'step-question',
  version: 1,
  decide: (facts) => ({ occurrence: questionWindow(facts) === null ? null : facts.dueAt, next: null }),
};
