import type { Rule } from '../rule.ts';

export interface StepBriefFacts {
  task: string;
  account: string | null;
  owner: string;
  done: boolean;
  /** ISO 8601 instants. */
  dueAt: string | null;
  createdAt: string;
}

export const BRIEF_LEAD_MS = 30 * 60_000;
/** How long after its time a brief that could not be given before is still worth giving. */
export const BRIEF_GRACE_MS = 60 * 60_000;

/**
 * When a step with a clock time is told: 30 minutes before; at its own time where it was only planned within those.
 * Null: done, without a clock time, or noted down after the fact.
 */
export function briefWindow(facts: StepBriefFacts): { from: Date; until: Date } | null {
  if (facts.done || facts.dueAt === null) return null;
  const due = Date.parse(facts.dueAt);
  const created = Date.parse(facts.createdAt);
  if (created >= due) return null;
  const from = created <= due - BRIEF_LEAD_MS ? due - BRIEF_LEAD_MS : due;
  return { from: new Date(from), until: new Date(due + BRIEF_GRACE_MS) };
}

export const stepBrief: Rule<StepBriefFacts> = {
  name: 'step-brief',
  version: 1,
  decide: (facts) => ({ occurrence: briefWindow(facts) === null ? null : facts.dueAt, next: null }),
};
