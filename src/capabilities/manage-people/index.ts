import { defineTexts } from '../../chat/texts.ts';
import { groupCalled, groupKind } from '../../crm/group/group.ts';
import { makeJoinCode } from '../../crm/person/join-code.ts';
import { meantBy } from '../../crm/person/meant-by.ts';
import { type Person, personKind, type Role } from '../../crm/person/person.ts';
import { roleLabel } from '../../crm/person/role-label.ts';
import { PersonError } from '../../errors.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type Chosen, colleaguesMeant } from '../colleague-meant.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';
import { joinWays } from '../join-ways.ts';
import { onlyAdmin } from '../only-admin.ts';
import { type PeopleCommand, readPeopleCommand, SELF, SETS_ANYTHING } from './read-command.ts';

const CODE_DAYS = 7;
const MOST_AT_ONCE = 4;
const DAY_MS = 86_400_000;

const texts = defineTexts({
  zh: {
    added: (names: string, role: string, team: string | null) =>
      `✓ 已加 · ${names} · ${role}${team === null ? '' : ` · ${team}`}`,
    code: (name: string, code: string) => `${name}的加入码 ${code}`,
    exists: (name: string) => `已经有一位「${name}」了。`,
    tooMany: (most: number) => `一次最多加${most}人;人多就发加入码。`,
    noTeam: (name: string) => `没有叫「${name}」的团队。`,
    changed: (name: string, from: string, to: string) => `✓ ${name} · ${from}→${to}`,
    already: (name: string, role: string) => `${name}已经是${role}。`,
    lastAdmin: '至少要有一位管理员,先再设一位。',
    unmanaged: (teams: string) => `${teams}没人管了`,
    and: '、',
    undo: '撤销',
  },
  en: {
    added: (names: string, role: string, team: string | null) =>
      `✓ Added · ${names} · ${role}${team === null ? '' : ` · ${team}`}`,
    code: (name: string, code: string) => `Code for ${name}: ${code}`,
    exists: (name: string) => `There is a "${name}" already.`,
    tooMany: (most: number) => `At most ${most} at once; for more, give out a join code.`,
    noTeam: (name: string) => `No team called "${name}".`,
    changed: (name: string, from: string, to: string) => `✓ ${name} · ${from}→${to}`,
    already: (name: string, role: string) => `${name} is ${role} already.`,
    lastAdmin: 'There must be an admin; make another one first.',
    unmanaged: (teams: string) => `Nobody manages ${teams} now`,
    and: ', ',
    undo: 'Undo',
  },
});

/** Adds colleagues and sets who is rep, manager and admin. */
export const createManagePeople = (tools: CrmTools): CrmCapability => ({
  name: 'manage-people',
  purpose: { zh: '加同事,设角色', en: 'Add colleagues, set roles' },
  examples: { zh: ['加同事 张三 主管'], en: ['add colleague Kim Lee as manager'] },
  async command(text) {
    const command = readPeopleCommand(text);
    if (command?.act !== 'role' || !SETS_ANYTHING.test(text)) return command;
    const people = await tools.stores.people.active();
    return command.people.every((name) => SELF.includes(name) || meantBy(people, name).length > 0) ? command : null;
  },
  run: (turn, _said, command) => obey(turn, command as unknown as PeopleCommand, tools),
  answered: (turn, _question, choice) => obey(turn, choice as unknown as PeopleCommand & { chosen: Chosen }, tools),
});

async function obey(turn: CrmTurn, command: PeopleCommand & { chosen?: Chosen }, tools: CrmTools): Promise<void> {
  await onlyAdmin(turn);
  const lines = command.act === 'add' ? await add(turn, command, tools) : await setRoles(turn, command, tools);
  if (lines === null) return;
  const undo = { label: texts(turn.speaker.locale).undo, action: 'undo.record', args: { set: turn.draft.setId } };
  turn.whisper({ text: lines.join('\n'), buttons: [undo] });
  turn.undoable();
}

async function add(
  turn: CrmTurn,
  { names, role, team }: Extract<PeopleCommand, { act: 'add' }>,
  tools: CrmTools,
): Promise<string[]> {
  const { stores } = tools;
  const { locale } = turn.speaker;
  const words = texts(locale);
  const [people, groups, company] = await Promise.all([
    stores.people.active(),
    stores.groups.all(),
    stores.team.settings(),
  ]);
  if (names.length > MOST_AT_ONCE) throw new PersonError(words.tooMany(MOST_AT_ONCE));
  const group = team === null ? null : groupCalled(groups, team);
  if (team !== null && group === null) throw new PersonError(words.noTeam(team));
  if (group !== null) turn.draft.rely(groupKind, group);
  const codes: string[] = [];
  for (const name of new Set(names)) {
    if (people.some((one) => one.name === name)) throw new PersonError(words.exists(name));
    const id = turn.draft.newId(personKind.kind);
    const own = { name, aliases: [], role, manager: null, group: group?._id ?? null, active: true };
    const identities = [{ adapter: 'web', user: id }];
    turn.draft.create(personKind, id, { ...own, locale: company.locale, zone: company.zone, identities });
    const expires = new Date(turn.now.getTime() + CODE_DAYS * DAY_MS);
    codes.push(makeJoinCode(turn.draft, { person: id, group: null, places: 1, expires }));
  }
  const [first, ...others] = codes;
  const head = words.added(names.join(words.and), roleLabel(role, locale), group?.name ?? null);
  if (first === undefined || others.length > 0)
    return [head, ...codes.map((code, at) => words.code(names[at] ?? '', code))];
  return [head, words.code(names[0] ?? '', first), ...joinWays(first, locale, tools.pageUrl())];
}

async function setRoles(
  turn: CrmTurn,
  command: Extract<PeopleCommand, { act: 'role' }> & { chosen?: Chosen },
  { stores }: CrmTools,
): Promise<string[] | null> {
  const { locale } = turn.speaker;
  const words = texts(locale);
  const people = await stores.people.active();
  const self = Object.fromEntries(SELF.map((word) => [word, turn.speaker.id]));
  const meant = colleaguesMeant(turn, people, command.people, { ...command, chosen: { ...self, ...command.chosen } });
  if (meant === null) return null;
  const changing = meant.filter(({ role }) => role !== command.role);
  const [same] = meant;
  if (changing.length === 0 && same !== undefined)
    throw new PersonError(words.already(same.name, roleLabel(command.role, locale)));
  if (command.role !== 'admin') await keepAnAdmin(turn, changing, people);
  const left = command.role === 'rep' ? await releaseGroups(turn, changing, stores) : [];
  for (const person of changing) {
    const record = await turn.draft.read(personKind, person._id);
    if (record !== null) turn.draft.change(personKind, record, { role: command.role });
  }
  const said = (role: Role) => roleLabel(role, locale);
  return [
    ...changing.slice(0, 4).map(({ name, role }) => words.changed(name, said(role), said(command.role))),
    ...(left.length > 0 ? [words.unmanaged(left.join(words.and))] : []),
  ];
}

/** The last admin stays one: who else is admin is taken, so that two who demote each other at once do not both succeed. */
async function keepAnAdmin(
  turn: CrmTurn,
  leaving: readonly Stored<Person>[],
  people: readonly Stored<Person>[],
): Promise<void> {
  if (!leaving.some(({ role }) => role === 'admin')) return;
  const other = people.find(({ _id, role }) => role === 'admin' && !leaving.some((one) => one._id === _id));
  const record = other === undefined ? null : await turn.draft.read(personKind, other._id);
  if (record === null || record.role !== 'admin' || !record.active)
    throw new PersonError(texts(turn.speaker.locale).lastAdmin);
  turn.draft.rely(personKind, record);
}

/** A rep manages no group: gives up those of these people, whose names it returns. */
async function releaseGroups(
  turn: CrmTurn,
  people: readonly Stored<Person>[],
  { groups }: CrmTools['stores'],
): Promise<string[]> {
  const theirs = (await groups.all()).filter(({ manager }) => people.some(({ _id }) => _id === manager));
  for (const group of theirs) turn.draft.change(groupKind, group, { manager: null });
  return theirs.map(({ name }) => name);
}
