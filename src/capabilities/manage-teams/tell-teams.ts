import type { MessageDraft } from '../../chat/message.ts';
import { dotted, fitted, type Line, soft } from '../../chat/width.ts';
import { roleLabel } from '../../crm/person/role-label.ts';
import type { CrmTools, CrmTurn } from '../crm-turn.ts';
import { knownTeam } from './known-team.ts';
import { teamTexts } from './texts.ts';

const MOST_ROWS = 5;
/** Of the bubble that a list fills. */
const MOST_LINES = 8;

/** Says who is in a group and who manages it. */
export async function tellOfTeam(turn: CrmTurn, name: string, { stores }: CrmTools, most = MOST_ROWS): Promise<void> {
  const { locale } = turn.speaker;
  const words = teamTexts(locale);
  const group = knownTeam(turn, await stores.groups.all(), name);
  const people = await stores.people.active();
  const members = people.filter((person) => person.group === group._id);
  const manager = people.find(({ _id }) => _id === group.manager);
  const head = words.head(group.name, members.length, manager ? words.managed(manager.name) : words.nobody);
  const rows = members.map((person) => words.row(person.name, roleLabel(person.role, locale)));
  turn.whisper(listed(turn, head, rows, most, { action: 'manage-teams.all', args: { team: group.name } }));
}

/** Says which groups there are, and how many people are in none. */
export async function tellOfTeams(turn: CrmTurn, { stores }: CrmTools, most = MOST_ROWS): Promise<void> {
  const words = teamTexts(turn.speaker.locale);
  const [groups, people] = await Promise.all([stores.groups.all(), stores.people.active()]);
  if (groups.length === 0) return void turn.whisper({ text: words.notYet });
  const rows = groups.map((group) => {
    const manager = people.find(({ _id }) => _id === group.manager);
    const count = people.filter((person) => person.group === group._id).length;
    return words.head(group.name, count, manager ? words.managed(manager.name) : words.nobody);
  });
  const loose = people.filter((person) => !groups.some(({ _id }) => _id === person.group)).length;
  const all = loose === 0 ? rows : [...rows, words.looseRow(loose)];
  turn.whisper(listed(turn, words.heads(groups.length), all, most, { action: 'manage-teams.overview' }));
}

/** Says who the colleagues are: all of them, or those one works with, where there are any: who answers to one, or to the same. */
export async function tellOfPeople(
  turn: CrmTurn,
  mine: boolean,
  { stores, colleagues }: CrmTools,
  most = MOST_ROWS,
): Promise<void> {
  const { id, locale } = turn.speaker;
  const words = teamTexts(locale);
  const [people, groups, tree] = await Promise.all([stores.people.active(), stores.groups.all(), colleagues()]);
  const boss = tree.find((one) => one.id === id)?.manager ?? null;
  const near = tree.filter((one) => one.manager === id || one.id === boss || (boss !== null && one.manager === boss));
  const own = mine && near.some((one) => one.active);
  const shown = own ? people.filter(({ _id }) => _id === id || near.some((one) => one.id === _id)) : people;
  const rows = shown.map((person) => {
    const group = groups.find(({ _id }) => _id === person.group);
    const role = roleLabel(person.role, locale);
    return dotted([soft(person.name), role, ...(group === undefined ? [] : [soft(group.name)])]);
  });
  const head = own ? words.ownPeople(rows.length) : words.people(rows.length);
  turn.whisper(listed(turn, head, rows, most, { action: 'manage-teams.people', args: { mine } }));
}

function listed(
  turn: CrmTurn,
  head: string,
  rows: readonly Line[],
  most: number,
  more: { action: string; args?: Record<string, unknown> },
): MessageDraft {
  if (most > MOST_ROWS) return { text: [head, ...rows.flatMap((row) => fitted([row], 2))].join('\n') };
  const text = fitted([head, ...rows.slice(0, most)], MOST_LINES).join('\n');
  return rows.length <= most ? { text } : { text, buttons: [{ label: teamTexts(turn.speaker.locale).all, ...more }] };
}
