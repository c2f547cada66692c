import type { Account } from '../../crm/account/account.ts';
import type { Contact } from '../../crm/contact/contact.ts';
import type { Stored } from '../../ledger/change-set.ts';

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

/** What stands behind a Chinese family name in its place. */
const TITLES =
  '总|董|工|经理|主任|主管|总监|院长|校长|厂长|处长|科长|部长|局长|行长|所长|店长|队长|书记|会计|助理|秘书|医生|大夫|教授|老师|律师|老板|先生|女士|小姐|哥|姐|处|科|局';

/** How words address a person of that name: by first or family name (Callum, Ms Reid), by family name and title (王总). */
function addressIn(what: string, name: string): string | null {
  if (!/^\p{Script=Han}/u.test(name)) {
    const parts = name.toLowerCase().split(' ');
    return (what.match(/\p{Script=Latin}{2,}/gu) ?? []).find((word) => parts.includes(word.toLowerCase())) ?? null;
  }
  const family = [...name][0] ?? '';
  return new RegExp(`[老小]${family}|${family}(?:${TITLES})`, 'u').exec(what)?.[0] ?? null;
}

const longest = (names: readonly string[]): string | null =>
  [...names].sort((left, right) => right.length - left.length)[0] ?? null;
