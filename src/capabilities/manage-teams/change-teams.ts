import { fitted } from '../../chat/width.ts';
import { type Group, groupCalled, groupKind, takeGroupNames } from '../../crm/group/group.ts';
import { type Person, personKind } from '../../crm/person/person.ts';
import { PersonError } from '../../errors.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type Chosen, colleaguesMeant } from '../colleague-meant.ts';
import type { CrmTools, CrmTurn } from '../crm-turn.ts';
import { knownTeam } from './known-team.ts';
import type { TeamCommand } from './read-command.ts';
import { teamTexts } from './texts.ts';

type Change = Exclude<TeamCommand, { act: 'list' | 'overview' | 'people' }> & { chosen?: Chosen };

/** Of a receipt. */
const MOST_LINES = 5;

/** The company at one moment, and the talk in which it is changed. */
interface Work {
  turn: CrmTurn;
  groups: Stored<Group>[];
  people: Stored<Person>[];
  words: ReturnType<typeof teamTexts>;
}

/** Changes the groups as an admin said, and says so with an undo. */
export async function changeTeams(turn: CrmTurn, change: Change, { stores }: CrmTools): Promise<void> {
  const [groups, people] = await Promise.all([stores.groups.all(), stores.people.active()]);
  const work: Work = { turn, groups, people, words: teamTexts(turn.speaker.locale) };
  const lines = await linesOf(work, change);
  if (lines === null) return;
  const undo = { label: work.words.undo, action: 'undo.record', args: { set: turn.draft.setId } };
  const code = { label: work.words.code, action: 'join-codes.offer' };
  turn.whisper({ text: lines.join('\n'), buttons: change.act === 'create' ? [code, undo] : [undo] });
  turn.undoable();
}

/** What the receipt says; null where a question was asked instead. */
async function linesOf(work: Work, change: Change): Promise<string[] | null> {
  switch (change.act) {
    case 'create':
      return create(work, change);
    case 'put':
      return put(work, change);
    case 'take':
      return take(work, change);
    case 'manage':
      return manage(work, change);
    case 'rename':
      return rename(work, change);
    case 'remove':
      return remove(work, change.team);
  }
}

async function create(work: Work, change: Extract<Change, { act: 'create' }>): Promise<string[] | null> {
  const { turn, people, words } = work;
  const { teams, places, chosen } = change;
  const named = places.flatMap((place) => place.people);
  // Which colleague is asked before anything is made.
  if (colleaguesMeant(turn, people, named, { ...change }) === null) return null;
  await takeGroupNames(turn.draft);
  const groups = [...work.groups];
  for (const name of teams) {
    const held = groupCalled(groups, name);
    if (held !== null) throw new PersonError(words.exists(held.name));
    const id = turn.draft.newId(groupKind.kind);
    turn.draft.create(groupKind, id, { name, manager: null });
    const made = await turn.draft.read(groupKind, id);
    if (made !== null) groups.push(made);
  }
  const created = words.created(teams.join(words.and));
  if (places.length === 0) return [created];
  const filled = await put({ ...work, groups }, { act: 'put', places, ...(chosen === undefined ? {} : { chosen }) });
  return filled && [created, ...filled].slice(0, MOST_LINES);
}

async function put(work: Work, change: Extract<Change, { act: 'put' }>): Promise<string[] | null> {
  const { turn, groups, people, words } = work;
  const placed: { group: Stored<Group>; meant: Stored<Person>[] }[] = [];
  for (const place of change.places) {
    const group = knownTeam(turn, groups, place.team);
    const meant = colleaguesMeant(turn, people, place.people, { ...change });
    if (meant === null) return null;
    placed.push({ group, meant });
  }
  const heads: string[] = [];
  const moves: string[] = [];
  const stay: string[] = [];
  for (const { group, meant } of placed) {
    const newcomers = meant.filter((person) => person.group !== group._id);
    if (newcomers.length === 0) stay.push(words.already(namesOf(meant, work), group.name));
    else heads.push(words.put(group.name, namesOf(newcomers, work)));
    for (const person of newcomers) {
      const before = groups.find(({ _id }) => _id === person.group);
      if (before !== undefined) moves.push(words.from(person.name, before.name, group.name));
      await patch(turn, person, { group: group._id });
    }
    turn.draft.rely(groupKind, group);
  }
  if (heads.length === 0) throw new PersonError(stay.join('\n'));
  const [only, another] = placed;
  const unmanaged = another === undefined && only?.group.manager === null ? [words.unmanaged] : [];
  const after = [...stay, ...moves.slice(0, 2), ...unmanaged];
  const last = heads.slice(MOST_LINES - 1).join(' ');
  const shown = [...heads.slice(0, MOST_LINES - 1), ...(last === '' ? [] : [last]), ...after].slice(0, MOST_LINES);
  return another === undefined ? shown : fitted(shown, MOST_LINES);
}

const namesOf = (people: readonly Stored<Person>[], { words }: Work): string =>
  people.map(({ name }) => name).join(words.and);

async function take(work: Work, change: Extract<Change, { act: 'take' }>): Promise<string[] | null> {
  const { turn, groups, people, words } = work;
  const group = knownTeam(turn, groups, change.team);
  const meant = colleaguesMeant(turn, people, change.people, { ...change });
  if (meant === null) return null;
  const absent = meant.find((person) => person.group !== group._id);
  if (absent !== undefined) throw new PersonError(words.notIn(absent.name, group.name));
  for (const person of meant) await patch(turn, person, { group: null });
  return [words.taken(group.name, meant.map(({ name }) => name).join(words.and))];
}

async function manage(work: Work, change: Extract<Change, { act: 'manage' }>): Promise<string[] | null> {
  const { turn, groups, people, words } = work;
  const managed = change.teams.map((name) => knownTeam(turn, groups, name));
  const meant = colleaguesMeant(turn, people, [change.person], { ...change });
  const [manager] = meant ?? [];
  if (manager === undefined) return null;
  for (const group of managed) turn.draft.change(groupKind, group, { manager: manager._id });
  if (manager.role === 'rep') await patch(turn, manager, { role: 'manager' });
  else turn.draft.rely(personKind, await fresh(turn, manager));
  const before = managed.flatMap((group) => {
    const former = people.find(({ _id }) => _id === group.manager && _id !== manager._id);
    return former === undefined ? [] : [words.instead(group.name, former.name)];
  });
  return [
    words.manages(manager.name, managed.map(({ name }) => name).join(words.and)),
    ...(manager.role === 'rep' ? [words.promoted(manager.name)] : []),
    ...before.slice(0, 3),
  ];
}

async function rename(work: Work, { team, to }: Extract<Change, { act: 'rename' }>): Promise<string[]> {
  const { turn, groups, words } = work;
  const group = knownTeam(turn, groups, team);
  await takeGroupNames(turn.draft);
  const held = groupCalled(groups, to);
  if (held !== null && held._id !== group._id) throw new PersonError(words.exists(held.name));
  turn.draft.change(groupKind, group, { name: to });
  return [words.renamed(group.name, to)];
}

async function remove(work: Work, team: string): Promise<string[]> {
  const { turn, groups, people, words } = work;
  const group = knownTeam(turn, groups, team);
  const members = people.filter((person) => person.group === group._id);
  for (const person of members) await patch(turn, person, { group: null });
  turn.draft.remove(groupKind, group);
  return [words.removed(group.name), ...(members.length > 0 ? [words.loose(members.length)] : [])];
}

/** The record as it stands now: a list may be a moment old. */
async function fresh(turn: CrmTurn, person: Stored<Person>): Promise<Stored<Person>> {
  return (await turn.draft.read(personKind, person._id)) ?? person;
}

const patch = async (turn: CrmTurn, person: Stored<Person>, fields: Partial<Person>): Promise<void> =>
  turn.draft.change(personKind, await fresh(turn, person), fields);
