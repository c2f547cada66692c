import type { RuleReason } from '../ledger/change-set.ts';
import { type StepBriefFacts, stepBrief } from './decide/step-brief.ts';
import { type StepQuestionFacts, stepQuestion } from './decide/step-question.ts';
import { teamDigest } from './decide/team-digest.ts';
import { verdictOf } from './item.ts';
import type { MorningFacts } from './morning/send-morning.ts';
import type { Verdict } from './rule.ts';

/** Decides again from the facts that a set of a rule has stored; an empty list where the rule is not one of facts. */
export function replay({ rule, facts }: RuleReason): Verdict[] {
  if (rule === 'step-brief') return [stepBrief.decide(facts as unknown as StepBriefFacts)];
  if (rule === 'step-question') return [stepQuestion.decide(facts as unknown as StepQuestionFacts)];
  if (rule !== 'morning') return [];
  const { items, digest } = facts as unknown as MorningFacts;
  return [...items.map(verdictOf), ...(digest === null ? [] : [teamDigest.decide(digest)])];
}
