import { mayAnswerFor, mayRunCompany } from '../../access/rights.ts';
import type { Viewer } from '../../access/viewer.ts';
import type { Said } from '../../chat/capability.ts';
import { dayText } from '../../chat/format.ts';
import { defineTexts } from '../../chat/texts.ts';
import { fitted, soft } from '../../chat/width.ts';
import { isTitled, meantBy } from '../../crm/person/meant-by.ts';
import { type Person, personKind } from '../../crm/person/person.ts';
import { planTask } from '../../crm/task/plan-task.ts';
import { type Task, taskKind } from '../../crm/task/task.ts';
import { PersonError } from '../../errors.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type Chosen, colleaguesMeant } from '../colleague-meant.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { readLeaveOnADay } from './read-command.ts';

const QUESTION_LINES = 2;
const RECEIPT_LINES = 5;

const texts = defineTexts({
  zh: {
    leaves: (day: string) => ` · ${day} 离职`,
    remindYou: '到那天提醒你?',
    remind: '到期提醒',
    now: '现在停用',
    later: '先放着',
    step: (who: string, heir: string | null) => `${who}离职${heir === null ? '' : `,客户给${heir}`}`,
    noted: (day: string, step: string) => `✓ 已记 · ${day} ${step}`,
    noDay: '没看出是哪天,如「12月4日离职」。',
    undo: '撤销',
  },
  en: {
    leaves: (day: string) => ` leaves · ${day}`,
    remindYou: 'Remind you on that day?',
    remind: 'Remind me',
    now: 'Deactivate now',
    later: 'Later',
    step: (who: string, heir: string | null) => `${who} leaves${heir === null ? '' : `, ${heir} takes over`}`,
    noted: (day: string, step: string) => `✓ Noted · ${day} · ${step}`,
    noDay: 'On which day? E.g. "leaves on Dec 4".',
    undo: 'Undo',
  },
});

/** Somebody who leaves on a day to come, who takes over, and, once read, that day (`YYYY-MM-DD`). */
export interface LeaveAhead {
  act: 'ahead';
  name: string;
  heir: string | null;
  day?: string;
  chosen?: Chosen;
}

/** What was answered: which colleague (nothing to do yet), or what to do about it. */
export type LeaveAnswer = LeaveAhead & { day: string } & (
    | { does?: undefined }
    | { does: 'remind'; called: string }
    | { does: 'nothing' }
  );

/** Whether a manager or an admin says of one of theirs that they leave on a day. */
export async function readLeaveAhead(
  text: string,
  { person, viewer }: { person: string; viewer: Viewer },
  { stores }: CrmTools,
): Promise<LeaveAhead | null> {
  const said = readLeaveOnADay(text);
  if (said === null || isTitled(said.name)) return null;
  const meant = meantBy(await stores.people.active(), said.name);
  const theirs = meant.every(({ _id }) => _id !== person && mayAnswerFor(viewer, _id));
  return meant.length > 0 && theirs ? { act: 'ahead', ...said } : null;
}

/** The day that the message names; null where it is not to come. Throws PersonError where none can be read. */
export function dayAhead(turn: CrmTurn, { understanding: { remarks } }: Said): string | null {
  const day = remarks.when?.missing == null ? remarks.when?.days[0] : undefined;
  if (day === undefined) throw new PersonError(texts(turn.speaker.locale).noDay);
  return day > todayOf(turn) ? day : null;
}

/** Asks whether to remind of it then; who runs the company may have it done now. */
export async function askOfLeave(
  turn: CrmTurn,
  ahead: LeaveAhead & { day: string },
  { stores }: CrmTools,
): Promise<void> {
  const { id, locale } = turn.speaker;
  const words = texts(locale);
  const [leaver] = colleaguesMeant(turn, await stores.people.active(), [ahead.name], { ...ahead }) ?? [];
  if (leaver === undefined) return;
  const mayDeactivate = mayRunCompany(await turn.draft.read(personKind, id));
  const day = dayText(ahead.day, locale, todayOf(turn));
  turn.ask({
    text: fitted([[soft(leaver.name), words.leaves(day)], words.remindYou], QUESTION_LINES).join('\n'),
    choices: [
      { label: words.remind, value: { ...ahead, called: leaver.name, does: 'remind' }, means: 'yes' },
      ...(mayDeactivate ? [{ label: words.now, value: { ...ahead, act: 'leave', firm: false } }] : []),
      { label: words.later, value: { ...ahead, does: 'nothing' }, means: 'no' },
    ],
  });
}

/** Which of these steps remind of it that a colleague leaves, in whatever language they were asked for. */
export function remindersOf({ name }: Person, steps: readonly Stored<Task>[]): Stored<Task>[] {
  const titles = (['zh', 'en'] as const).map((locale) => texts(locale).step(name, null));
  return steps.filter(({ account, title }) => account === null && titles.some((one) => title.startsWith(one)));
}

/** Makes it a step of whoever was asked, on that day. */
export function remindOfLeave(
  turn: CrmTurn,
  { called, heir, day }: { called: string; heir: string | null; day: string },
): void {
  const { id, locale, zone } = turn.speaker;
  const words = texts(locale);
  const title = words.step(called, heir);
  const step = { title, account: null, deal: null, owner: id, by: id, day, time: null, zone };
  turn.draft.create(taskKind, turn.draft.newId(taskKind.kind), planTask(step, turn.now));
  turn.whisper({
    text: fitted([words.noted(dayText(day, locale, todayOf(turn)), title)], RECEIPT_LINES).join('\n'),
    buttons: [{ label: words.undo, action: 'undo.record', args: { set: turn.draft.setId } }],
  });
  turn.undoable();
}
