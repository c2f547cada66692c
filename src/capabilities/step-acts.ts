import { maySee } from '../access/viewer.ts';
import { privately } from '../access/viewer-for.ts';
import { dayText as civilDay, parseDay, type Weekday, weekdayInWeekOf } from '../calendar/days.ts';
import { dayText } from '../chat/format.ts';
import { defineTexts } from '../chat/texts.ts';
import { fitted } from '../chat/width.ts';
import { withPart } from '../crm/task/part-of-day.ts';
import { dueInstant } from '../crm/task/plan-task.ts';
import { type Task, taskKind } from '../crm/task/task.ts';
import type { Stored } from '../ledger/change-set.ts';
import type { PartSaid } from '../understanding/dates/part-of-day.ts';
import { type CrmTurn, todayOf } from './crm-turn.ts';

const texts = defineTexts({
  zh: {
    done: (titles: string) => `✓ 完成 · ${titles}`,
    alreadyDone: '这一步已经完成了。',
    gone: '这一步已经不在了。',
    moved: (title: string) => `✓ 已改 · ${title}`,
    cancelled: (step: string) => `✓ 不做了 · ${step}`,
    noDay: '未定日期',
    undo: '撤销',
    and: '、',
  },
  en: {
    done: (titles: string) => `✓ Done · ${titles}`,
    alreadyDone: 'That step is done already.',
    gone: 'That step is gone.',
    moved: (title: string) => `✓ Changed · ${title}`,
    cancelled: (step: string) => `✓ Dropped · ${step}`,
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

/** When a step is to be: a part that is not told stays. */
export interface NewTime {
  day: string | null;
  time: string | null;
  /** The day was told as a weekday alone: it is meant near the step's own day. */
  weekday?: Weekday | null;
  /** A part of the day, where no clock time was told. */
  part?: PartSaid | null;
  /** The step is put off: the weekday is one after its own day. */
  later?: boolean;
}

/** The day that a step moves to: a bare weekday stays in the step's own week, or comes after it, while that is to come. */
function movedDay({ day: own }: Pick<Task, 'day'>, to: NewTime, today: string): string {
  const { day, weekday = null, later = false } = to;
  if (day === null) return own ?? today;
  if (weekday === null || own === null || own < today) return day;
  const near = weekdayInWeekOf(weekday, own);
  return near < today || (later && near <= own) ? civilDay(parseDay(near) + 7) : near;
}

function liesIn(clock: string, { from, to }: PartSaid): boolean {
  const [hours, minutes] = clock.split(':').map(Number);
  const minute = (hours ?? 0) * 60 + (minutes ?? 0);
  return minute >= from && minute < to;
}

/** A step as it reads once it is moved: what is not told stays, but a clock time outside a part of the day that is. */
export function movedTo(step: Task, to: NewTime, today: string): Pick<Task, 'title' | 'day' | 'time'> {
  const { part = null } = to;
  const time = to.time ?? (part !== null && step.time !== null && !liesIn(step.time, part) ? null : step.time);
  const told = part !== null && time === null;
  const title = told || to.time !== null ? withPart(step.title, told ? part.words : null) : step.title;
  return { title, day: movedDay(step, to, today), time };
}

/** Gives steps another day or time. */
export async function moveSteps(turn: CrmTurn, ids: readonly string[], to: NewTime): Promise<void> {
  const { locale } = turn.speaker;
  const words = texts(locale);
  const open = (await mine(turn, ids)).filter(({ doneAt }) => doneAt === null);
  if (open.length === 0) return void turn.whisper({ text: words.gone });
  const today = todayOf(turn);
  const when = (day: string | null, time: string | null) =>
    day === null ? words.noDay : [dayText(day, locale, today), ...(time === null ? [] : [time])].join(' ');
  const lines = open.map((step) => {
    const { title, day, time } = movedTo(step, to, today);
    turn.draft.change(taskKind, step, { title, day, time, dueAt: dueInstant(day, time, step.zone) });
    return `${words.moved(title)}\n${when(step.day, step.time)}→${when(day, time)}`;
  });
  sayUndoable(turn, lines.join('\n'));
}

/** Drops a step and says so, with an undo. */
export async function cancelStep(turn: CrmTurn, id: string): Promise<void> {
  const { locale } = turn.speaker;
  const words = texts(locale);
  const [step] = (await mine(turn, [id])).filter(({ doneAt }) => doneAt === null);
  if (step === undefined) return void turn.whisper({ text: words.gone });
  turn.draft.remove(taskKind, step);
  const { title, day, time } = step;
  const when = day === null ? [] : [dayText(day, locale, todayOf(turn)), ...(time === null ? [] : [time])];
  sayUndoable(turn, words.cancelled([title, when.join(' ')].filter((part) => part !== '').join(' · ')));
}

async function mine(turn: CrmTurn, ids: readonly string[]): Promise<Stored<Task>[]> {
  const viewer = privately(turn.viewer);
  const steps = await Promise.all([...new Set(ids)].map((id) => turn.draft.read(taskKind, id)));
  return steps.filter((step) => step !== null && maySee(viewer, step.owner)) as Stored<Task>[];
}

/** A receipt fills five rows of a bubble; one of many steps a row for each line. */
const MOST_ROWS = 5;

function sayUndoable(turn: CrmTurn, text: string): void {
  const { undo } = texts(turn.speaker.locale);
  const lines = text.split('\n');
  const said = fitted(lines, Math.max(MOST_ROWS, lines.length)).join('\n');
  turn.whisper({ text: said, buttons: [{ label: undo, action: 'undo.record', args: { set: turn.draft.setId } }] });
  turn.undoable();
}
