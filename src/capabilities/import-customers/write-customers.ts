import { parseDay } from '../../calendar/days.ts';
import { zonedText } from '../../calendar/zone.ts';
import { type Account, accountKind } from '../../crm/account/account.ts';
import { accountNameId, accountNameKind } from '../../crm/account/account-name.ts';
import { createAccount } from '../../crm/account/create-account.ts';
import { contactKind } from '../../crm/contact/contact.ts';
import { type Deal, dealKind } from '../../crm/deal/deal.ts';
import { isClosed } from '../../crm/deal/stages.ts';
import { newDeal } from '../../crm/deal/tell-deal.ts';
import { interactionKind } from '../../crm/interaction/interaction.ts';
import type { Team } from '../../crm/team/team.ts';
import type { Draft } from '../../ledger/ledger.ts';
import { breather } from '../../ports/breather.ts';
import { filling, type Known, opens } from './filling.ts';
import { takenRows } from './known-customers.ts';
import type { Customer, Doubt, ImportedPerson } from './read/customers.ts';

const DAY_MS = 86_400_000;

/** Who brings customers in, and into what. */
export interface Writer {
  draft: Draft;
  person: string;
  zone: string;
  /** `YYYY-MM-DD` */
  today: string;
  now: Date;
  team: Team;
}

/** Brings customers in: new ones whole; of known ones only what is empty there is filled. Returns the rows left out. */
export async function writeCustomers(
  writer: Writer,
  customers: readonly Customer[],
  known: ReadonlyMap<Customer, Known>,
): Promise<{ brought: number; leftOut: Doubt[] }> {
  const leftOut: Doubt[] = [];
  let brought = 0;
  const { draft } = writer;
  const fresh = customers.filter((customer) => !known.has(customer));
  // All names at once: one after another, the way to the store and back is most of an import's time.
  await draft.readAll(
    accountNameKind,
    fresh.map(({ name }) => accountNameId(name, hidingFrom(writer))),
  );
  const breathe = breather();
  for (const customer of customers) {
    await breathe();
    const there = known.get(customer);
    if (there !== undefined) brought += fill(writer, customer, there) ? 1 : 0;
    else if (await create(writer, customer)) brought += 1;
    else leftOut.push(...takenRows(customer));
  }
  return { brought, leftOut };
}

/** Records that a customer takes at most, for cutting a source into change sets. */
export const recordsOf = ({ people, deal, notes }: Customer): number =>
  2 + people.length + (deal === null ? 0 : 1) + (notes.length > 0 ? 1 : 0);

/** Where owners are not disclosed, a hidden customer's name must not show itself. */
export const hidingFrom = ({ team, person }: Pick<Writer, 'team' | 'person'>): string | null =>
  team.discloseOwners ? null : person;

async function create(writer: Writer, customer: Customer): Promise<boolean> {
  const { draft, now } = writer;
  const { name, owner, alias, region, industry, lastContact, people, notes } = customer;
  const made = await createAccount(
    draft,
    { name, owner, aliases: alias === null ? [] : [alias] },
    { now, hideFrom: hidingFrom(writer) },
  );
  if (made.kind === 'taken') return false;
  const { account } = made;
  draft.change(accountKind, account, { region, industry, lastContactAt: contactedAt(customer, writer) });
  for (const one of people) addPerson(draft, one, account);
  addDeal(writer, customer, account, null);
  if (notes.length > 0)
    draft.create(interactionKind, draft.newId('interaction'), {
      account: account._id,
      owner,
      by: owner,
      kind: 'other',
      contacts: [],
      deal: null,
      day: lastContact ?? writer.today,
      time: null,
      note: notes.join('\n'),
      createdAt: now,
      imported: true,
    });
  return true;
}

function fill(writer: Writer, customer: Customer, known: Known): boolean {
  const { fields, persons, newPeople, contacted, deal, any } = filling(customer, known);
  const { account } = known;
  const { draft } = writer;
  if (!any) return false;
  if (Object.keys(fields).length > 0 || contacted)
    draft.change(accountKind, account, {
      ...fields,
      ...(contacted ? { lastContactAt: contactedAt(customer, writer) } : {}),
    });
  for (const { contact, patch } of persons) draft.change(contactKind, contact, patch);
  for (const one of newPeople) addPerson(draft, one, account);
  if (deal) addDeal(writer, customer, account, account.lastContactAt);
  return true;
}

function addPerson(draft: Draft, person: ImportedPerson, { _id, owner }: Account & { _id: string }): void {
  draft.create(contactKind, draft.newId('contact'), { account: _id, owner, aliases: [], ...person });
}

/** `lastContactAt`: as is on record already. That it comes in is no contact: what the list does not tell stays unknown. */
function addDeal(
  writer: Writer,
  customer: Customer,
  account: Account & { _id: string },
  lastContactAt: Date | null,
): void {
  const { draft, now, team } = writer;
  if (customer.deal === null || !opens(customer)) return;
  const told = { ...customer.deal, closeDate: null };
  const deal: Deal = newDeal(
    told,
    { account: account._id, accountName: account.name, owner: account.owner },
    team,
    now,
  );
  deal.touchedAt = contactedAt(customer, writer) ?? lastContactAt;
  deal.imported = true;
  if (isClosed(deal.stage)) {
    // What was closed before it came here is no news of today.
    const dayAgo = new Date(now.getTime() - DAY_MS);
    const closed = contactedAt(customer, writer) ?? dayAgo;
    deal.closedAt = closed < dayAgo ? closed : dayAgo;
    if (deal.openedAt > deal.closedAt) deal.openedAt = deal.closedAt;
  }
  draft.create(dealKind, draft.newId('deal'), deal);
}

/** Noon of the day of the last contact, where the writer is. */
const contactedAt = ({ lastContact }: Customer, { zone }: Writer): Date | null =>
  lastContact === null ? null : new Date(zonedText({ day: parseDay(lastContact), minute: 720 }, zone));
