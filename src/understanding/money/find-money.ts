import { CHINESE_NUMERAL } from '../text/chinese-number.ts';
import { type NormalText, normalise, type Span } from '../text/normal-text.ts';
import { type Amount, amountAt } from './amount.ts';
import { type CurrencyMark, currencyAfter, currencyBefore } from './currencies.ts';
import { isSum, isWeight, mayBorrowScale } from './is-sum.ts';
import { centsAfter, changeAfter, type SmallChange, smallUnitAfter } from './small-change.ts';
import type { NumberStyle } from './written-number.ts';

/** One sum of money in a text. */
export interface MoneyMention {
  /** Offsets in the original text, currency word included. */
  readonly span: Span;
  readonly text: string;
  /** In currency units, perhaps fractional (36.8万 is 368000); of a range the lower end. */
  readonly amount: number;
  /** The upper end of a range (80-100万). */
  readonly max?: number;
  /** ISO 4217; null where neither a sign, a word nor the language of the text says it. */
  readonly currency: string | null;
  /** 1 with a currency, 0.9 for a figure with a scale (80万, 45k), 0.6 for a bare figure after a word for a price. */
  readonly confidence: number;
}

export interface MoneyContext {
  /** Language of the message where known; else seen from the text. */
  readonly lang?: 'zh' | 'en' | undefined;
  /** The sender's zone: it decides whether a bare ¥ is yen, and how 30.000 is read. */
  readonly timeZone?: string | undefined;
}

const CHINESE = /[\u4e00-\u9fff]/;
const THROUGH = /\s?(?:-|~|—|–|到|至|to|or|and)\s?/y;
const NUMBER_WORD =
  /(?:a|an|half|quarter|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirt|fourt|fort|fift|sixt|sevent|eight|ninet|twent)[a-z]*[ -]/iy;

/** All sums of money in a text, in order and without overlap. Linear in the text's length; never throws. */
export function findMoney(text: NormalText | string, { lang, timeZone = '' }: MoneyContext = {}): MoneyMention[] {
  const normal = typeof text === 'string' ? normalise(text) : text;
  const source = normal.text;
  const chinese = lang === undefined ? CHINESE.test(source) : lang === 'zh';
  const yen = timeZone === 'Asia/Tokyo' && !chinese ? 'JPY' : 'CNY';
  const sums: Sum[] = [];
  for (let at = 0, read = 0; at < source.length; ) {
    if (!mayBegin(source, at)) {
      at++;
      continue;
    }
    const sum = sumAt(source, at, read, yen);
    if (sum !== null && (sum.confidence > 0 || sum.borrows)) sums.push(sum);
    at = Math.max(at + 1, sum?.end ?? 0);
    if (sum !== null && sum.confidence > 0) read = sum.end;
  }
  const first = sums.find(({ currency }) => currency !== null);
  return withBorrowedScales(sums).map((sum) => mention(inCurrencyTold(sum, first), normal, chinese));
}

/** USD 60k砍到50k: a figure with a Latin scale is in the currency told before it. */
function inCurrencyTold(sum: Sum, told: Sum | undefined): Sum {
  const meant = sum.currency === null && told !== undefined && told.start < sum.start && /^[a-z]+$/.test(sum.scale);
  return meant ? { ...sum, currency: told.currency } : sum;
}

function mention(sum: Sum, normal: NormalText, chinese: boolean): MoneyMention {
  const span = normal.toOriginal([sum.start, sum.end]);
  const { amount, max, confidence } = sum;
  // 80万 in an English message is a Chinese sum all the same.
  const currency = sum.currency ?? (sum.scale === 'l' ? 'INR' : chinese || /[万亿]/.test(sum.scale) ? 'CNY' : null);
  const text = normal.original.slice(span[0], span[1]);
  return { span, text, amount, ...(max === null ? {} : { max }), currency, confidence };
}

/** How far off in the text, in UTF-16 units, and in value a sum may be whose scale is borrowed. */
const NEAR = 40;
const ALIKE = 4;

/** 报价65万, 还到58: a price without a scale takes that of the sum beside it, where the figures are alike. */
function withBorrowedScales(sums: readonly Sum[]): Sum[] {
  return sums.flatMap((sum, index) => {
    if (!sum.borrows) return [sum];
    const near = [sums[index - 1], sums[index + 1]].find((other) => {
      if (other === undefined || other.borrows || other.scale === '' || !Number.isFinite(other.bare)) return false;
      const gap = Math.max(other.start - sum.end, sum.start - other.end);
      return gap <= NEAR && sum.amount * ALIKE >= other.bare && sum.amount <= other.bare * ALIKE;
    });
    if (near === undefined) return [];
    const amount = Number(((sum.amount * near.amount) / near.bare).toPrecision(12));
    return [{ ...sum, amount, currency: near.currency, scale: near.scale, confidence: 0.7 }];
  });
}

/** A digit, a Chinese numeral or an English number word that no other number or letter runs into. */
function mayBegin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return true;
  if (code >= 0x3007) return text.charAt(at) === '半' || CHINESE_NUMERAL.includes(text.charAt(at));
  if (!isLetter(code) || isLetter(text.charCodeAt(at - 1)) || isDigit(text.charCodeAt(at - 1))) return false;
  if (!NUMBER_LETTERS.includes(text.charAt(at))) return false;
  NUMBER_WORD.lastIndex = at;
  return NUMBER_WORD.test(text);
}

/** With what the English number words begin. */
const NUMBER_LETTERS = 'ahqzotfsenAHQZOTFSEN';

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

interface Sum {
  readonly start: number;
  readonly end: number;
  readonly amount: number;
  readonly max: number | null;
  readonly currency: string | null;
  readonly confidence: number;
  readonly scale: string;
  /** The figure before its scale. */
  readonly bare: number;
  /** No sum by itself, but a price where a sum with a scale stands near by. */
  readonly borrows: boolean;
}

/** `read`: where the sum before this one ended; its currency word belongs to it. */
function sumAt(text: string, at: number, read: number, yen: string): Sum | null {
  const told = currencyBefore(text, at, yen);
  const before = told !== null && told.start < read ? null : told;
  const style = numberStyle(text, at, before);
  const first = amountAt(text, at, style);
  if (first === null) return null;
  const small = before === null && first.scale === '' ? smallUnitAfter(text, first.end) : null;
  if (small !== null && Number.isFinite(first.value)) {
    const amount = exact(first.value * small.factor + small.value);
    return { ...NO_SUM, start: at, end: small.end, amount, currency: small.currency, confidence: 1 };
  }
  const own = currencyAfter(text, first.end, yen);
  const change = own === null ? null : changeBehind(text, first, own);
  if (own !== null && change !== null) {
    const amount = exact(first.value + change.value);
    return { ...NO_SUM, start: at, end: change.end, amount, currency: own.currency, confidence: 1 };
  }
  const second = rangeEnd(text, own?.end ?? first.end, yen, style, first);
  const last = second?.amount ?? first;
  const after = second === null ? own : (currencyAfter(text, last.end, yen) ?? own);
  // $48,000 AUD: the code says which dollar.
  const coded = text.slice(before?.start ?? at, before?.end ?? at).trim() === '$' && DOLLARS.has(after?.currency ?? '');
  const currency = (coded ? after?.currency : before?.currency) ?? after?.currency ?? second?.before?.currency ?? null;
  const end = Math.max(last.end, second === null ? (own?.end ?? 0) : (currencyAfter(text, last.end, yen)?.end ?? 0));
  const candidate = { first, last, start: before?.start ?? at, end, currency };
  const confidence = currency === 'GBP' && isWeight(text, at, end) ? 0 : isSum(text, candidate);
  const low = second !== null && first.scale === '' ? scaled(first, second.amount) : first.value;
  return {
    start: candidate.start,
    end,
    amount: low,
    max: second?.amount.value ?? first.max,
    currency,
    confidence,
    scale: last.scale,
    bare: first.scale === '' && second !== null ? first.value : first.bare,
    borrows: confidence === 0 && mayBorrowScale(text, candidate),
  };
}

/** What stands behind the unit of a whole number of yuan, dollars or pounds. */
function changeBehind(text: string, { scale, value }: Amount, own: CurrencyMark): SmallChange | null {
  if (!Number.isInteger(value)) return null;
  const unit = text.slice(own.start, own.end);
  if (/[块元]$/.test(unit)) return /^[十百千]?$/.test(scale) ? changeAfter(text, own.end) : null;
  return scale === '' && /(?:dollars?|bucks|pounds?|quid|euros?)$/i.test(unit) ? centsAfter(text, own.end) : null;
}

const NO_SUM = { max: null, scale: '', bare: Number.NaN, borrows: false };

function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** The other end of 80-100万, $50k-60k, 80 to 100k: greater than the first once both have the same scale. */
function rangeEnd(
  text: string,
  at: number,
  yen: string,
  style: NumberStyle,
  first: Amount,
): { amount: Amount; before: CurrencyMark | null } | null {
  THROUGH.lastIndex = at;
  const match = THROUGH.exec(text);
  if (match === null || first.max !== null) return null;
  if (match[0].includes('and') && !/between\W{1,5}$/i.test(text.slice(Math.max(0, first.start - 12), first.start)))
    return null;
  let next = at + match[0].length;
  const sign = /^(?:[A-Z]{0,3}[$€£¥₹]|USD|EUR|GBP|RMB) ?/i.exec(text.slice(next, next + 6))?.[0].length ?? 0;
  next += sign;
  const amount = amountAt(text, next, style);
  if (amount === null || Number.isNaN(amount.value)) return null;
  const low = first.scale === '' ? scaled(first, amount) : first.value;
  if (amount.value <= low || (first.scale !== '' && amount.scale === '')) return null;
  return { amount, before: sign > 0 ? currencyBefore(text, next, yen) : null };
}

/** 80 to 100k, 八十到一百万: the first end has the scale of the second. */
function scaled(first: Amount, second: Amount): number {
  const factor = second.bare > 0 ? second.value / second.bare : 1;
  return Number((first.value * factor).toPrecision(12));
}

const DOLLARS = new Set([
  'USD',
  'AUD',
  'CAD',
  'NZD',
  'SGD',
  'HKD',
  'TWD',
  'MXN',
  'BRL',
  'ARS',
  'CLP',
  'COP',
  'FJD',
  'JMD',
]);

/** Where thousands are grouped by dots. */
const DOT_GROUPS = new Set(['EUR', 'BRL', 'IDR', 'VND', 'TRY']);

/** € writes 30.000 and 12,5; elsewhere the dot is the decimal mark. A sign before lets spaces group (€60 000). */
function numberStyle(text: string, at: number, before: CurrencyMark | null): NumberStyle {
  const euro =
    DOT_GROUPS.has(before?.currency ?? '') || /^[\d.,  ]{1,16}(?:k|m|mio)?\s?(?:€|eur)/i.test(text.slice(at, at + 22));
  return { decimalComma: euro, spaceGroups: euro || before !== null };
}
