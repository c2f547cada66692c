import { asksForMore } from '../asks-for-more.ts';
import { numberedLog, numberedOpen } from '../numbered-act.ts';
import { type DealWords, dealsAsked } from './deals-asked.ts';

/** Whose records a list is of, as words say it: one's own, all that one sees, or somebody's by name. */
export type Whom = 'mine' | 'ours' | { named: string };

const START = String.raw`^(?:帮我|给我|我(?:想|要))?(?:看一?[看下]?|查一?[看下]?|列一?[出下]?)?\s*`;
const END = String.raw`(?:列表|清单|名单|有哪些|都?有谁|有几[个家单]|有多少[个家单]?|呢|吧)?[\s?。.!]*$`;
const HAS = String.raw`(?:现在|目前|手上|名下|手里|一共|总共|都)*(?:的|有(?:哪些|几[个家]?|多少[个家]?|什么|啥)|(?<=[组队]))\s*`;
const NOUNS = {
  customers: { zh: '客户', en: 'customers|clients|accounts' },
  deals: {
    zh: '(?:(?:在谈|在跟|手上|进行中|没关)的?)?(?:商机|单子|项目|(?<=[几少]个?)单)',
    en: 'deals|opportunities|opps',
  },
} as const;
const WHOSE_EN = String.raw`(my|our|the team['’]?s|everyone['’]s|[\p{L}\p{N}][\p{L}\p{N} .-]{0,29}?['’]s?|team [\p{L}\p{N}]+)`;
const ALL_CUSTOMERS =
  /^(?:看看?|列出?)?(?:客户(?:列表|清单|名单)|(?:所有|全部)的?客户|(?:都|现在)?有哪些客户|客户(?:的)?(?:总数|数量|有多少[个家]?|有几[个家])|(?:list|show)(?: me)? (?:all )?(?:the )?(?:customers|clients|accounts)|(?:all|list of) (?:customers|clients|accounts)|customer list)[\s?。.!]*$/iu;

const FORMS = (['customers', 'deals'] as const).flatMap((list) => {
  const { zh, en } = NOUNS[list];
  return [
    new RegExp(`${START}([^,，。;；!?\\s][^,，。;；!?]{0,13}?)\\s*${HAS}(?:${zh})${END}`, 'iu'),
    new RegExp(
      `^(?:show |list |see )?(?:me )?(?:all )?(?:of )?${WHOSE_EN} (?:current |open |active )*(?:${en})[\\s?.!]*$`,
      'iu',
    ),
    new RegExp(
      `^(?:which|what|how many) (?:open |active )?(?:${en}) (?:do|does|has) ([\\p{L}\\p{N} .-]{1,30}?) (?:have|own|handle|look after|got)[\\s?.!]*$`,
      'iu',
    ),
  ].map((form) => ({ list, form }));
});

/** Which customers or deals are asked for, and whose; null for other words. */
export function listAsked(text: string): (DealWords & { whom: Whom }) | null {
  const said = text.normalize('NFKC').trim();
  if (said.length > 60) return null;
  if (ALL_CUSTOMERS.test(said)) return { list: 'customers', whom: 'ours' };
  const asked = dealsAsked(said);
  if (asked !== null) return { ...asked, whom: whomOf(asked.whose ?? '') };
  for (const { list, form } of FORMS) {
    const whose = form.exec(said)?.[1];
    if (whose !== undefined) return { list, whom: whomOf(whose) };
  }
  return null;
}

const MINE = /^(?:我|我自己|本人|my|i)$/iu;
const OURS =
  /^(?:(?:我们|咱们?|本|全|我|整个)(?:的)?(?:组|团队|部门|队|公司)?|大家|所有人|全部|所有|公司|手下|我?下属|团队|our|we|us|the team['’]?s?|everyone['’]s|everybody['’]s)?$/iu;

/** 我 alone is the asker; 我们组, our and nobody named are all whom the asker sees. */
function whomOf(words: string): Whom {
  const name = words
    .trim()
    .replace(/['’]s?$/u, '')
    .replace(/(?:现在|目前|手上|手里|名下|的|\s)+$/u, '');
  if (MINE.test(name)) return 'mine';
  return OURS.test(words.trim()) || OURS.test(name) ? 'ours' : { named: name };
}

/** What typed words do to a row of the list shown, beside what they do to its step. */
export function rowCommand(text: string): { all: true } | { log: number } | { open: number } | null {
  if (asksForMore(text)) return { all: true };
  const log = numberedLog(text);
  if (log !== null) return { log };
  const open = numberedOpen(text);
  return open === null ? null : { open };
}
