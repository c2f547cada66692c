import type { RecentRecord } from '../../chat/capability.ts';
import { isToHandOver } from '../../crm/task/deliverable.ts';
import { type Task, taskKind } from '../../crm/task/task.ts';
import { isToldAgain } from '../../crm/task/told-again.ts';
import type { Correction } from '../../crm/telling/amend-telling.ts';
import type { Heard } from '../../understanding/open/heard.ts';
import { type CrmTurn, todayOf } from '../crm-turn.ts';
import { logMemo } from '../say-receipt.ts';
import { movedTo } from '../step-acts.ts';

/** What a further message tells of steps. */
export interface StepsTold {
  /** Steps of the record that were told again, with the time that they have now. */
  moved: Extract<Correction, { field: 'task' }>[];
  /** The steps that the record did not have. */
  fresh: Heard['tasks'];
  /** The record's steps as they read now, with those. */
  tasks: Heard['tasks'];
  /** Where each step of the message stands among the record's. */
  places: number[];
}

/** Tells steps that are told again (方案我周四给他, demo on Thursday, of a record that has that step) from further ones. */
export async function stepsTold(turn: CrmTurn, record: RecentRecord, heard: Heard, words: string): Promise<StepsTold> {
  const { previous } = record;
  const steps = await turn.draft.readAll<Task>(taskKind, logMemo(record).telling.tasks);
  const names = [previous.account, ...previous.contacts].flatMap((one) => [one?.name ?? [], one?.mention ?? []].flat());
  const told: StepsTold = { moved: [], fresh: [], tasks: [...previous.tasks], places: [] };
  for (const task of heard.tasks) {
    const same = steps.flatMap((step, index) =>
      step !== null && step.doneAt === null && isToldAgain(step.title, task.title, words, names)
        ? [{ step, index }]
        : [],
    );
    const [one, another] = same;
    if (one === undefined || another !== undefined || task.assignee !== null) {
      told.places.push(told.tasks.length);
      told.fresh.push(task);
      told.tasks.push(task);
      continue;
    }
    told.places.push(one.index);
    const { part = null, weekday = null } = (heard.tasks.length === 1 ? heard.remarks.when : null) ?? {};
    // An appointment stays in its week; what is handed over may be so in any.
    const near = isToHandOver(one.step.title) ? null : weekday;
    const to = movedTo(one.step, { day: task.date, time: task.time, part, weekday: near }, todayOf(turn));
    told.moved.push({ field: 'task', index: one.index, to });
    told.tasks = told.tasks.map((other, at) => (at === one.index ? { ...other, date: to.day, time: to.time } : other));
  }
  return told;
}
