import { type Group, groupCalled } from '../../crm/group/group.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { FOR_ALL, readWish, type Wish } from './read-wish.ts';

/** A wish for the people of one team, by its record's id: 二组以后周末别发提醒, no weekends for East. */
export interface WishOfTeam {
  team: string;
  wish: Wish;
}

const LONGEST_NAME = 30;
const POLITE = /^(?:请|麻烦|给|让|帮|please )\s*|[\s。.!~]+$/giu;
const JOINT = /^(?:的人|的|那边|组员|成员|同事|都|也|就|以后|今后|从今天起|[,:\s])*/u;

/** What words ask of the reminders of a team that they name; null where they name none. */
export async function readWishOfTeam(
  text: string,
  groups: () => Promise<readonly Stored<Group>[]>,
): Promise<WishOfTeam | null> {
  const found = wishesIn(text.normalize('NFKC').trim().replace(POLITE, ''));
  if (found.length === 0) return null;
  const teams = await groups();
  for (const { name, wish } of found) {
    const team = groupCalled(teams, name);
    if (team !== null) return { team: team._id, wish };
  }
  return null;
}

/** Every way in which the words can be a name and a wish. */
function wishesIn(said: string): { name: string; wish: Wish }[] {
  const [, before = '', last = ''] = /^(.+) for (?:the )?(.+?)$/iu.exec(said) ?? [];
  const found = [{ name: last, words: before }];
  for (let end = 1; end <= Math.min(LONGEST_NAME, said.length - 2); end++)
    found.push({ name: said.slice(0, end), words: said.slice(end).replace(JOINT, '') });
  return found.flatMap(({ name, words }) => {
    const wish = words === '' ? null : readWish(words);
    return wish === null || wish.everyone || !FOR_ALL.has(wish.ask) ? [] : [{ name: name.trim(), wish }];
  });
}
