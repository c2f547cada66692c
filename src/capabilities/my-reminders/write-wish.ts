import { mayAnswerFor } from '../../access/rights.ts';
import { privately } from '../../access/viewer-for.ts';
import { type Group, groupKind } from '../../crm/group/group.ts';
import {
  COMPANY_PEACE,
  ownPeace,
  type Peace,
  peaceKind,
  peaceOfGroup,
  peaceUnder,
  UNSAID,
} from '../../crm/peace/peace.ts';
import { personKind } from '../../crm/person/person.ts';
import { PersonError } from '../../errors.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { CrmTurn } from '../crm-turn.ts';
import { reminderTexts } from './texts.ts';

/** A group and the ids of who is in it. */
export interface Team {
  group: Stored<Group>;
  people: readonly string[];
}

/** Whose reminders a wish is about: one's own, those of a team, of the people under a manager, or the company's. */
export async function scopeOf(turn: CrmTurn, everyone: boolean, team: Team | null): Promise<string> {
  const { speaker, draft } = turn;
  if (team !== null) {
    if (!mayAnswerForTeam(turn, team)) throw new PersonError(reminderTexts(speaker.locale).managers);
    draft.rely(groupKind, team.group);
    return peaceOfGroup(team.group._id);
  }
  if (!everyone) return ownPeace(speaker.id);
  const person = await draft.read(personKind, speaker.id);
  if (person?.active && person.role === 'admin') return COMPANY_PEACE;
  if (person?.active && person.role === 'manager') return peaceUnder(speaker.id);
  throw new PersonError(reminderTexts(speaker.locale).managers);
}

/** Whoever manages it, or answers for all who are in it. */
function mayAnswerForTeam({ viewer, speaker }: CrmTurn, { group, people }: Team): boolean {
  return group.manager === speaker.id || people.every((one) => mayAnswerFor(privately(viewer), one));
}

/** Writes a wish over what was asked before; false where it is so already. */
export async function writePeace(
  { draft }: CrmTurn,
  id: string,
  change: (before: Peace) => Partial<Peace>,
): Promise<boolean> {
  const before = await draft.read(peaceKind, id);
  const patch = change(before ?? UNSAID);
  const same = (Object.keys(patch) as (keyof Peace)[]).every(
    (field) => JSON.stringify((before ?? UNSAID)[field]) === JSON.stringify(patch[field]),
  );
  if (same) return false;
  if (before === null) draft.create(peaceKind, id, { ...UNSAID, ...patch });
  else draft.change(peaceKind, before, patch);
  return true;
}

/** Says what was set, with an undo. */
export function doneWith(turn: CrmTurn, text: string): void {
  const { undo } = reminderTexts(turn.speaker.locale);
  turn.whisper({ text, buttons: [{ label: undo, action: 'undo.record', args: { set: turn.draft.setId } }] });
  turn.undoable();
}
