import { numberTold } from '../../calendar/number-words.ts';
import type { Stage } from '../../crm/deal/stages.ts';
import { CURRENCY } from '../currency-words.ts';
import { withoutPeriod } from '../period.ts';
import { readSum } from '../read-sum.ts';
import { type Only, onlyAsked } from './only-asked.ts';

export type ListName = 'customers' | 'deals' | 'won' | 'lost';

/** Deals of so much and more, in currency units; `currency` null: whatever theirs is. */
export interface Least {
  amount: number;
  currency: string | null;
  /** No currency was told: what cannot be reckoned in it is measured in its own. */
  bare?: true;
}

/** How a list is cut and ordered. */
export interface Cut {
  least?: Least;
  /** The biggest first. */
  byAmount?: true;
  /** So many rows. */
  first?: number;
  /** What they come to is asked. */
  sum?: true;
  only?: Only;
  stage?: Stage;
}

export interface DealWords extends Cut {
  list: ListName;
  /** Whose they are, as typed; empty: nobody is named. */
  whose?: string;
}

const NOUN = '(?:单子?|客户|商机|项目)';
const END = String.raw`(?:的客户|有哪些|都?有谁|列表|清单|名单|和?原因|明细|呢)*[\s?。.!]*$`;
const ENDED: readonly { list: 'won' | 'lost'; zh: RegExp; en: RegExp }[] = (
  [
    ['lost', '(?:丢|输)(?:掉|失)?', 'lost|lose|losing'],
    ['won', '(?:赢|签|成交|拿下|做成)(?:下)?', 'won|win|closed|signed'],
  ] as const
).map(([list, zh, en]) => ({
  list,
  zh: new RegExp(
    `(?:都|一共|总共|我们|咱们?|被)*(?:为(?:什么|啥)(?:会)?${zh}(?:的|了|单)*[\\s?。.!]*$|${zh}(?:了|的|到)?(?:哪些|哪几[个单家]|几[个单家]|多少[个单家]?|什么|啥|谁)${NOUN}?|(?<!了|过)(?:新)?${zh}的?${NOUN}${END}|(?:哪些|哪几个|几[个单家]|多少[个家]?)${NOUN}(?:是|被)?${zh}了?)`,
    'iu',
  ),
  en: new RegExp(
    `^(?:which|what|how many|show|list|any|see|give)\\b.*\\b(?:${en})\\b|\\b(?:${en}) (?:deals|customers|clients|accounts|opps|opportunities)\\b|\\b(?:deals|customers|clients|accounts|opps|opportunities) (?:that )?(?:we |i |were |have been )*(?:${en})\\b`,
    'iu',
  ),
}));
/** What is neither a name nor an end in an English question about ended deals. */
const FILLER_EN =
  /\b(?:which|what|how many|show|list|any|see|give|me|all|the|deals?|customers?|clients?|accounts?|opps?|opportunit(?:y|ies)|did|have|has|had|do|we|i|us|that|were|was|are|been|our|of|by|for|lost|lose|losing|won|win|closed?|signed?|and|why|with|their|reasons?|to|competitors?|off)\b|['’]s?(?!\p{L})|[?.!,]/giu;
const ASIDE = /^(?:看一?[看下]?|查一?[看下]?|列一?[出下]?|帮我|给我|有哪些|那么?)|(?:的|名下|手上|有|那边|这边)+$/gu;

const SUM = `(?<sum>(?:${CURRENCY})?\\s*[\\d一二两三四五六七八九十百千万亿.,wkm]{1,12}?(?:${CURRENCY})?)`;
const SIZED_ZH = new RegExp(
  `^(?:看看?|列出?|查|有?哪些|只看)?(?<whose>.{0,8}?)(?:的)?(?:单子?|商机|项目)?(?:金额)?(?<over>超过|大于|高于|多于|不低于|至少|超|[>≥])?${SUM}(?<up>元?以上|往上)?(?:的)?(?:单子?|商机|项目|大单|客户)?(?:有哪些|列表|都有谁|呢)?[\\s?。.!]*$`,
  'iu',
);
const SIZED_EN = new RegExp(
  `^(?:show |list |which |what |just |only )?(?:me )?(?:the )?(?:are )?(?<whose>.{0,20}?)\\s*(?:open )?(?:deals|opps|opportunities|ones|those)?\\s*(?:are |is |worth |of )?(?:over|above|bigger than|larger than|more than|at least|from|>|≥)\\s*(?<sum>(?:${CURRENCY})?\\s?[\\p{L}\\d.,]{1,12}(?:\\s?(?:${CURRENCY}))?)(?: deals)?(?: and (?:up|more))?[\\s?.!]*$`,
  'iu',
);
const BIGGEST_ZH =
  /^(?:看看?|列出?)?(?<whose>.{0,8}?)(?:的)?(?:金额)?(?:最大|最高|最多)的?(?:前)?(?<first>\d{1,2}|[一二两三四五六七八九十几])?[个单家]?(?:大)?(?:单子?|商机|项目)(?:是?(?:哪个|哪些|哪几个|谁|什么|谁的))?[\s?。.!]*$|^(?:看看?|有哪些|列出?)?(?<of>.{0,8}?)(?:的)?(?:前(?<top>\d{1,2}|[一二两三四五六七八九十])[个]?)?大单(?:有哪些|列表|是哪些|是谁的|都?有谁)?[\s?。.!]*$|^(?<by>.{0,8}?)(?:的)?(?:单子?|商机|项目)按金额(?:从[大高]到[小低])?排(?:序|一下|个序)?[\s?。.!]*$|^谁的(?:单子?|商机|项目)(?:金额)?最大[\s?。.!]*$/u;
/** 商机金额最大的前三个, 单子金额前五: how many stands behind. */
const BIGGEST_BEHIND_ZH =
  /^(?:看看?|列出?)?(?<whose>.{0,8}?)(?:的)?(?:单子?|商机|项目)(?:里|中|当中)?(?:的)?(?:金额|按金额)?(?:排名?)?(?:(?:最大|最高|最多)的?前?|前)(?<first>\d{1,2}|[一二两三四五六七八九十几])(?:个|名|单|家|大)?(?:是?(?:哪个|哪些|哪几个|谁|什么))?[\s?。.!]*$|^(?:看看?|列出?)?(?<of>.{0,8}?)(?:的)?(?:(?:金额)?(?:排名?)?前(?<top>\d{1,2}|[一二两三四五六七八九十])(?:大|个|名|位)?的?)(?:单子?|商机|项目)(?:是?(?:哪个|哪些|哪几个|谁|什么))?[\s?。.!]*$/u;
const MANY_EN = '\\d{1,2}|two|three|four|five|six|seven|eight|nine|ten';
const BIGGEST_EN = new RegExp(
  `^(?:show |list |what(?:'s| is| are) |which (?:is|are) )?(?:me )?(?<whose>.{0,20}?)\\s*(?:the )?(?:(?:(?<top>${MANY_EN})\\s+)?(?:top|biggest|largest)\\s+(?<first>${MANY_EN})?\\s*(?:biggest |largest |open )*(?:deals?|opps|opportunit(?:y|ies))(?: (?:by|in) (?:amount|value|size))?|big deals|(?:deals|opps|opportunities) (?:sorted |ordered |ranked )?by (?:amount|value|size))[\\s?.!]*$`,
  'iu',
);

/** Customers or deals that are asked for by their sort, by how they ended or how big they are; null for other words. */
export function dealsAsked(said: string): DealWords | null {
  const summed = sumAsked(said);
  if (summed !== null) return summed;
  return onlyAsked(said) ?? endedAsked(said) ?? sizedAsked(said) ?? biggestAsked(said);
}

const HOW_MUCH_ZH =
  /(?:一共|总共|合计|加起来|现在)*(?:有|是|值)?(?:多少(?:钱|金额)|总?金额(?:是|有)?多少|总额(?:是|有)?多少)[的了]?/u;
const HOW_MUCH_EN =
  /^how much (?:money |business )?(?:(?:is|do (?:we|i) have|have (?:we|i) got) (?:still )?(?=in\b)|(?=(?:did|have|has)\b.*\blos[et]))/iu;

/** 谈判阶段一共多少钱, 这个月丢了多少钱, how much did we lose: the deals that are meant, and what they come to. */
function sumAsked(said: string): DealWords | null {
  const [zh] = HOW_MUCH_ZH.exec(said) ?? [];
  const [en] = HOW_MUCH_EN.exec(said) ?? [];
  if (zh === undefined && en === undefined) return null;
  const deals =
    zh === undefined ? said.replace(HOW_MUCH_EN, / in\b/u.test(said) ? 'deals ' : 'which deals ') : dealsOf(said, zh);
  const asked = onlyAsked(deals) ?? endedAsked(deals) ?? sizedAsked(deals) ?? openAsked(deals);
  return asked === null || asked.list === 'customers' ? null : { ...asked, sum: true };
}

/** 我的单子, 林悦的商机: all that are open. */
function openAsked(said: string): DealWords | null {
  const whose = /^(.{0,8}?)的(?:单子?|商机|项目)[\s?。.!]*$/u.exec(said)?.[1];
  return whose === undefined ? null : { list: 'deals', whose };
}

/** The same with the deals in place of their sum: 谈判阶段的单子, 这个月丢了哪些单子. */
function dealsOf(said: string, sum: string): string {
  const [before = '', after = ''] = said.split(sum);
  if (/单|商机|项目/u.test(`${before}${after}`)) return `${before}${after === '' ? '' : '的'}${after}`;
  return `${before}${/阶段$/u.test(before) ? '的' : '哪些'}单子${after}`;
}

function endedAsked(said: string): DealWords | null {
  if (/率/u.test(said) || /\brates?\b/iu.test(said)) return null;
  const bare = withoutPeriod(said);
  for (const { list, zh, en } of ENDED) {
    const chinese = zh.exec(bare);
    if (chinese !== null) {
      const rest = `${bare.slice(0, chinese.index)}${bare.slice(chinese.index + chinese[0].length)}`;
      return {
        list,
        whose: rest
          .replace(/[\s?。.!]+$/u, '')
          .replace(ASIDE, '')
          .replace(ASIDE, '')
          .trim(),
      };
    }
    if (!/\p{Script=Han}/u.test(said) && en.test(said))
      return { list, whose: bare.replace(FILLER_EN, ' ').replace(/\s+/gu, ' ').trim() };
  }
  return null;
}

function sizedAsked(said: string): DealWords | null {
  const cut = sizeIn(said);
  return cut === null || !/单|商机|项目|客户|\b(?:deals|opps|opportunities)\b/iu.test(said)
    ? null
    : { list: 'deals', ...cut };
}

function sizeIn(said: string): (Cut & { whose: string }) | null {
  const { whose = '', over, up, sum = '' } = SIZED_ZH.exec(said)?.groups ?? {};
  const least = over !== undefined || up !== undefined ? readSum(sum) : null;
  if (least !== null) return { whose, least };
  const english = SIZED_EN.exec(said)?.groups;
  const asked = english === undefined ? null : readSum(english.sum ?? '');
  return asked === null ? null : { whose: english?.whose ?? '', least: asked };
}

function biggestAsked(said: string): DealWords | null {
  const found = (BIGGEST_ZH.exec(said) ?? BIGGEST_BEHIND_ZH.exec(said) ?? BIGGEST_EN.exec(said))?.groups;
  if (found === undefined) return null;
  const first = found.first ?? found.top;
  return {
    list: 'deals',
    whose: found.whose ?? found.of ?? found.by ?? '',
    byAmount: true,
    ...(first === undefined || first === '几' ? {} : { first: countOf(first) }),
  };
}

const BY_AMOUNT =
  /^(?:按|以)?金额(?:从[大高]到[小低]|大小)?(?:来)?(?:排(?:一?下)?(?:序|个序)?)?(?:吧|呢)?[\s。.!?]*$|^(?:(?:sort|order|rank)(?: (?:them|it))? )?by (?:amount|value|size)[\s.!?]*$|^(?:the )?(?:biggest|largest) first[\s.!?]*$/iu;
const FIRST =
  /^(?:只看|就看|看)?(?:最大的?)?前(\d{1,2}|[一二两三四五六七八九十])(?:个|名|单|家|大|条)?(?:呢|吧)?[\s。.!?]*$|^(?:just |only |show )?(?:me )?(?:the )?(?:top|first) (\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)[\s.!?]*$/iu;

/** What words do to the list shown: 只看大于50万的, 按金额排, 前三个; null for other words. */
export function cutAsked(text: string): Cut | null {
  const said = text.normalize('NFKC').trim();
  if (said.length > 40) return null;
  if (BY_AMOUNT.test(said)) return { byAmount: true };
  const first = FIRST.exec(said)?.slice(1).find(Boolean);
  if (first !== undefined) return { first: countOf(first) };
  const sized = sizeIn(said);
  return sized === null || sized.whose.trim() !== '' || sized.least === undefined ? null : { least: sized.least };
}

const WORDS: readonly string[] = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const countOf = (words: string): number => {
  const at = WORDS.indexOf(words.toLowerCase());
  return at < 0 ? numberTold(words) : at + 2;
};
