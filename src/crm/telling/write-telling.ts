import { dayText } from '../../calendar/days.ts';
import { wallTime } from '../../calendar/zone.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type Account, accountKind } from '../account/account.ts';
import { type Interaction, interactionKind } from '../interaction/interaction.ts';
import { planTask } from '../task/plan-task.ts';
import { taskKind } from '../task/task.ts';
import { tellContacts } from './tell-contacts.ts';
import { tellDone } from './tell-done.ts';
import { tellSuccession } from './tell-succession.ts';
import { type DealQuestion, tellDeal, wroteDeal } from './tell-the-deal.ts';
import type { Teller } from './teller.ts';
import type { ReceiptFacts, Telling, Told } from './telling.ts';

/**
 * The customer that a telling is about; null while it is open which one is meant. `keepsWords`: of a new one, that the
 * words tell more than its name, and are its first note.
 */
export type ToldCustomer = { account: Stored<Account>; says: string; isNew: boolean; keepsWords?: boolean } | null;

export interface Written {
  telling: Telling;
  /** Several open deals could be meant: the deal's part is not written yet. */
  question: DealQuestion | null;
}

/**
 * Writes what a message told: the interaction, the deal's changes, next steps, people and facts about them. Without a
 * customer only what stands without one is written: the note and the steps.
 */
export async function writeTelling(teller: Teller, told: Told, customer: ToldCustomer, note: string): Promise<Written> {
  const contacts = customer === null ? NOBODY : await tellContacts(teller, told, customer.account);
  const succession = await tellSuccession(teller, told, contacts.called);
  const deal = customer === null ? null : await tellDeal(teller, told.opportunity, customer.account);
  const dealId = deal?.kind === 'written' ? deal.deal : null;
  const dealSays = deal === null || deal.kind === 'several' ? null : deal.says;
  const done = await tellDone(teller, told, customer?.account._id ?? null, note);
  const tasks = await writeTasks(teller, told, customer?.account._id ?? null, dealId);
  const wrote = deal?.kind === 'several' || wroteDeal(dealSays) || tasks.ids.length > 0 || contacts.facts.length > 0;
  const bare = customer?.isNew === true ? customer.keepsWords === true : customer !== null && !wrote;
  const happened = told.interaction ?? (bare ? bareNote(teller) : null);
  const interaction =
    happened === null ? null : writeInteraction(teller, happened, note, customer, dealId, contacts.ids);
  if (customer !== null && told.interaction !== null) touchAccount(teller, customer.account);
  const says: ReceiptFacts = {
    customer: customer === null ? null : { name: customer.says, isNew: customer.isNew },
    interaction:
      happened === null ? null : { kind: happened.kind, day: happened.dayOpen === true ? null : happened.date },
    deal: dealSays,
    ...(done.length === 0 ? {} : { done }),
    tasks: tasks.says,
    facts: contacts.facts,
    succession,
  };
  const telling: Telling = {
    account: customer?.account._id ?? null,
    interaction,
    deal: dealId,
    tasks: tasks.ids,
    contacts: contacts.ids,
    receipt: null,
    says,
  };
  return { telling, question: deal?.kind === 'several' ? deal.question : null };
}

const NOBODY: Awaited<ReturnType<typeof tellContacts>> = { ids: [], facts: [], called: new Map() };

/** Words of which nothing else came are kept as a note of today, so that nothing said is lost. */
export const bareNote = ({ person, now }: Teller): NonNullable<Told['interaction']> => ({
  kind: 'other',
  date: dayText(wallTime(now.getTime(), person.zone).day),
  time: null,
});

export function writeInteraction(
  { draft, person, now }: Teller,
  told: NonNullable<Told['interaction']>,
  note: string,
  customer: Pick<NonNullable<ToldCustomer>, 'account'> | null,
  deal: string | null,
  contacts: string[],
): string {
  const id = draft.newId('interaction');
  const interaction: Interaction = {
    account: customer?.account._id ?? null,
    owner: customer?.account.owner ?? person.id,
    by: person.id,
    kind: told.kind,
    contacts,
    deal,
    day: told.date,
    time: told.time,
    note,
    createdAt: now,
  };
  draft.create(interactionKind, id, interaction);
  return id;
}

function touchAccount({ draft, now }: Teller, account: Stored<Account>): void {
  if (account.lastContactAt === null || account.lastContactAt < now)
    draft.change(accountKind, account, { lastContactAt: now });
}

/** Writes the next steps as told. */
export async function writeTasks(
  { draft, person, stores, now }: Teller,
  told: Told,
  account: string | null,
  deal: string | null,
): Promise<{ ids: string[]; says: ReceiptFacts['tasks'] }> {
  const ids: string[] = [];
  const says: ReceiptFacts['tasks'] = [];
  const colleagues = told.tasks.some((task) => task.assignee !== null) ? await stores.people.active() : [];
  for (const { title, date, time, assignee } of told.tasks) {
    const colleague = colleagues.find((one) => one.name === assignee);
    const id = draft.newId('task');
    draft.create(
      taskKind,
      id,
      planTask(
        {
          title,
          account,
          deal,
          owner: colleague?._id ?? person.id,
          by: person.id,
          day: date,
          time,
          zone: colleague?.zone ?? person.zone,
        },
        now,
      ),
    );
    ids.push(id);
    says.push({ title, day: date, time, assignee: colleague?.name ?? null });
  }
  return { ids, says };
}
