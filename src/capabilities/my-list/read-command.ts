import { numberedLog } from '../numbered-act.ts';
import type { ListName } from './read-list.ts';

const LISTS: [ListName, RegExp][] = [
  [
    'customers',
    /^(?:看看?|列出?)?我的客户(?:列表|清单|有哪些)?[\s??。.!!]*$|^我(?:现在|手上|名下|手里)*有(?:哪些|几个|几家|多少家?|什么)客户[\s??。.!!]*$|^(?:show |list )?(?:me )?my (?:customers|clients|accounts)[\s?.!]*$|^(?:which|what|how many) (?:customers|clients|accounts) do i have[\s?.!]*$/iu,
  ],
  [
    'deals',
    /^(?:看看?|列出?)?我的(?:商机|单子|在谈的?单子)(?:列表|清单|有哪些)?[\s??。.!!]*$|^我(?:现在|手上|名下|手里)*有(?:哪些|几个|几单|多少个?|什么)(?:商机|单子|在谈的?单子)[\s??。.!!]*$|^(?:show |list )?(?:me )?my (?:open )?(?:deals|opportunities)[\s?.!]*$|^(?:which|what|how many) (?:open )?(?:deals|opportunities) do i have[\s?.!]*$/iu,
  ],
];
const ALL = /^(?:全部|show all)[。.!!]?$/iu;
const OPEN = /^(?:看看?|打开|查|show|open)?\s*#?(\d{1,2})[。.!!]?$/iu;

/** Which list is asked for by its name. */
export const listAsked = (text: string): ListName | null =>
  LISTS.find(([, words]) => words.test(text.normalize('NFKC').trim()))?.[0] ?? null;

const COLLEAGUES: readonly RegExp[] = [
  /^(?:看看?|查看?)?([^,，。我的]{1,12})的客户(?:列表|清单|有哪些)?[\s??。.!!]*$/u,
  /^(?:show (?:me )?)?([\p{L} .-]{1,30}?)['’]s (?:customers|clients|accounts)[\s?.!]*$/iu,
];

/** The name of the colleague whose customers are asked for. */
export const colleagueAsked = (text: string): string | null =>
  COLLEAGUES.map((form) => form.exec(text.normalize('NFKC').trim())?.[1]?.trim()).find(Boolean) ?? null;

/** What typed words do to a row of the list shown, beside what they do to its step. */
export function rowCommand(text: string): { all: true } | { log: number } | { open: number } | null {
  const said = text.normalize('NFKC').trim();
  if (ALL.test(said)) return { all: true };
  const log = numberedLog(said);
  if (log !== null) return { log };
  const open = OPEN.exec(said)?.[1];
  return open === undefined ? null : { open: Number(open) };
}
