import type { Stored } from '../../ledger/change-set.ts';
import type { Account } from '../account/account.ts';
import { dealKind } from '../deal/deal.ts';
import { interactionKind } from '../interaction/interaction.ts';
import { chainedDeal } from './chained-deal.ts';
import { tellContacts } from './tell-contacts.ts';
import { tellSuccession } from './tell-succession.ts';
import { changeDeal, tellDeal, wroteDeal } from './tell-the-deal.ts';
import type { Teller } from './teller.ts';
import type { Telling, Told } from './telling.ts';
import { bareNote, writeInteraction, writeTasks } from './write-telling.ts';

/** Adds what a further message told to the same record: facts, note, steps, the deal's changes; no second interaction. */
export async function addToTelling(
  teller: Teller,
  telling: Telling,
  told: Told,
  account: Stored<Account>,
  note: string,
): Promise<Telling> {
  const { draft } = teller;
  const interaction = telling.interaction === null ? null : await draft.read(interactionKind, telling.interaction);
  if (interaction !== null) draft.change(interactionKind, interaction, { note: `${interaction.note}\n${note}` });
  const people = telling.contacts.map((id) => ({ mention: '', name: null, id }));
  const contacts = await tellContacts(teller, { ...told, contacts: [...people, ...told.contacts] }, account);
  const succession = await tellSuccession(teller, told, contacts.called);
  const deal = told.opportunity === null ? null : await tellSameDeal(teller, telling, told.opportunity, account);
  const tasks = await writeTasks(teller, told, account._id, deal?.id ?? telling.deal);
  const added = wroteDeal(deal?.says ?? null) || tasks.ids.length > 0 || contacts.facts.length > 0;
  const kept = interaction !== null || added ? null : bareNote(teller);
  return {
    ...telling,
    interaction:
      kept === null
        ? telling.interaction
        : writeInteraction(teller, kept, note, { account }, deal?.id ?? telling.deal, contacts.ids),
    deal: deal?.id ?? telling.deal,
    tasks: [...telling.tasks, ...tasks.ids],
    contacts: [...new Set([...telling.contacts, ...contacts.ids])],
    says: {
      ...telling.says,
      interaction: kept === null ? telling.says.interaction : { kind: kept.kind, day: kept.date },
      deal: deal?.says == null ? telling.says.deal : chainedDeal(telling.says.deal, deal.says),
      tasks: [...telling.says.tasks, ...tasks.says],
      facts: [...telling.says.facts, ...contacts.facts],
      succession: succession ?? telling.says.succession ?? null,
    },
  };
}

async function tellSameDeal(
  teller: Teller,
  telling: Telling,
  told: NonNullable<Told['opportunity']>,
  account: Stored<Account>,
) {
  const deal = telling.deal === null ? null : await teller.draft.read(dealKind, telling.deal);
  if (deal !== null) return { id: deal._id, says: changeDeal(teller, deal, told) };
  const opened = await tellDeal(teller, told, account);
  return opened.kind === 'several' ? null : { id: opened.kind === 'written' ? opened.deal : null, says: opened.says };
}
