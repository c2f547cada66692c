import { type Group, groupCalled } from '../../crm/group/group.ts';
import { PersonError } from '../../errors.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { CrmTurn } from '../crm-turn.ts';
import { teamTexts } from './texts.ts';

const SHOWN = 4;

/** The group of that name; for another name it says which ones there are. */
export function knownTeam(turn: CrmTurn, groups: readonly Stored<Group>[], name: string): Stored<Group> {
  const group = groupCalled(groups, name);
  if (group !== null) return group;
  const words = teamTexts(turn.speaker.locale);
  const some = groups.slice(0, SHOWN).map((one) => one.name);
  const others = some.length === 0 ? words.notYet : words.existing(some.join(words.and));
  throw new PersonError(`${words.none(name)}\n${others}`);
}
