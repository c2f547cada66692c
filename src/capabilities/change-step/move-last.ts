import type { RecentRecord } from '../../chat/capability.ts';
import { type Task, taskKind } from '../../crm/task/task.ts';
import { amendLog } from '../../crm/telling/amend-log.ts';
import { corrected } from '../corrections.ts';
import { type CrmTools, type CrmTurn, tellerOf, todayOf } from '../crm-turn.ts';
import { logMemo, sayReceipt } from '../say-receipt.ts';
import { movedDay, type NewTime } from '../step-acts.ts';

/** Moves a step of the last record here as a correction of that record, in its receipt; false where it is not one of it. */
export async function moveLast(turn: CrmTurn, id: string, to: NewTime, tools: CrmTools): Promise<boolean> {
  const record = turn.conversation.recent.at(-1);
  const index = record === undefined ? -1 : logMemo(record).telling.tasks.indexOf(id);
  const step = index < 0 ? null : await turn.draft.read<Task>(taskKind, id);
  if (record === undefined || step === null || step.doneAt !== null) return false;
  const day = movedDay(step, to, todayOf(turn));
  const time = to.time ?? step.time;
  const teller = await tellerOf(turn, tools);
  turn.draft.amends(record.set);
  const amended = await amendLog(teller, logMemo(record), [{ field: 'task', index, to: { day, time } }]);
  sayReceipt(
    turn,
    { ...amended, previous: movedIn(record, index, day, time), set: record.set },
    teller.team,
    'amended',
  );
  return true;
}

function movedIn(
  { previous }: RecentRecord,
  index: number,
  day: string,
  time: string | null,
): RecentRecord['previous'] {
  const dated = corrected(previous, { field: 'task.date', index, to: day });
  return time === null ? dated : corrected(dated, { field: 'task.time', index, to: time });
}
