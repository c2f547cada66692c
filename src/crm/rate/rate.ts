import type { RecordKind } from '../../ledger/ledger.ts';

/** What a currency is worth to the company, as somebody has set it: `of` units of `currency` make `makes` of `into`. */
export interface Rate {
  /** ISO 4217 */
  currency: string;
  /** ISO 4217: the company's own currency when it was set. */
  into: string;
  /** Decimals as they were told (`7.2`), so that nothing is rounded. */
  of: string;
  makes: string;
  /** `YYYY-MM-DD`, in the zone of who set it. */
  day: string;
  /** Person id. */
  by: string;
}

/** One record for each pair of currencies. */
export const rateId = ({ currency, into }: Pick<Rate, 'currency' | 'into'>): string => `${currency}:${into}`;

/** The currency that a record of that id is about. */
export const currencyOf = (id: string): string => id.split(':')[0] ?? '';

export const rateKind: RecordKind<Rate> = {
  kind: 'rate',
  collection: 'rates',
  validate({ currency, into, of, makes }) {
    if (currency === into) throw new Error('a rate is between two currencies');
    if (![of, makes].every(isFigure)) throw new Error('a rate is two decimals above zero');
  },
};

/** Whether a decimal is one that a rate may be made of: above zero, with up to seven digits before the point and eight behind it. */
export const isFigure = (decimal: string): boolean => /^\d{1,7}(?:\.\d{1,8})?$/.test(decimal) && Number(decimal) > 0;
