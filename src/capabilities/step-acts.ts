import { maySee } from '../access/viewer.ts';
import { privately } from '../access/viewer-for.ts';
import { dayText } from '../chat/format.ts';
import { defineTexts } from '../chat/texts.ts';
import { dueInstant } from '../crm/task/plan-task.ts';
import { type Task, taskKind } from '../crm/task/task.ts';
import type { Stored } from '../ledger/change-set.ts';
import { type CrmTurn, todayOf } from './crm-turn.ts';

const texts = defineTexts({
  zh: {
    done: (titles: string) => `✓ 完成 · ${titles}`,
    alreadyDone: '这一步已经完成了。',
    gone: '这一步已经不在了。',
    moved: (title: string) => `✓ 已改 · ${title}`,
    noDay: '未定日期',
    undo: '撤销',
    and: '、',
  },
  en: {
    done: (titles: string) => `✓ Done · ${titles}`,
    alreadyDone: 'That step is done already.',
    gone: 'That step is gone.',
    moved: (title: string) => `✓ Changed · ${title}`,
    noDay: 'no date',
    undo: 'Undo',
    and: ', ',
  },
});

/** Ticks steps off and says so, with an undo for all of them. */
export async function completeSteps(turn: CrmTurn, ids: readonly string[]): Promise<void> {
  const words = texts(turn.speaker.locale);
  const steps = await mine(turn, ids);
  const open = steps.filter(({ doneAt }) => doneAt === null);
  if (open.length === 0) return void turn.whisper({ text: steps.length === 0 ? words.gone : words.alreadyDone });
  for (const step of open) turn.draft.change(taskKind, step, { doneAt: turn.now });
  sayUndoable(turn, words.done(open.map(({ title }) => title).join(words.and)));
}

/** Gives steps another day; a time that is not told stays. */
export async function moveSteps(
  turn: CrmTurn,
  ids: readonly string[],
  to: { day: string; time: string | null },
): Promise<void> {
  const { locale } = turn.speaker;
  const words = texts(locale);
  const open = (await mine(turn, ids)).filter(({ doneAt }) => doneAt === null);
  if (open.length === 0) return void turn.whisper({ text: words.gone });
  const today = todayOf(turn);
  const when = (day: string | null, time: string | null) =>
    day === null ? words.noDay : [dayText(day, locale, today), ...(time === null ? [] : [time])].join(' ');
  const lines = open.map((step) => {
    const time = to.time ?? step.time;
    turn.draft.change(taskKind, step, { day: to.day, time, dueAt: dueInstant(to.day, time, step.zone) });
    return `${words.moved(step.title)}\n${when(step.day, step.time)}→${when(to.day, time)}`;
  });
  sayUndoable(turn, lines.join('\n'));
}

async function mine(turn: CrmTurn, ids: readonly string[]): Promise<Stored<Task>[]> {
  const viewer = privately(turn.viewer);
  const steps = await Promise.all([...new Set(ids)].map((id) => turn.draft.read(taskKind, id)));
  return steps.filter((step) => step !== null && maySee(viewer, step.owner)) as Stored<Task>[];
}

function sayUndoable(turn: CrmTurn, text: string): void {
  const { undo } = texts(turn.speaker.locale);
  turn.whisper({ text, buttons: [{ label: undo, action: 'undo.record', args: { set: turn.draft.setId } }] });
  turn.undoable();
}
