import { mayRunCompany } from '../access/rights.ts';
import { defineTexts } from '../chat/texts.ts';
import { personKind } from '../crm/person/person.ts';
import { PersonError } from '../errors.ts';
import type { CrmTurn } from './crm-turn.ts';

const texts = defineTexts({
  zh: { notAdmin: '只有管理员能做这件事。' },
  en: { notAdmin: 'Only an admin can do that.' },
});

/** Refuses whoever is no admin now; rights are reckoned when it is done, not when it was offered. */
export async function onlyAdmin({ draft, speaker }: CrmTurn): Promise<void> {
  if (!mayRunCompany(await draft.read(personKind, speaker.id))) throw new PersonError(texts(speaker.locale).notAdmin);
}
