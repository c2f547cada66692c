import { defineTexts } from '../../chat/texts.ts';
import { handOver } from '../../crm/account/hand-over.ts';
import { groupKind } from '../../crm/group/group.ts';
import { meantBy } from '../../crm/person/meant-by.ts';
import { type Person, personKind } from '../../crm/person/person.ts';
import { roomKind } from '../../crm/room/room.ts';
import { taskKind } from '../../crm/task/task.ts';
import { PersonError } from '../../errors.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type Chosen, colleaguesMeant } from '../colleague-meant.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { handedCounts, handedRows } from '../handed-words.ts';
import { onlyAdmin } from '../only-admin.ts';
import { tellHanded } from '../tell-handed.ts';

const MOST_ROWS = 5;

const texts = defineTexts({
  zh: {
    left: (name: string, heir: string | null) => `✓ 已离职 · ${name}${heir === null ? '' : ` · 归${heir}`}`,
    told: (name: string) => `${name}离职 · 客户归你`,
    self: '自己停用不了自己,请另一位管理员来。',
    unmanaged: (teams: string) => `${teams}没人管了`,
    and: '、',
    all: '全部',
    undo: '撤销',
  },
  en: {
    left: (name: string, heir: string | null) => `✓ Left · ${name}${heir === null ? '' : ` · now ${heir}'s`}`,
    told: (name: string) => `${name} left · customers are yours`,
    self: 'Nobody deactivates themselves; ask another admin.',
    unmanaged: (teams: string) => `Nobody manages ${teams} now`,
    and: ', ',
    all: 'Show all',
    undo: 'Undo',
  },
});

/** Words that can mean nothing else, and words that a customer's contact may leave by too. */
const FIRM: readonly RegExp[] = [
  /^(?:停用|禁用|注销)(?:同事|账号|帐号|用户)?\s*(.{1,30}?)(?:的?(?:账号|帐号))?$/u,
  /^(?:把|将)(.{1,30}?)(?:的(?:账号|帐号))?(?:停用|禁用|注销|设为离职|标为离职)(?:了)?$/u,
  /^(?:deactivate|offboard|disable)\s+(?:the\s+account\s+of\s+|user\s+|colleague\s+)?(.{1,30}?)$/iu,
];
const TOLD: readonly RegExp[] = [
  /^(.{1,12}?)(?:已经|今天|昨天|刚刚?|上周|前几天)*(?:离职|辞职|离开公司|离开了公司|走人|不干)了?$/u,
  /^(.{1,30}?)\s+(?:has\s+|just\s+|have\s+)*(?:left|quit|resigned\s+from|is\s+leaving|leaves)\s+(?:the\s+|our\s+)?(?:company|firm|team|us|business)$/iu,
  /^(.{1,30}?)\s+(?:has\s+|just\s+)*(?:quit|resigned)$/iu,
];
/** A title without more is as likely a customer's. */
const TITLED = /^\p{Script=Han}{1,2}(?:总监|经理|主管|老师|总|哥|姐|工)$/u;

/** Deactivates a colleague who has left; what was theirs goes to their manager. */
export const createLeave = (tools: CrmTools): CrmCapability => ({
  name: 'leave',
  purpose: { zh: '同事离职,客户转主管', en: 'Somebody leaves; customers move on' },
  examples: { zh: ['停用张伟'], en: ['deactivate Kim'] },
  async command(text) {
    const said = text
      .normalize('NFKC')
      .trim()
      .replace(/[\s。.!]+$/u, '');
    const firm = nameIn(FIRM, said);
    if (firm !== null) return { name: firm };
    const told = nameIn(TOLD, said);
    if (told === null || TITLED.test(told)) return null;
    return meantBy(await tools.stores.people.active(), told).length > 0 ? { name: told } : null;
  },
  run: (turn, _said, command) => obey(turn, command as { name: string }, tools),
  answered: (turn, _question, choice) => obey(turn, choice as { name: string; chosen: Chosen }, tools),
});

const nameIn = (forms: readonly RegExp[], said: string): string | null =>
  forms.map((form) => form.exec(said)?.[1]?.trim()).find((name) => name !== undefined && name !== '') ?? null;

async function obey(turn: CrmTurn, wanted: { name: string; chosen?: Chosen }, tools: CrmTools): Promise<void> {
  await onlyAdmin(turn);
  const people = await tools.stores.people.active();
  const [leaver] = colleaguesMeant(turn, people, [wanted.name], { ...wanted }) ?? [];
  if (leaver === undefined) return;
  const words = texts(turn.speaker.locale);
  if (leaver._id === turn.speaker.id) throw new PersonError(words.self);
  const heir = await heirOf(turn, leaver, people, tools);
  const released = await release(turn, leaver, people, heir, tools);
  const handed = await handOver(turn.draft, await tools.stores.accounts.ownedBy(leaver._id), heir._id, tools.stores);
  for (const step of await tools.stores.tasks.openAlone(leaver._id)) {
    turn.draft.change(taskKind, step, { owner: heir._id });
    handed.tasks.push(step);
  }
  const { stages } = await tools.stores.team.settings();
  const reader = { locale: turn.speaker.locale, today: todayOf(turn), stages };
  const own = heir._id === turn.speaker.id;
  const rows = own ? handedRows(handed, reader) : [];
  const nothing = handed.accounts.length === 0 && handed.tasks.length === 0;
  const accounts = handed.accounts.map(({ _id }) => _id);
  turn.whisper({
    text: [
      words.left(leaver.name, nothing ? null : heir.name),
      ...(nothing ? [] : [handedCounts(handed, reader)]),
      ...(released.length > 0 ? [words.unmanaged(released.join(words.and))] : []),
      ...rows.slice(0, MOST_ROWS),
    ].join('\n'),
    buttons: [
      ...(rows.length > MOST_ROWS ? [{ label: words.all, action: 'hand-over.all', args: { accounts } }] : []),
      { label: words.undo, action: 'undo.record', args: { set: turn.draft.setId } },
    ],
  });
  turn.undoable();
  if (!own && !nothing) await tellHanded(turn, heir, handed, texts(heir.locale).told(leaver.name), tools);
}

/** Who gets what was theirs: whom they answer to, else the admin who says that they left. */
async function heirOf(
  turn: CrmTurn,
  leaver: Stored<Person>,
  people: readonly Stored<Person>[],
  { colleagues }: CrmTools,
): Promise<Stored<Person>> {
  const manager = (await colleagues()).find(({ id }) => id === leaver._id)?.manager ?? null;
  const heir = people.find(({ _id }) => _id === (manager ?? turn.speaker.id) && _id !== leaver._id);
  const record = await turn.draft.read(personKind, heir?._id ?? turn.speaker.id);
  if (record === null) throw new Error('the speaker is a colleague');
  turn.draft.rely(personKind, record);
  return record;
}

/** Ends what they were: a colleague, a member of rooms, a manager. Returns the groups that nobody manages now. */
async function release(
  turn: CrmTurn,
  leaver: Stored<Person>,
  people: readonly Stored<Person>[],
  heir: Stored<Person>,
  { stores }: CrmTools,
): Promise<string[]> {
  const { draft } = turn;
  const record = await draft.read(personKind, leaver._id);
  if (record === null) throw new Error('the leaver is a colleague');
  draft.change(personKind, record, { active: false });
  const next = heir.role === 'manager' ? heir._id : null;
  for (const { _id } of people.filter(({ manager }) => manager === leaver._id)) {
    const report = await draft.read(personKind, _id);
    if (report !== null) draft.change(personKind, report, { manager: next === _id ? null : next });
  }
  const groups = (await stores.groups.all()).filter(({ manager }) => manager === leaver._id);
  for (const group of groups) draft.change(groupKind, group, { manager: next });
  // The page's own rooms; who is in another platform's rooms is that platform's to say.
  for (const room of await stores.rooms.of(leaver._id))
    if (room.adapter === 'web')
      draft.change(roomKind, room, { members: room.members.filter((member) => member !== leaver._id) });
  return next === null ? groups.map(({ name }) => name) : [];
}
