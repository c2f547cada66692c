import type { Stored } from '../../ledger/change-set.ts';
import type { Account } from '../account/account.ts';
import { type Contact, contactKind } from '../contact/contact.ts';
import { createContact } from '../contact/create-contact.ts';
import type { Teller } from './teller.ts';
import type { ReceiptFacts, Told, ToldFact } from './telling.ts';

/** Finds or creates the people who were named and writes the facts told of them. */
export async function tellContacts(
  teller: Teller,
  told: Pick<Told, 'contacts' | 'contactFacts'>,
  account: Stored<Account>,
): Promise<{ ids: string[]; facts: ReceiptFacts['facts']; called: ReadonlyMap<string, string> }> {
  const { draft, stores } = teller;
  const unknown = told.contacts.some((contact) => contact.id === null);
  const known = unknown || told.contactFacts.length > 0 ? await stores.contacts.ofAccount(account._id) : [];
  const ids: string[] = [];
  // A fact names its person by the words of the message: whoever those words meant or made is not made again.
  const called = new Map<string, string>();
  for (const { id, name, mention } of told.contacts) {
    const found = id ?? known.find((contact) => isCalled(contact, name ?? mention))?._id;
    const contact = found ?? createContact(teller.draft, name ?? mention, account);
    ids.push(contact);
    for (const words of [mention, name ?? mention]) called.set(words, contact);
  }
  const facts: ReceiptFacts['facts'] = [];
  for (const fact of told.contactFacts) {
    const contact = await contactOf(teller, fact, known, called, account);
    if (contact === null) continue;
    if (!ids.includes(contact._id)) ids.push(contact._id);
    draft.change(contactKind, contact, factPatch(fact));
    facts.push({ name: contact.name, ...factPatch(fact, true), was: replaced(contact, factPatch(fact)) });
  }
  return { ids, facts, called };
}

async function contactOf(
  teller: Teller,
  fact: ToldFact,
  known: Stored<Contact>[],
  called: Map<string, string>,
  account: Stored<Account>,
): Promise<Stored<Contact> | null> {
  const words = fact.contact;
  const found =
    words === null
      ? ([...called.values()][0] ?? (known.length === 1 ? known[0]?._id : undefined))
      : (called.get(words) ?? known.find((contact) => isCalled(contact, words))?._id);
  if (found === undefined && words === null) return null;
  const contact = found ?? createContact(teller.draft, words ?? '', account);
  if (words !== null) called.set(words, contact);
  return teller.draft.read(contactKind, contact);
}

/** The former values of facts that are now something else. */
export function replaced(contact: Contact, patch: Partial<Contact>): NonNullable<ReceiptFacts['facts'][number]['was']> {
  const was = (['phone', 'email', 'birthday', 'title'] as const).flatMap((field) => {
    const before = contact[field] ?? null;
    const changed = patch[field] !== undefined && JSON.stringify(before) !== JSON.stringify(patch[field]);
    return before !== null && changed ? [[field, before] as const] : [];
  });
  return Object.fromEntries(was);
}

const isCalled = (contact: Contact, words: string): boolean =>
  contact.name === words || contact.aliases.includes(words);

function factPatch(fact: ToldFact): Partial<Contact>;
function factPatch(fact: ToldFact, all: true): Omit<ToldFact, 'contact'>;
function factPatch({ contact: _, ...facts }: ToldFact, all?: true) {
  return all === true ? facts : Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
}
