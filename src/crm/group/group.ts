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

/** The group of that name; null when there is none. Width, case, spaces and a leading "team" do not count. */
export function groupCalled<G extends { name: string }>(groups: readonly G[], name: string): G | null {
  const bare = name.trim().replace(/^(?:the\s+)?team\s+|\s+team$/giu, '');
  const folded = [name, bare].map(foldedName);
  return groups.find((group) => folded.includes(foldedName(group.name))) ?? null;
}

/** Two who name groups at once must not both succeed: each takes the company's settings. */
export async function takeGroupNames(draft: Draft): Promise<void> {
  const team = await draft.read(teamKind, TEAM_ID);
  if (team !== null) draft.rely(teamKind, team);
}
