import type { WorkRegion } from '../../calendar/work-calendar.ts';
import type { Day } from '../local-time.ts';
import type { Named, Rule } from '../rule.ts';
import { climb, type Ladder } from './ladder.ts';

export interface StepDueFacts {
  task: string;
  account: string | null;
  owner: string;
  done: boolean;
  day: Day | null;
  time: string | null;
  /** A brief before its clock time has told of it today, or is going to: the list does not say it a second time. */
  briefed: boolean;
  region: WorkRegion;
  today: Day;
  named: Named | null;
}

/** On its day, the next working day, and twice more; then it waits in the list of the day alone. */
export const stepLadder = (facts: StepDueFacts): Ladder => ({
  ...facts,
  series: `${facts.day} ${facts.time ?? ''}`,
  due: facts.done || facts.briefed || facts.day === null || facts.day > facts.today ? null : facts.day,
  again: [1, 3, 7],
});

export const stepDue: Rule<StepDueFacts> = {
  name: 'step-due',
  version: 1,
  decide: (facts) => climb(stepLadder(facts)),
};
