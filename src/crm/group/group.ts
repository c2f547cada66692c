import { NUMBER_WORDS } from '../../calendar/number-words.ts';
import type { Draft, RecordKind } from '../../ledger/ledger.ts';
import { foldedName } from '../account/account-name.ts';
import { TEAM_ID, teamKind } from '../team/team.ts';

/** Colleagues who work together under one manager (组, team); who belongs to it stands with the person. */
export interface Group {
  name: string;
  /** Who manages it; null while nobody does. */
  manager: string | null;
}

export const groupKind: RecordKind<Group> = {
  kind: 'group',
  collection: 'groups',
  validate(group) {
    if (group.name.trim() === '') throw new Error('a group has a name');
  },
};

/** 二组, 第2组, team two, Team 2: what names a group by its number. */
const NUMBERED =
  /^(?:第?(\d{1,2}|[一二三四五六七八九十])(?:小?组|队|团队)|(?:the)?(?:team|group)(\d{1,2}|[a-z]{3,5}))$/iu;

function numberOf(name: string): number | null {
  const [, zh, en] = NUMBERED.exec(foldedName(name)) ?? [];
  const words = zh ?? en;
  return words === undefined ? null : Number(words) || (NUMBER_WORDS[words] ?? null);
}

/** The group of that name; null when there is none. Width, case, spaces, a leading "team" and the spelling of a number do not count. */
export function groupCalled<G extends { name: string }>(groups: readonly G[], name: string): G | null {
  const bare = name.trim().replace(/^(?:the\s+)?team\s+|\s+team$/giu, '');
  const folded = [name, bare].map(foldedName);
  const number = numberOf(name);
  return (
    groups.find((group) => folded.includes(foldedName(group.name))) ??
    groups.find((group) => number !== null && numberOf(group.name) === number) ??
    null
  );
}

/** Two who name groups at once must not both succeed: each takes the company's settings. */
export async function takeGroupNames(draft: Draft): Promise<void> {
  const team = await draft.read(teamKind, TEAM_ID);
  if (team !== null) draft.rely(teamKind, team);
}
