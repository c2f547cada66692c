import type { Stored } from '../../ledger/change-set.ts';
import { type Account, accountKind } from '../account/account.ts';
import { dealKind } from '../deal/deal.ts';
import type { ToldDeal } from '../deal/tell-deal.ts';
import { interactionKind } from '../interaction/interaction.ts';
import { taskKind } from '../task/task.ts';
import { tellContacts } from './tell-contacts.ts';
import { tellSuccession } from './tell-succession.ts';
import { changeDeal, openDeal, tellDeal } from './tell-the-deal.ts';
import type { Teller } from './teller.ts';
import type { Telling, Told } from './telling.ts';
import type { ToldCustomer } from './write-telling.ts';

/** Files an open telling under its customer: the note and the steps move there, the deal and the people are written now. */
export async function settleCustomer(
  teller: Teller,
  telling: Telling,
  told: Told,
  customer: NonNullable<ToldCustomer>,
): Promise<Telling> {
  const { draft, now } = teller;
  const { account } = customer;
  const contacts = await tellContacts(teller, told, account);
  const succession = await tellSuccession(teller, told, contacts.called);
  const deal = await tellDeal(teller, told.opportunity, account);
  const dealId = deal.kind === 'written' ? deal.deal : null;
  const interaction = telling.interaction === null ? null : await draft.read(interactionKind, telling.interaction);
  if (interaction !== null) {
    const filed = { account: account._id, owner: account.owner, deal: dealId, contacts: contacts.ids };
    draft.change(interactionKind, interaction, filed);
    draft.change(accountKind, account, { lastContactAt: now });
  }
  await fileTasks(teller, telling, account._id, dealId);
  return {
    ...telling,
    account: account._id,
    deal: dealId,
    contacts: contacts.ids,
    says: {
      ...telling.says,
      customer: { name: customer.says, isNew: customer.isNew },
      deal: deal.kind === 'several' ? null : deal.says,
      facts: contacts.facts,
      succession,
    },
  };
}

/** Writes what was told of a deal to the one that was chosen (null: a new one). */
export async function settleDeal(
  teller: Teller,
  telling: Telling,
  told: ToldDeal,
  account: Stored<Account>,
  chosen: string | null,
): Promise<Telling> {
  const { draft } = teller;
  const deal = chosen === null ? null : await draft.read(dealKind, chosen);
  const opened = deal === null ? openDeal(teller, told, account) : null;
  const id = deal?._id ?? opened?.deal ?? null;
  const says = deal === null ? (opened?.says ?? null) : changeDeal(teller, deal, told);
  const interaction = telling.interaction === null ? null : await draft.read(interactionKind, telling.interaction);
  if (interaction !== null) draft.change(interactionKind, interaction, { deal: id });
  await fileTasks(teller, telling, account._id, id);
  return { ...telling, deal: id, says: { ...telling.says, deal: says } };
}

async function fileTasks({ draft }: Teller, telling: Telling, account: string, deal: string | null): Promise<void> {
  for (const id of telling.tasks) {
    const task = await draft.read(taskKind, id);
    if (task !== null) draft.change(taskKind, task, { account, deal });
  }
}
