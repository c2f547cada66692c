import type { Account } from '../../crm/account/account.ts';
import type { Contact } from '../../crm/contact/contact.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { findHonorifics } from '../../understanding/people/honorifics.ts';

/**
 * The customers whom words name by one of their names or by one of their people, the longest name first (腾云, Callum,
 * 王总), and those words; several where a person's name fits several.
 */
export function customersNamed(
  what: string,
  accounts: readonly Stored<Account>[],
  people: readonly Stored<Contact>[],
): { ids: string[]; words: string } | null {
  const named = [
    ...accounts.map((account) => ({ id: account._id, words: nameIn(what, account) })),
    ...people.map((person) => ({ id: person.account, words: nameIn(what, person) ?? addressIn(what, person.name) })),
  ];
  const words = longest(named.flatMap((one) => one.words ?? []));
  if (words === null) return null;
  const ids = named.filter((one) => one.words?.length === words.length).map(({ id }) => id);
  return { ids: [...new Set(ids)], words };
}

function nameIn(what: string, { name, aliases }: { name: string; aliases: readonly string[] }): string | null {
  const said = what.toLowerCase();
  const found = longest([name, ...aliases].filter((one) => [...one].length >= 2 && said.includes(one.toLowerCase())));
  if (found === null) return null;
  const at = said.indexOf(found.toLowerCase());
  return what.slice(at, at + found.length);
}

/** How words address a person of that name: by first name (Callum), by family name and title (王总). */
function addressIn(what: string, name: string): string | null {
  const [first, family] = name.toLowerCase().split(' ');
  const latin = what.match(/\p{Script=Latin}{2,}/gu) ?? [];
  const byFirst = family === undefined ? undefined : latin.find((word) => word.toLowerCase() === first);
  const formal = findHonorifics(what).find(({ surname }) => (family ?? name).toLowerCase().startsWith(surname));
  return byFirst ?? (formal === undefined ? null : what.slice(...formal.span));
}

const longest = (names: readonly string[]): string | null =>
  [...names].sort((left, right) => right.length - left.length)[0] ?? null;
