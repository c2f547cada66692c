import type { Stage } from '../../crm/deal/stages.ts';
import { withoutPeriod } from '../period.ts';

/** Of customers the important or new ones, of deals those without a next step or expected to be signed in the days asked about. */
export type Only = 'important' | 'fresh' | 'stepless' | 'closing';

const DEALS = '(?:单子?|商机|项目)';
const DEALS_EN = '(?:deals|opps|opportunities)';
const CUSTOMERS_EN = '(?:customers|clients|accounts)';
const END = String.raw`(?:有哪些|有几[个家单]|有多少[个家]?|都?有谁|列表|清单|名单|呢)*[\s?。.!]*$`;
const WHICH = '(?:哪些|哪几[个家]|几[个家]|多少[个家]?|有没有)';

const FORMS: readonly { only: Only; list: 'customers' | 'deals'; form: RegExp }[] = (
  [
    ['important', 'customers', `(?<![是为成])(?:重点|重要|关键)的?客户${END}`],
    ['important', 'customers', String.raw`\b(?:important|key) ${CUSTOMERS_EN}\b`],
    [
      'fresh',
      'customers',
      `(?:新增|新加|新来|新进)(?:加)?(?:了|的)${WHICH}?新?客户${END}|(?:新增|新加|新进)(?:了)?${WHICH}新?客户${END}`,
    ],
    ['fresh', 'customers', String.raw`\bnew ${CUSTOMERS_EN}\b`],
    [
      'stepless',
      'deals',
      `(?:还?没有?|无|没定)下一步的?${DEALS}${END}|${WHICH}${DEALS}(?:还|都)?没有?(?:定)?下一步[\\s?。.!]*$`,
    ],
    [
      'stepless',
      'deals',
      String.raw`\b${DEALS_EN} (?:that )?(?:without|with no|have no|lacking|missing)(?: a| any)? next steps?\b`,
    ],
    [
      'closing',
      'deals',
      `(?:要|该|能|会|可以|预计|应该|有望)+(?:签|成交|关单|签约|签单)(?:下来)?的${DEALS}${END}|${WHICH}${DEALS}\\s*(?:要|该|能|会|可以|预计|应该|有望)+(?:签|成交|签约)(?:下来)?[\\s?。.!]*$`,
    ],
    [
      'closing',
      'deals',
      String.raw`\b${DEALS_EN} (?:that )?(?:are |is |should |will |to |due to |expected to |likely to )*clos(?:e|ing)\b`,
    ],
  ] as const
).map(([only, list, form]) => ({ only, list, form: new RegExp(form, 'iu') }));

const STAGES: readonly { stage: Stage; zh: string; en: string }[] = [
  { stage: 'negotiation', zh: '(?:商务)?谈判', en: 'negotiations?|negotiating' },
  { stage: 'proposal', zh: '(?:方案)?(?:报价|呈现)|方案', en: 'proposal|quot(?:e|ed|ing)' },
  { stage: 'needs', zh: '需求(?:分析)?', en: 'needs(?: analysis)?|discovery' },
  { stage: 'contacted', zh: '(?:初步)?接触', en: 'contacted|first contact' },
];
const IN_STAGE = STAGES.map(({ stage, zh, en }) => ({
  stage,
  form: new RegExp(
    `(?:${WHICH}${DEALS})?(?:现在|都)?(?:还)?(?:在|处于|到了?)?(?:${zh})(?:阶段|中|的?阶段)(?:的|有${WHICH})?(?:${DEALS})?${END}|(?:which |what |show |list )?(?:me )?(?:the |our |all )?${DEALS_EN} (?:that )?(?:are )?(?:still )?(?:in|at) (?:the )?(?:${en})(?: stage)?[\\s?.!]*$`,
    'iu',
  ),
}));

/** The open deals of one stage: 谈判阶段的单子, deals in negotiation. */
function stageAsked(said: string): { stage: Stage; list: 'deals'; whose: string } | null {
  if (!/单|商机|项目|deals|opps|opportunities/iu.test(said)) return null;
  for (const { stage, form } of IN_STAGE) {
    const found = form.exec(said);
    if (found !== null) return { stage, list: 'deals', whose: whoseIn(said.slice(0, found.index)) };
  }
  return null;
}

/** New customers of no told time are as likely one that is to be filed. */
const ASKS = /哪|几|多少|\b(?:which|what|how many|show|list|any)\b/iu;
const ASIDE =
  /^(?:看一?[看下]?|查一?[看下]?|列一?[出下]?|帮我|给我|有哪些|那么?|\s)+|(?:的|名下|手上|有|那边|这边|\s)+$|\b(?:which|what|how many|show|list|any|me|all|the|our|we|us|are|there|do|does|did|have|has|get|got|in|for|of|by)\b|['’]s?(?!\p{L})|[?.!,]/giu;

const whoseIn = (rest: string): string => rest.replace(ASIDE, ' ').replace(ASIDE, ' ').replace(/\s+/gu, ' ').trim();

/** Customers or deals of one sort or stage, and whose, as typed; null for other words. */
export function onlyAsked(
  said: string,
): { only?: Only; stage?: Stage; list: 'customers' | 'deals'; whose: string } | null {
  const bare = withoutPeriod(said);
  for (const { only, list, form } of FORMS) {
    const found = form.exec(bare);
    if (found === null || (only === 'fresh' && bare === said && !ASKS.test(said))) continue;
    const rest = `${bare.slice(0, found.index)} ${bare.slice(found.index + found[0].length)}`;
    return { only, list, whose: whoseIn(rest) };
  }
  return stageAsked(said);
}
