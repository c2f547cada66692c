import { accountKind } from '../account/account.ts';
import { type Contact, contactKind } from '../contact/contact.ts';
import { dealKind } from '../deal/deal.ts';
import type { ToldDeal } from '../deal/tell-deal.ts';
import { type InteractionKind, interactionKind } from '../interaction/interaction.ts';
import { withPart } from '../task/part-of-day.ts';
import { dueInstant } from '../task/plan-task.ts';
import { taskKind } from '../task/task.ts';
import { chainedDeal } from './chained-deal.ts';
import { correctWords } from './correct-words.ts';
import { foldedFact } from './folded-facts.ts';
import { moveTelling } from './move-telling.ts';
import { replaced, tellContacts } from './tell-contacts.ts';
import { changeDeal, tellDeal } from './tell-the-deal.ts';
import type { Teller } from './teller.ts';
import type { ReceiptFacts, Telling, Told } from './telling.ts';
import type { ToldCustomer } from './write-telling.ts';

/** One field of a telling and the value it should have had. */
export type Correction =
  | { field: 'interaction'; to: { kind?: InteractionKind; day?: string; time?: string | null } }
  | { field: 'deal'; to: ToldDeal }
  | { field: 'task'; index: number; to: TaskCorrection }
  | { field: 'words'; from: string; to: string }
  | { field: 'person'; index: number; to: { id: string | null; name: string } }
  | { field: 'contact'; index: number; to: Partial<Pick<Contact, 'phone' | 'email' | 'birthday'>> }
  /** What was told as won or lost is not so. */
  | { field: 'reopened' }
  /** `told`: what the message told, of which the receipt may not say all. */
  | { field: 'customer'; to: NonNullable<ToldCustomer>; told?: Pick<Told, 'opportunity' | 'contacts'> };

export interface TaskCorrection {
  title?: string;
  day?: string | null;
  time?: string | null;
  /** A part of the day, in the teller's words. */
  part?: string;
  /** A colleague's name. */
  assignee?: string;
}

/**
 * Corrects the records of a telling in place and returns it as it reads now. A record that is gone since is left out:
 * the receipt then no longer speaks of it.
 */
export async function amendTelling(teller: Teller, telling: Telling, corrections: Correction[]): Promise<Telling> {
  let now = telling;
  for (const correction of corrections) now = await correct(teller, now, correction);
  return now;
}

async function correct(teller: Teller, telling: Telling, correction: Correction): Promise<Telling> {
  switch (correction.field) {
    case 'interaction':
      return correctInteraction(teller, telling, correction.to);
    case 'deal':
      return correctDeal(teller, telling, correction.to);
    case 'task':
      return correctTask(teller, telling, correction.index, correction.to);
    case 'words':
      return correctWords(teller, telling, correction);
    case 'person':
      return correctPerson(teller, telling, correction.index, correction.to);
    case 'contact':
      return correctContact(teller, telling, correction.index, correction.to);
    case 'reopened':
      return reopenDeal(teller, telling);
    case 'customer':
      return moveTelling(teller, telling, correction.to, correction.told ?? null);
  }
}

const says = (telling: Telling, part: Partial<ReceiptFacts>): Telling => ({
  ...telling,
  says: { ...telling.says, ...part },
});

async function correctInteraction(
  { draft }: Teller,
  telling: Telling,
  to: { kind?: InteractionKind; day?: string; time?: string | null },
): Promise<Telling> {
  const interaction = telling.interaction === null ? null : await draft.read(interactionKind, telling.interaction);
  if (interaction === null) return telling;
  draft.change(interactionKind, interaction, to);
  return says(telling, { interaction: { kind: to.kind ?? interaction.kind, day: to.day ?? interaction.day } });
}

async function correctDeal(teller: Teller, telling: Telling, to: ToldDeal): Promise<Telling> {
  const deal = telling.deal === null ? null : await teller.draft.read(dealKind, telling.deal);
  if (deal === null) return telling.deal === null ? tellFirstDeal(teller, telling, to) : telling;
  const changed = changeDeal(teller, deal, to, { corrected: true });
  return changed === null ? telling : says(telling, { deal: chainedDeal(telling.says.deal, changed) });
}

/** Gives the deal the stage that it had before it was told as closed; one that the message opened stands at the first. */
async function reopenDeal(teller: Teller, telling: Telling): Promise<Telling> {
  const said = telling.says.deal?.stage;
  const before = said?.open ?? said?.from ?? null;
  const stage = before === null || before === 'lead' || before === 'opportunity' ? 'contacted' : before;
  return correctDeal(teller, telling, { amount: null, currency: null, stage, closeDate: null });
}

/** What is told of a deal only now: the record had none. */
async function tellFirstDeal(teller: Teller, telling: Telling, told: ToldDeal): Promise<Telling> {
  const { draft } = teller;
  const account = telling.account === null ? null : await draft.read(accountKind, telling.account);
  const deal = account === null ? null : await tellDeal(teller, told, account);
  if (deal?.kind === 'none' && deal.says !== null) return says(telling, { deal: deal.says });
  if (deal?.kind !== 'written') return telling;
  const interaction = telling.interaction === null ? null : await draft.read(interactionKind, telling.interaction);
  if (interaction !== null) draft.change(interactionKind, interaction, { deal: deal.deal });
  for (const id of telling.tasks) {
    const task = await draft.read(taskKind, id);
    if (task !== null) draft.change(taskKind, task, { deal: deal.deal });
  }
  return says({ ...telling, deal: deal.deal }, { deal: deal.says });
}

async function correctTask(
  { draft, stores }: Teller,
  telling: Telling,
  index: number,
  to: TaskCorrection,
): Promise<Telling> {
  const id = telling.tasks[index];
  const task = id === undefined ? null : await draft.read(taskKind, id);
  if (task === null) return telling;
  const colleagues = to.assignee === undefined ? [] : await stores.people.active();
  const colleague = colleagues.find((one) => one.name === to.assignee);
  const day = to.day === undefined ? task.day : to.day;
  const time = to.time === undefined ? task.time : to.time;
  const named = to.title ?? task.title;
  // A clock time says more than the part of the day that was told before.
  const title = to.part === undefined && to.time == null ? named : withPart(named, to.part ?? null);
  const zone = colleague?.zone ?? task.zone;
  const owner = colleague?._id ?? task.owner;
  draft.change(taskKind, task, { title, owner, zone, day, time, dueAt: dueInstant(day, time, zone) });
  const tasks = telling.says.tasks.map((said, at) =>
    at === index ? { title, day, time, assignee: colleague?.name ?? said.assignee } : said,
  );
  return says(telling, { tasks });
}

async function correctPerson(
  teller: Teller,
  telling: Telling,
  index: number,
  { id, name }: { id: string | null; name: string },
): Promise<Telling> {
  const { draft } = teller;
  const account = telling.account === null ? null : await draft.read(accountKind, telling.account);
  const interaction = telling.interaction === null ? null : await draft.read(interactionKind, telling.interaction);
  if (account === null || interaction === null) return telling;
  const told = { contacts: [{ mention: name, name, id }], contactFacts: [] };
  const [found] = (await tellContacts(teller, told, account)).ids;
  const contacts = [...telling.contacts];
  if (found !== undefined) contacts.splice(index, 1, found);
  draft.change(interactionKind, interaction, { contacts });
  const people = await draft.readAll(contactKind, contacts);
  return says({ ...telling, contacts }, { people: people.flatMap((one) => one?.name ?? []) });
}

async function correctContact(
  { draft }: Teller,
  telling: Telling,
  index: number,
  to: Partial<Pick<Contact, 'phone' | 'email' | 'birthday'>>,
): Promise<Telling> {
  const fact = telling.says.facts[index];
  if (fact === undefined) return telling;
  const people = await Promise.all(telling.contacts.map((id) => draft.read(contactKind, id)));
  const contact = people.find((one) => one?.name === fact.name);
  if (contact == null) return telling;
  const was = replaced(contact, to);
  draft.change(contactKind, contact, to);
  const corrected = { name: fact.name, phone: null, email: null, birthday: null, title: null, ...to, was };
  return says(telling, {
    facts: telling.says.facts.map((one, at) => (at === index ? foldedFact(one, corrected) : one)),
  });
}
