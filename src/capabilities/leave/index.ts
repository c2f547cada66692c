import { privately } from '../../access/viewer-for.ts';
import { defineTexts } from '../../chat/texts.ts';
import { fitted, roomFor } from '../../chat/width.ts';
import { countsOf, type HandedOver, handOver, holdingsOf, recordsIn } from '../../crm/account/hand-over.ts';
import { groupKind } from '../../crm/group/group.ts';
import { importKind } from '../../crm/import/import.ts';
import { isTitled, meantBy } from '../../crm/person/meant-by.ts';
import { type Person, personKind } from '../../crm/person/person.ts';
import { roomKind } from '../../crm/room/room.ts';
import { taskKind } from '../../crm/task/task.ts';
import { PersonError } from '../../errors.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type Chosen, colleaguesMeant } from '../colleague-meant.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { handedCounts, handedRows } from '../handed-words.ts';
import { beginHanding, handingTexts, notBeingMoved } from '../handing-work.ts';
import { MOST_AT_ONCE } from '../long-work.ts';
import { onlyAdmin } from '../only-admin.ts';
import { tellHanded } from '../tell-handed.ts';
import {
  askOfLeave,
  dayAhead,
  type LeaveAhead,
  type LeaveAnswer,
  readLeaveAhead,
  remindersOf,
  remindOfLeave,
} from './leave-ahead.ts';
import { type LeaveCommand, readLeave } from './read-command.ts';
import { isOneWhoLeft, takeBack } from './take-back.ts';

/** Of a receipt. */
const MOST_LINES = 5;

const texts = defineTexts({
  zh: {
    left: (name: string, heir: string | null) => `✓ 已离职 · ${name}${heir === null ? '' : ` · 归${heir}`}`,
    self: '自己停用不了自己,请另一位管理员来。',
    unmanaged: (teams: string) => `${teams}没人管了`,
    reports: (count: number) => `${count}人没有主管了`,
    reminded: '离职的提醒也完成了',
    and: '、',
    all: '全部',
    undo: '撤销',
  },
  en: {
    left: (name: string, heir: string | null) => `✓ Left · ${name}${heir === null ? '' : ` · now ${heir}'s`}`,
    self: 'Nobody deactivates themselves; ask another admin.',
    unmanaged: (teams: string) => `Nobody manages ${teams} now`,
    reports: (count: number) => (count === 1 ? '1 person has no manager now' : `${count} people have no manager now`),
    reminded: 'The reminder of it is done',
    and: ', ',
    all: 'Show all',
    undo: 'Undo',
  },
});

const OF_SELF = /^(?:我|本人|i|i['’]m|me|myself)$/iu;

/** Deactivates a colleague who has left; what was theirs goes to their manager. */
export const createLeave = (tools: CrmTools): CrmCapability => ({
  name: 'leave',
  purpose: { zh: '同事离职,客户转主管', en: 'Somebody leaves; customers move on' },
  examples: { zh: ['停用张伟'], en: ['deactivate Kim'] },
  async command(text, _locale, _conversation, { speaker, viewer }) {
    const said = readLeave(text);
    if (said !== null && (await isMeant(said, tools))) return { ...said };
    const ahead = await readLeaveAhead(text, { person: speaker.id, viewer }, tools);
    return ahead === null ? null : { ...ahead };
  },
  async run(turn, said, command) {
    const wanted = command as unknown as LeaveCommand | LeaveAhead;
    if (wanted.act !== 'ahead') return obey(turn, wanted, tools);
    const day = dayAhead(turn, said);
    await (day === null
      ? obey(turn, { ...wanted, act: 'leave', firm: false }, tools)
      : askOfLeave(turn, { ...wanted, day }, tools));
  },
  async answered(turn, _question, choice) {
    const wanted = choice as unknown as (LeaveCommand & { chosen: Chosen }) | LeaveAnswer;
    if (wanted.act !== 'ahead') return obey(turn, wanted, tools);
    if (wanted.does === undefined) return askOfLeave(turn, wanted, tools);
    if (wanted.does === 'remind') remindOfLeave(turn, wanted);
  },
});

/** Whether it is said of a colleague; words that a customer's people leave by too need one's name. */
async function isMeant(said: LeaveCommand, tools: CrmTools): Promise<boolean> {
  if (said.act === 'return') return isOneWhoLeft(said, tools);
  if (said.firm || OF_SELF.test(said.name)) return true;
  return !isTitled(said.name) && meantBy(await tools.stores.people.active(), said.name).length > 0;
}

async function obey(turn: CrmTurn, wanted: LeaveCommand & { chosen?: Chosen }, tools: CrmTools): Promise<void> {
  await onlyAdmin(turn);
  if (wanted.act === 'return') return takeBack(turn, wanted, tools);
  const words = texts(turn.speaker.locale);
  if (OF_SELF.test(wanted.name)) throw new PersonError(words.self);
  const people = await tools.stores.people.active();
  const names = [wanted.name, ...(wanted.heir === null ? [] : [wanted.heir])];
  const [leaver, named] = colleaguesMeant(turn, people, names, { ...wanted }) ?? [];
  if (leaver === undefined) return;
  if (leaver._id === turn.speaker.id) throw new PersonError(words.self);
  await notBeingMoved(turn, leaver, tools);
  const boss = await bossOf(turn, leaver, people, tools);
  const heir = named === undefined ? boss : await relied(turn, named._id);
  const released = await release(turn, leaver, people, heir.role === 'manager' ? heir : boss, tools);
  const { accounts, tasks } = tools.stores;
  const owned = await accounts.ownedBy(leaver._id, MOST_AT_ONCE + 1);
  const holdings = owned.length > MOST_AT_ONCE ? null : await holdingsOf(owned, tools.stores);
  const goesAlong = new Set(holdings?.tasks.map(({ _id }) => _id));
  const alone = (await tasks.openOwnedBy(leaver._id)).filter(({ _id }) => !goesAlong.has(_id));
  const { groups, reports } = released;
  const also = [
    ...(groups.length > 0 ? [words.unmanaged(groups.join(words.and))] : []),
    ...(reports > 0 ? [words.reports(reports)] : []),
    ...((await endReminders(turn, leaver, boss, tools)) ? [words.reminded] : []),
  ];
  if (holdings === null || recordsIn(holdings) + alone.length + released.records > MOST_AT_ONCE) {
    turn.whisper({ text: [words.left(leaver.name, heir.name), ...also].join('\n') });
    const customers = (await accounts.idsOwnedBy(leaver._id, null)).length;
    return beginHanding(turn, { from: leaver._id, to: heir._id, left: true, customers });
  }
  const handed = handOver(turn.draft, holdings, heir._id);
  for (const step of alone) turn.draft.change(taskKind, step, { owner: heir._id });
  await sayLeft(turn, leaver, heir, { ...handed, tasks: [...handed.tasks, ...alone] }, also, tools);
}

/** That they leave needs no reminder any more, of whoever said it and whom they answered to. */
async function endReminders(
  turn: CrmTurn,
  leaver: Stored<Person>,
  boss: Stored<Person>,
  { stores }: CrmTools,
): Promise<boolean> {
  const steps = await stores.tasks.openOf(privately(turn.viewer), [turn.speaker.id, boss._id]);
  const reminders = remindersOf(leaver, steps);
  for (const step of reminders) turn.draft.change(taskKind, step, { doneAt: turn.now });
  return reminders.length > 0;
}

/** Says what went to whom, with an undo, and tells whoever got it. */
async function sayLeft(
  turn: CrmTurn,
  leaver: Stored<Person>,
  heir: Stored<Person>,
  handed: HandedOver,
  also: readonly string[],
  tools: CrmTools,
): Promise<void> {
  const words = texts(turn.speaker.locale);
  const team = await tools.stores.team.settings();
  const reader = { locale: turn.speaker.locale, today: todayOf(turn), team };
  const own = heir._id === turn.speaker.id;
  const rows = own ? handedRows(handed, reader) : [];
  const nothing = handed.accounts.length === 0 && handed.tasks.length === 0;
  const above = [
    words.left(leaver.name, nothing ? null : heir.name),
    ...(nothing ? [] : [handedCounts(countsOf(handed), reader)]),
    ...also,
  ];
  const shown = rows.slice(0, roomFor(rows, above, MOST_LINES));
  turn.whisper({
    text: fitted([...above, ...shown], MOST_LINES).join('\n'),
    buttons: [
      ...(rows.length > shown.length
        ? [{ label: words.all, action: 'hand-over.all', args: { accounts: handed.accounts.map(({ _id }) => _id) } }]
        : []),
      { label: words.undo, action: 'undo.record', args: { set: turn.draft.setId } },
    ],
  });
  turn.undoable();
  if (!own && !nothing) await tellHanded(turn, heir, handed, handingTexts(heir.locale).left(leaver.name), tools);
}

/** Whom they answer to, else the admin who says that they left: gets what was theirs where nobody else is named. */
async function bossOf(
  turn: CrmTurn,
  leaver: Stored<Person>,
  people: readonly Stored<Person>[],
  { colleagues }: CrmTools,
): Promise<Stored<Person>> {
  const manager = (await colleagues()).find(({ id }) => id === leaver._id)?.manager ?? null;
  const boss = people.find(({ _id }) => _id === (manager ?? turn.speaker.id) && _id !== leaver._id);
  return relied(turn, boss?._id ?? turn.speaker.id);
}

/** A colleague as they stand now, who must still be one when it is done. */
async function relied(turn: CrmTurn, id: string): Promise<Stored<Person>> {
  const record = await turn.draft.read(personKind, id);
  if (record === null) throw new Error('who gets it is a colleague');
  turn.draft.rely(personKind, record);
  return record;
}

/**
 * Ends what they were: a colleague, a member of rooms, a manager, one who brings customers in. Their
 * people and groups go to `boss`, if that is a manager. Returns the groups that nobody manages now, how many people answer
 * to nobody, and how many records that took.
 */
async function release(
  turn: CrmTurn,
  leaver: Stored<Person>,
  people: readonly Stored<Person>[],
  boss: Stored<Person>,
  { stores }: CrmTools,
): Promise<{ groups: string[]; reports: number; records: number }> {
  const { draft } = turn;
  const record = await draft.read(personKind, leaver._id);
  if (record === null) throw new Error('the leaver is a colleague');
  draft.change(personKind, record, { active: false });
  const next = boss.role === 'manager' ? boss._id : null;
  const reports = people.filter(({ manager }) => manager === leaver._id);
  for (const { _id } of reports) {
    const report = await draft.read(personKind, _id);
    if (report !== null) draft.change(personKind, report, { manager: next === _id ? null : next });
  }
  const groups = (await stores.groups.all()).filter(({ manager }) => manager === leaver._id);
  for (const group of groups) draft.change(groupKind, group, { manager: next });
  // The page's own rooms; who is in another platform's rooms is that platform's to say.
  for (const room of await stores.rooms.of(leaver._id))
    if (room.adapter === 'web')
      draft.change(roomKind, room, { members: room.members.filter((member) => member !== leaver._id) });
  // What came in already goes over with the rest; nothing more may come to somebody who is gone.
  for (const one of await stores.imports.underWay())
    if (one.person === leaver._id && one.state !== 'undoing')
      draft.change(importKind, one, { state: 'done', chunks: one.done });
  return {
    groups: next === null ? groups.map(({ name }) => name) : [],
    reports: next === null ? reports.length : 0,
    records: 1 + reports.length + groups.length,
  };
}
