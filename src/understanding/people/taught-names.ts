import type { DirectoryAccount, NameHit } from '../name-directory.ts';
import { normalise } from '../text/normal-text.ts';
import type { Candidate, MessageContext } from '../understanding.ts';
import { type NameUnit, nameUnits, unitsKey } from './name-units.ts';

/**
 * The words that this person has taught the bot, where they stand in the text: each means its one account or contact,
 * whatever the directory says of them. Units taken are marked.
 */
export function taughtHits(
  text: string,
  units: readonly NameUnit[],
  taken: boolean[],
  context: MessageContext,
  accountOf: (id: string) => DirectoryAccount | undefined,
): NameHit[] {
  const taught = (context.taught ?? []).flatMap(({ alias, accountId, contactId }) => {
    const own = nameUnits(normalise(alias).text);
    const who = own.length > 0 && (context.sees?.(accountId) ?? true) ? meant(accountOf(accountId), contactId) : null;
    return who ? [{ key: unitsKey(own, 0, own.length), length: own.length, who, contactId }] : [];
  });
  if (taught.length === 0) return [];
  taught.sort((a, b) => b.length - a.length);
  const hits: NameHit[] = [];
  for (let from = 0; from < units.length; from++) {
    const word = taught.find(
      ({ key, length }) =>
        from + length <= units.length &&
        !taken.slice(from, from + length).some(Boolean) &&
        unitsKey(units, from, from + length) === key,
    );
    const first = units[from];
    const last = units[from + (word?.length ?? 1) - 1];
    if (!word || !first || !last) continue;
    taken.fill(true, from, from + word.length);
    hits.push({
      kind: word.contactId === undefined ? 'account' : 'contact',
      span: [first.start, last.end],
      mention: text.slice(first.start, last.end),
      by: 'taught',
      candidates: [word.who],
    });
  }
  return hits;
}

function meant(account: DirectoryAccount | undefined, contactId: string | undefined): Candidate | null {
  if (!account) return null;
  const accountId = account.id ?? account.name;
  const at = { accountId, accountName: account.name };
  if (contactId === undefined) return { id: accountId, name: account.name, ...at };
  const contact = account.contacts.find(({ id, name }) => (id ?? name) === contactId);
  return contact ? { id: contactId, name: contact.name, ...at } : null;
}
