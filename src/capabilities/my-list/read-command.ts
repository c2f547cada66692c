import type { ListName } from './read-list.ts';

const LISTS: [ListName, RegExp][] = [
  [
    'customers',
    /^(?:看看?|列出?)?我的客户(?:列表|清单|有哪些)?[\s??。.!!]*$|^(?:show |list )?my (?:customers|clients|accounts)[\s?.!]*$/iu,
  ],
  [
    'deals',
    /^(?:看看?|列出?)?我的(?:商机|单子|在谈的?单子)(?:列表|清单|有哪些)?[\s??。.!!]*$|^(?:show |list )?my (?:open )?(?:deals|opportunities)[\s?.!]*$/iu,
  ],
];
const ALL = /^(?:全部|show all)[。.!!]?$/iu;
const LOG = /^#?(\d{1,2})\s*(?:记一笔|log it)[。.!!]?$|^(?:记一笔|log)\s*#?(\d{1,2})[。.!!]?$/iu;
const OPEN = /^(?:看看?|打开|查|show|open)?\s*#?(\d{1,2})[。.!!]?$/iu;

/** Which list is asked for by its name. */
export const listAsked = (text: string): ListName | null =>
  LISTS.find(([, words]) => words.test(text.normalize('NFKC').trim()))?.[0] ?? null;

/** What typed words do to a row of the list shown, beside what they do to its step. */
export function rowCommand(text: string): { all: true } | { log: number } | { open: number } | null {
  const said = text.normalize('NFKC').trim();
  if (ALL.test(said)) return { all: true };
  const log = LOG.exec(said);
  if (log !== null) return { log: Number(log[1] ?? log[2]) };
  const open = OPEN.exec(said)?.[1];
  return open === undefined ? null : { open: Number(open) };
}
