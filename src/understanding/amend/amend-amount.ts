import { isAdded } from '../intent/deal-sum.ts';
import { cue } from '../intent/glyphs.ts';
import type { Reading } from '../intent/reading.ts';
import { currencyBefore } from '../money/currencies.ts';
import type { MoneyMention } from '../money/find-money.ts';
import { chineseNumber } from '../text/chinese-number.ts';
import type { FieldChange, Readings } from './field-change.ts';
import type { PreviousRecord } from './previous-record.ts';
import type { Sides } from './sides.ts';

/** A sum, or a figure alone (`sum` null), that a correction names; `wrong`: the one that is to be replaced. */
interface Figure {
  at: number;
  value: number;
  sum: MoneyMention | null;
  wrong: boolean;
}

/** A figure alone: it counts nothing, and is no part of a date or a number. */
const BARE =
  /(?<![\d.:/#-])\d{1,6}(?:\.\d+)?(?![\d:/%])(?!\.\d)(?!\s?(?:(?!(?:not|but|and|to|instead|rather|please|pls|then|now|actually|as|like|though|sorry|flat|again)(?![a-z]))[a-z]|[年月日号点时分个套台件份人名位张箱吨间辆次天周折期楼家条]))/gu;
/** 四十五: two characters and more, so that 一 and 三 stay words. */
const SPOKEN = /(?<![\p{Script=Han}])[一二两三四五六七八九十百]{2,6}(?=[\s。!！,，吧了才]|$)/gu;
/** 说错了85, make it 35: a figure that ends a correction. */
const ENDS =
  /(?:是|了|对|说|成|为|到|作|[>》→]|make (?:it|that)|should be|said|meant|to|be)[,，\s]*(?:大概|差不多|about|around)?\s*¤[\s。.!！吧了才对]*$|¤ (?:was|is) (?:right|correct)[\s.!]*$|^(?:no|sorry|oops|actually)[,.]? ¤[\s.!]*$/u;
/** What goes by the name of a deal's amount. */
const NAMED = cue({
  zh: `金额|价格|价钱|报价|合同额|总价|总额|预算|数额|单子`,
  en: `amount|price|pricing|value|quote|budget|deal size|deal|total|figure|number`,
});
/** Units in which a figure is told without saying so, by language. */
const UNITS: Record<Reading['lang'], readonly number[]> = { zh: [1, 10_000, 100_000_000], en: [1, 1000, 1_000_000] };
/** What a deal may be by its figure, when it is asked which was meant. */
const LEAST = 100;
const FARTHEST = 20;
const LARGEST_UNIT = 10_000;

/** Corrections of the amount and its currency: a figure alone takes the unit of the amount that it corrects. */
export function amountChanges(previous: PreviousRecord, reading: Reading, sides: Sides): Readings {
  const before = previous.opportunity?.amount ?? null;
  const figures = figuresIn(reading, sides, before);
  const wrong = figures.find((one) => one.wrong) ?? null;
  const right = figures.findLast((one) => !one.wrong);
  if (right === undefined) return NOTHING;
  if (wrong !== null && unitOf(wrong, before) === null) return NOTHING;
  const currency = currencyOf(previous, right.sum);
  const change = (to: number): FieldChange => ({ field: 'opportunity.amount', to: rounded(to), currency });
  if (right.sum !== null) return { changes: [change(right.value)], choices: [] };
  if (wrong === null && !isOfAmount(previous, reading, right)) return NOTHING;
  const unit = wrong === null ? unitNear(right, reading, before) : unitOf(wrong, before);
  if (unit !== null) return { changes: [change(right.value * unit)], choices: [] };
  const [one, ...larger] = UNITS[reading.lang].filter(
    (each) => (before !== null || each <= LARGEST_UNIT) && isLikely(right.value * each, before),
  );
  if (one === undefined) return NOTHING;
  return { changes: [], choices: [...larger, one].map((each) => change(right.value * each)), isOpen: true };
}

const NOTHING: Readings = { changes: [], choices: [] };

const rounded = (sum: number): number => Math.round(sum * 100) / 100;

const isLikely = (sum: number, before: number | null): boolean =>
  sum >= LEAST && (before === null || (sum >= before / FARTHEST && sum <= before * FARTHEST));

function figuresIn({ skeleton }: Reading, { back, right }: Sides, before: number | null): Figure[] {
  const { text } = skeleton;
  const sums = [...skeleton.at].flatMap(([at, token]): Figure[] => {
    if (token.kind !== 'sum' || isAdded(text, at)) return [];
    const { sum } = token;
    const figure = { at, value: sum.amount, sum: isBare(sum) ? null : sum, wrong: back.has(token) };
    // From 50k to 55k reads as a range: what stands on record is what it was.
    return sum.max !== undefined && sum.amount === before
      ? [
          { ...figure, wrong: true },
          { ...figure, value: sum.max },
        ]
      : [figure];
  });
  const bare = [...text.matchAll(BARE), ...text.matchAll(SPOKEN)].flatMap(({ index: at, 0: digits }): Figure[] => {
    const marked = `${text.slice(0, at)}¤${text.slice(at + digits.length)}`;
    const value = /\d/u.test(digits) ? Number(digits) : chineseNumber(digits);
    return value === null || isAdded(marked, at) ? [] : [{ at, value, sum: null, wrong: right[at] === ' ' }];
  });
  return [...sums, ...bare].sort((left, one) => left.at - one.at);
}

/** 预算55: told as a price, without a unit or a currency. */
const isBare = ({ text, amount }: MoneyMention): boolean => Number(text) === amount;

/** The unit in which the amount on record is what is said to be wrong; null where it is not that amount. */
function unitOf({ value, sum }: Figure, before: number | null): number | null {
  if (before === null || value === 0) return null;
  const unit = before / value;
  if (sum === null) return Object.values(UNITS).flat().includes(unit) ? unit : null;
  const figure = Number(/\d+(?:\.\d+)?/u.exec(sum.text)?.[0] ?? Number.NaN);
  if (unit !== 1) return null;
  return Number.isNaN(figure) ? 1 : value / figure;
}

/** Whether a figure alone is an amount: by name, or where it ends the correction of one and is hardly an hour. */
function isOfAmount({ opportunity, tasks }: PreviousRecord, { skeleton: { text } }: Reading, figure: Figure): boolean {
  if (NAMED.test(text)) return true;
  const ends = ENDS.test(
    `${text.slice(0, figure.at)}${text.slice(figure.at).replace(/^(?:[\d.]+|[一二两三四五六七八九十百]+)/u, '¤')}`,
  );
  return ends && opportunity?.amount != null && (figure.value >= 24 || tasks.every(({ time }) => time === null));
}

/** The unit in which a figure comes near the amount on record. */
const unitNear = ({ value }: Figure, { lang }: Reading, before: number | null): number | null =>
  UNITS[lang].find((unit) => before !== null && value * unit >= before / 2 && value * unit <= before * 2) ?? null;

/** The currency of a sum where it says one, else that of the deal. */
const currencyOf = ({ opportunity }: PreviousRecord, sum: MoneyMention | null): string | null =>
  sum !== null && saysCurrency(sum) ? sum.currency : (opportunity?.currency ?? sum?.currency ?? null);

/** 26万 in Chinese text is taken for yuan, but it does not say so. */
function saysCurrency({ text }: MoneyMention): boolean {
  return /[¥￥$€£₹]|[元块圆刀]|人民币|美|欧|港|日|英|镑|[a-z]{3}|rs\.?/iu.test(
    text.replace(/(?:grand|lakh|crore|mil|million|thousand)s?/giu, ''),
  );
}

/** 改成美元, that's in euros: the currency and nothing else is corrected, by no more than its name; null where none is. */
export function currencyChange(
  { opportunity }: PreviousRecord,
  { sums }: Reading,
  { words }: Sides,
): FieldChange | null {
  if (opportunity?.amount == null || sums.some(({ amount }) => amount !== opportunity.amount)) return null;
  const said = words.replace(REST_STAYS, '').replace(/(?:计价?|结算|算|报价|的)?[\s。.!！,，;吧了啊呀哈哦]*$/u, '');
  const mark = currencyBefore(said, said.length, 'CNY');
  if (mark === null || mark.currency === opportunity.currency || !OF_CURRENCY.test(said.slice(0, mark.start)))
    return null;
  return { field: 'opportunity.amount', to: opportunity.amount, currency: mark.currency };
}

/** 其他不变, and keep the rest. */
const REST_STAYS =
  /[,，\s]*(?:(?:其[他余它]|别的).{1,6}|(?:and |but )?(?:keep|leave) (?:the )?(?:rest|others?|everything else).{0,12})$/iu;

/** All that may stand before a currency that corrects one. */
const OF_CURRENCY =
  /^(?:不对|不是|错了|[说写记搞弄打]错了?|哦|等等|应该?|其实|金额|价格|报价|预算|单位|货币|币种|都|也|还|把|将|要|用|按|以|是|[改换]?(?:成|为|到|回)|\d[\d.]*[万亿kw]?|[,，:：\s])*$|^(?:(?:no|oh|oops|sorry|wait|actually|i meant?|meant|it'?s|that'?s|it is|that is|that was|it was|should be|make (?:it|that)|change(?: (?:it|that|the))?|the|amount|budget|price|currency|value|is|was|to|in|all|be|quoted)(?![a-z])|\d[\d.]*[km]?|[,.;:!\s])*$/iu;
