import { currencyAfter } from '../money/currencies.ts';
import { quick } from '../text/quick-pattern.ts';
import { type ClauseSense, isLongAgo, isPast } from './clause-sense.ts';
import type { Reading } from './reading.ts';
import { THEY_ASK_FOR } from './speech.ts';
import {
  ADDED,
  BOUGHT,
  COUNTER_OFFER,
  HYPOTHETICAL_SUM,
  IN_THE_PAST,
  NO_DEAL_SUM,
  OUR_LIMIT,
  OUR_OFFER,
  OURS_BESIDE,
  RIVAL,
  SAID_TO_THEM,
  SOMEBODY_QUOTED,
} from './words/money-words.ts';

/** The deal's value: our standing offer or what was agreed; never theirs, a rival's, or a figure that hangs in the air. */
export function dealSum(
  { today, skeleton }: Reading,
  senses: readonly ClauseSense[],
): { amount: number; currency: string | null } | null {
  let best: { amount: number; currency: string | null; weight: number } | null = null;
  for (const [place, sense] of senses.entries()) {
    const next = senses[place + 1]?.clause.text ?? '';
    for (const [index, { at, sum }] of sense.sums.entries()) {
      const before = sense.clause.text.slice(index > 0 ? (sense.sums[index - 1]?.at ?? 0) + 1 : 0, at);
      const after = sense.clause.text.slice(at + 1, sense.sums[index + 1]?.at);
      const rival =
        SOMEBODY_QUOTED.test(`${before}¤`) && senses.some((one) => one !== sense && OURS_BESIDE.test(one.clause.text));
      if (rival || isOfRival(senses, sense) || isAdded(skeleton.text, sense.clause.start + at)) continue;
      const taken = TAKEN.test(after) || TAKEN.test(next);
      const weight = weightOf(sense, before, after, { taken, latter: index > 0 && LATTER_ENGLISH.test(before), today });
      if (weight > 0 && sum.amount >= LEAST_DEAL && (!best || weight >= best.weight))
        best = { amount: sum.amount, currency: sum.currency, weight };
    }
  }
  return best && { amount: best.amount, currency: best.currency ?? currencyAlone(senses) };
}

/** 58k down from 62k. USD.: the currency follows by itself. */
function currencyAlone(senses: readonly ClauseSense[]): string | null {
  for (const { clause } of senses) {
    if (clause.text.length > LONGEST_CURRENCY) continue;
    const word = ` ${clause.text.replace(/^(?:all |in )+/u, '').trimEnd()}`;
    const mark = currencyAfter(word, 0, 'CNY');
    if (mark?.end === word.length) return mark.currency;
  }
  return null;
}
const LONGEST_CURRENCY = 20;

/** 加一个8万的培训单子: one deal of that sum, not a sum apiece. */
const DEAL_OF_SUM = /^的?[\p{Script=Han}]{0,6}(?:单子|商机|项目|合同|订单)/u;

/** 3块2一个: less is the price of a piece. */
const LEAST_DEAL = 100;

/** 由52万加到60万, down from 62k: what it was before. */
const FORMER = /[由从]\s?$/u;
const FORMER_ENGLISH = quick(
  /(?<!\p{L})(?:(?:down|up|reduced|discounted|cut|lowered|raised|bumped|increased|dropped|moved|came|went|changed) from|instead of|rather than|previously|used to be|originally) ?$/u,
);
/** 62k down to 58k: what follows is what it is now. */
const LATTER_ENGLISH = quick(
  /^ ?,? ?(?:(?:is |was |now )*(?:down|up|cut|reduced|lowered|raised|dropped|changed) to|->|→) ?$/u,
);
/** 比用友高15万: how far two prices are apart. */
const APART = /比[^,，]{1,10}(?:高|贵|低|便宜|多|少|差)(?:了|出)?[^,，]{0,2}$/u;
/** Worth 310k to 330k depending on shifts: the sum stands, its height hangs on something. */
const DEPENDING = quick(/¤[^,.]{0,24} depend(?:ing|s) (?:on|how)/u);

/** 压到13.8万,我答应了: what they asked for is agreed on by our side. */
const TAKEN =
  /^[\s,]*(?:那|然后|最后|于是)?(?:我们?|咱们?|我方|我这边|老板|领导|公司)(?:这边)?(?:也|就|已经?|当场|最后|都)*(?:同意|答应|接受|认了|批了|点头|松口)|^[\s,]*(?:and |so )?(?:we|i|my boss|the boss|management|my manager)(?:'ve| have| just| finally| both)* (?:accepted|agreed|took (?:it|that)|said (?:yes|ok|okay|fine)|approved|signed (?:it|that) off|can live with (?:it|that))(?! to (?:think|look|come|get|check))/iu;

function weightOf(
  sense: ClauseSense,
  before: string,
  after: string,
  { taken, latter, today }: { taken: boolean; latter: boolean; today: string },
): number {
  if (FORMER.test(before) && /^[^,，。]{0,6}(?:到|成|为|至)/u.test(after)) return 0;
  if (APART.test(before) || FORMER_ENGLISH.test(before) || LATTER_ENGLISH.test(after)) return 0;
  const near = `${before.slice(-24)}¤${after.slice(0, 16)}`;
  if ((sense.conditional && !DEPENDING.test(sense.clause.text)) || HYPOTHETICAL_SUM.test(near)) return 0;
  if (isBoughtBefore(sense, near, today) || (OUR_LIMIT.test(near) && !SAID_TO_THEM.test(before))) return 0;
  if (OUR_OFFER.test(near)) return 3;
  if (sense.speaker === 'them' && THEY_ASK_FOR.test(near)) return 0;
  if (RIVAL.test(near) || (NO_DEAL_SUM.test(near) && !DEAL_OF_SUM.test(after))) return 0;
  return COUNTER_OFFER.test(near) && !taken && !latter ? 0 : 2;
}

/** Whether the sum at a place of the skeleton comes on top of another: 另外多要 2 万. A blank before it parts nothing. */
export function isAdded(text: string, at: number): boolean {
  const before = /[^¤,，。;；\n]{0,24}$/u.exec(text.slice(0, at))?.[0] ?? '';
  const after = /^[^¤,，。;；\n]{0,16}/u.exec(text.slice(at + 1))?.[0] ?? '';
  return (ADDED.test(`${before}¤${after}`) || CHARGED_APART.test(text.slice(0, at))) && !DEAL_OF_SUM.test(after);
}

/** 这个要另外收钱,大概¤: the words before say that it comes on top. */
const CHARGED_APART =
  /(?:另外|额外|单独|另行)[^,，。;；]{0,4}(?:收|算|加|付|计)[^,，。;；]{0,4}[,，][^,，。;；¤]{0,8}$|(?<!\p{L})(?:extra|separate(?:ly)?|on top|additional(?:ly)?)[^,.;¤]{0,10}, ?(?:[\p{L}'-]+ ){0,3}$/iu;

/** 去年买了50万的: what was bought before is no part of the deal that is open. */
function isBoughtBefore({ clause, days }: ClauseSense, near: string, today: string): boolean {
  return (
    BOUGHT.test(near) &&
    (IN_THE_PAST.test(clause.text) ||
      days.some(({ day }) => isPast(day, today) && isLongAgo(day.resolve('past')?.day, today)))
  );
}

/** 对手是顺丰,报了110万: the words before say whose it is. */
export function isOfRival(senses: readonly ClauseSense[], sense: ClauseSense): boolean {
  const before = senses[senses.indexOf(sense) - 1]?.clause;
  return before?.sentence === sense.clause.sentence && RIVAL_NAMED.test(before.text) && QUOTED.test(sense.clause.text);
}
const RIVAL_NAMED =
  /(?:对手|竞品|友商|竞对|同行)[^¤,，]{0,12}$|(?:competitor|rival|competition)(?:'s| is| are)? [^¤,.]{0,24}$/u;
const QUOTED =
  /^(?:才|只|也|就)*(?:报|出|给)(?:了|的|价|到)*¤|^(?:they |who )?(?:quoted|offered|bid|came in at|are at|is at) ¤/u;
