import type { RecentRecord } from '../../chat/capability.ts';
import { type Task, taskKind } from '../../crm/task/task.ts';
import { amendLog } from '../../crm/telling/amend-log.ts';
import { type CrmTools, type CrmTurn, tellerOf, todayOf } from '../crm-turn.ts';
import { logMemo, sayReceipt } from '../say-receipt.ts';
import { movedTo, type NewTime } from '../step-acts.ts';
import { timesOf } from './of-last.ts';
import { lastRecord } from './steps-meant.ts';
import { changeStepTexts } from './texts.ts';

/** Moves a step of the last record here as a correction of that record, in its receipt; false where it is not one of it. */
export async function moveLast(turn: CrmTurn, id: string, to: NewTime, tools: CrmTools): Promise<boolean> {
  const record = turn.conversation.recent.at(-1);
  const index = record === undefined ? -1 : logMemo(record).telling.tasks.indexOf(id);
  const step = index < 0 ? null : await turn.draft.read<Task>(taskKind, id);
  if (record === undefined || step === null || step.doneAt !== null) return false;
  await amendStep(turn, record, index, movedTo(step, to, todayOf(turn)), tools);
  return true;
}

/** Gives a step of the last record the time back that it had before its last change, or first. */
export async function moveBack(turn: CrmTurn, id: string, to: 'back' | 'original', tools: CrmTools): Promise<void> {
  const record = lastRecord(turn);
  const times = record === undefined ? [] : await timesOf(record, id, tools);
  const former = times.slice(0, -1).at(to === 'back' ? -1 : 0);
  if (record === undefined || former === undefined)
    return void turn.whisper({ text: changeStepTexts(turn.speaker.locale).neverMoved });
  await amendStep(turn, record, logMemo(record).telling.tasks.indexOf(id), former, tools);
}

async function amendStep(
  turn: CrmTurn,
  record: RecentRecord,
  index: number,
  to: Pick<Task, 'title' | 'day' | 'time'>,
  tools: CrmTools,
): Promise<void> {
  const teller = await tellerOf(turn, tools);
  turn.draft.amends(record.set);
  const amended = await amendLog(teller, logMemo(record), [{ field: 'task', index, to }]);
  const { previous } = record;
  const tasks = previous.tasks.map((task, at) => (at === index ? { ...task, date: to.day, time: to.time } : task));
  sayReceipt(turn, { ...amended, previous: { ...previous, tasks }, set: record.set }, teller.team, 'amended');
}
