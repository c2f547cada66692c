import { type NormalText, normalise, type Span } from '../text/normal-text.ts';

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
  /** 1 where a currency or a word for a price stands by it; less for a bare figure with a scale (45k) or a bare number after 报. */
  readonly confidence: number;
}

export interface MoneyContext {
  /** Language of the message where known; else seen from the text. */
  readonly lang?: 'zh' | 'en' | undefined;
  /** The sender's zone: it decides what a bare `$` or `¥` means only where the text leaves it open. */
  readonly timeZone?: string | undefined;
}

/** All sums of money in a text, in order and without overlap. Linear in the text's length; never throws. */
export function findMoney(text: NormalText | string, _context: MoneyContext = {}): MoneyMention[] {
  const _normal = typeof text === 'string' ? normalise(text) : text;
  return [];
}
