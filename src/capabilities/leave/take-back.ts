import { defineTexts } from '../../chat/texts.ts';
import { meantBy } from '../../crm/person/meant-by.ts';
import { personKind } from '../../crm/person/person.ts';
import { roleLabel } from '../../crm/person/role-label.ts';
import { PersonError } from '../../errors.ts';
import { type Chosen, colleaguesMeant } from '../colleague-meant.ts';
import type { CrmTools, CrmTurn } from '../crm-turn.ts';

const texts = defineTexts({
  zh: {
    back: (name: string, role: string, team: string | null) =>
      `✓ 已恢复 · ${name} · ${role}${team === null ? '' : ` · ${team}`}`,
    stays: '转走的客户没有转回',
    taken: (name: string) => `已经有一位「${name}」了。`,
    undo: '撤销',
  },
  en: {
    back: (name: string, role: string, team: string | null) =>
      `✓ Back · ${name} · ${role}${team === null ? '' : ` · ${team}`}`,
    stays: 'Customers stay where they went',
    taken: (name: string) => `There is a "${name}" already.`,
    undo: 'Undo',
  },
});

interface Return {
  act: 'return';
  name: string;
  firm: boolean;
}

/** Whether it is said of somebody who left: of a colleague, 林悦回来了 tells of a journey. */
export async function isOneWhoLeft({ name, firm }: Return, { stores }: CrmTools): Promise<boolean> {
  if (!firm && meantBy(await stores.people.active(), name).length > 0) return false;
  return meantBy(await stores.people.left(), name).length > 0;
}

/** A leaver is a colleague again, as they were; what went to others stays there. */
export async function takeBack(
  turn: CrmTurn,
  wanted: Return & { chosen?: Chosen },
  { stores }: CrmTools,
): Promise<void> {
  const { draft, speaker } = turn;
  const words = texts(speaker.locale);
  const [person] = colleaguesMeant(turn, await stores.people.left(), [wanted.name], { ...wanted }) ?? [];
  if (person === undefined) return;
  const record = await draft.read(personKind, person._id);
  if (record === null || record.active) throw new PersonError(words.taken(person.name));
  if ((await stores.people.active()).some(({ name }) => name === person.name))
    throw new PersonError(words.taken(person.name));
  const group = (await stores.groups.all()).find(({ _id }) => _id === record.group) ?? null;
  draft.change(personKind, record, { active: true, group: group?._id ?? null });
  turn.whisper({
    text: `${words.back(person.name, roleLabel(record.role, speaker.locale), group?.name ?? null)}\n${words.stays}`,
    buttons: [{ label: words.undo, action: 'undo.record', args: { set: draft.setId } }],
  });
  turn.undoable();
}
