import type { Remarks } from '../understanding/open/heard.ts';
import { type CrmTurn, todayOf } from './crm-turn.ts';
import { missingDayQuestion } from './open-field-words.ts';

/** The day that steps were to be put off to does not exist: which of its neighbours? */
export function askWhichDay(
  turn: CrmTurn,
  steps: string[],
  { days, missing, time }: NonNullable<Remarks['when']>,
): void {
  if (missing === null) return;
  const question = missingDayQuestion(days, missing, { locale: turn.speaker.locale, today: todayOf(turn) });
  turn.ask({ ...question, memo: { steps, time } });
}
