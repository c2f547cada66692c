import { minorDigits } from '../../chat/format.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type Account, accountKind } from '../account/account.ts';
import { releaseName } from '../account/account-name.ts';
import { contactKind } from '../contact/contact.ts';
import { dealKind } from '../deal/deal.ts';
import type { ToldDeal } from '../deal/tell-deal.ts';
import { interactionKind } from '../interaction/interaction.ts';
import { taskKind } from '../task/task.ts';
import { tellDeal } from './tell-the-deal.ts';
import type { Teller } from './teller.ts';
import type { ReceiptFacts, Telling, Told } from './telling.ts';
import type { ToldCustomer } from './write-telling.ts';

/**
 * Moves the interaction, the deal's change, the steps and the people who were new to another customer, together. The
 * former customer's deal gets its values back; a deal or a customer that was opened by mistake goes.
 */
export async function moveTelling(
  teller: Teller,
  telling: Telling,
  { account, says: name, isNew }: NonNullable<ToldCustomer>,
  first: Pick<Told, 'opportunity' | 'contacts'> | null,
): Promise<Telling> {
  const { draft } = teller;
  if (account._id === telling.account) return telling;
  const told = toldAtAll(first?.opportunity ?? null, await takeBackDeal(teller, telling));
  const deal = await tellDeal(teller, told, account);
  const dealId = deal.kind === 'written' ? deal.deal : null;
  const people = await movePeople(teller, telling, first?.contacts ?? [], account);
  const contacts = people.map(({ _id }) => _id);
  const interaction = telling.interaction === null ? null : await draft.read(interactionKind, telling.interaction);
  if (interaction !== null)
    draft.change(interactionKind, interaction, { account: account._id, owner: account.owner, deal: dealId, contacts });
  for (const id of telling.tasks) {
    const task = await draft.read(taskKind, id);
    if (task !== null) draft.change(taskKind, task, { account: account._id, deal: dealId });
  }
  if (interaction !== null) draft.change(accountKind, account, { lastContactAt: teller.now });
  if (telling.says.customer?.isNew === true) await dropMistaken(teller, telling, contacts);
  const { says } = telling;
  return {
    ...telling,
    account: account._id,
    deal: dealId,
    contacts,
    says: {
      ...says,
      customer: { name, isNew },
      deal: deal.kind === 'several' ? null : deal.says,
      facts: says.facts.filter((fact) => people.some((one) => one.name === fact.name)),
    },
  };
}

/** People whom nobody knew before the message are the other customer's. */
async function movePeople(
  { draft }: Teller,
  telling: Telling,
  told: Told['contacts'],
  { _id: account, owner }: Stored<Account>,
) {
  const people = await draft.readAll(contactKind, telling.contacts);
  const moved = people.flatMap((one) =>
    one !== null && told.some(({ id, name, mention }) => id === null && (name ?? mention) === one.name) ? [one] : [],
  );
  for (const one of moved) draft.change(contactKind, one, { account, owner });
  return moved;
}

/** A customer that only this message made has nothing left of its own. */
async function dropMistaken(
  { draft, stores, person }: Teller,
  telling: Telling,
  moved: readonly string[],
): Promise<void> {
  const id = telling.account;
  const mistaken = id === null ? null : await draft.read(accountKind, id);
  if (id === null || mistaken === null) return;
  const [notes, deals, steps, people] = await Promise.all([
    stores.interactions.ofAccount(id, 2),
    stores.deals.ofAccounts([id]),
    stores.tasks.openOfAccount(id),
    stores.contacts.ofAccount(id),
  ]);
  const isElsewhere =
    (own: readonly (string | null)[]) =>
    ({ _id }: { _id: string }) =>
      !own.includes(_id);
  if (
    notes.some(isElsewhere([telling.interaction])) ||
    deals.some(isElsewhere([telling.deal])) ||
    steps.some(isElsewhere(telling.tasks)) ||
    people.some(isElsewhere(moved))
  )
    return;
  await releaseName(draft, mistaken.name, id, person.id);
  draft.remove(accountKind, mistaken);
}

/** What was told of a deal: the changes that it made, and what changed nothing on the former deal. */
function toldAtAll(first: ToldDeal | null, changes: ToldDeal | null): ToldDeal | null {
  if (first === null || changes === null) return changes ?? first;
  const made = Object.entries(changes).filter(([, value]) => value !== null);
  return { ...first, ...Object.fromEntries(made) };
}

/** Gives the former customer's deal its values back and returns what had been told of it. */
async function takeBackDeal({ draft, now }: Teller, telling: Telling): Promise<ToldDeal | null> {
  const said = telling.says.deal;
  const deal = telling.deal === null ? null : await draft.read(dealKind, telling.deal);
  if (said === null || deal === null) return null;
  if (said.isNew) draft.remove(dealKind, deal);
  else
    draft.change(dealKind, deal, {
      ...(said.amount === null
        ? {}
        : { amount: said.amount.from?.minor ?? null, currency: said.amount.from?.currency ?? null }),
      ...(said.stage?.from == null ? {} : { stage: said.stage.from }),
      ...(said.closeDate === null ? {} : { closeDate: said.closeDate.from }),
      ...(said.pausedUntil == null ? {} : { pausedUntil: said.pausedUntil.from }),
      ...(said.lostReason == null ? {} : { lostReason: null }),
      touchedAt: now,
    });
  return toldAgain(said);
}

function toldAgain({ amount, stage, closeDate, pausedUntil, lostReason }: NonNullable<ReceiptFacts['deal']>): ToldDeal {
  const told = stage?.to;
  return {
    amount: amount === null ? null : amount.to.minor / 10 ** minorDigits(amount.to.currency),
    currency: amount?.to.currency ?? null,
    stage: told === undefined || told === 'lead' || told === 'opportunity' ? null : told,
    closeDate: closeDate?.to ?? null,
    pausedUntil: pausedUntil?.to ?? null,
    lostReason: lostReason ?? null,
  };
}
