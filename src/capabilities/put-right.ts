import { directRoom } from '../chat/message.ts';
import { defineTexts } from '../chat/texts.ts';
import type { Stores } from '../crm/stores.ts';
import type { Outgoing } from '../ledger/change-set.ts';
import type { Draft } from '../ledger/ledger.ts';

const texts = defineTexts({
  zh: { correction: (by: string) => `更正:${by}撤销了刚才那条。` },
  en: { correction: (by: string) => `Correction: ${by} has taken that back.` },
});

/** Others who were told of what was taken back hear that it no longer holds; whoever had not been told yet hears nothing. */
export async function putRight(
  draft: Draft,
  told: readonly Outgoing[],
  by: string,
  stores: Pick<Stores, 'people' | 'team'>,
): Promise<void> {
  if (told.length === 0) return;
  const [people, team] = await Promise.all([stores.people.active(), stores.team.settings()]);
  for (const { id, to } of told) {
    const reader = people.find(({ _id }) => _id === to.onlyFor || directRoom(_id) === to.room);
    draft.send(to, { text: texts(reader?.locale ?? team.locale).correction(by) }, { corrects: id });
  }
}
