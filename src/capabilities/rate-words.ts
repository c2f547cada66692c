import { maySetRates } from '../access/rights.ts';
import { aboutText, moneyText } from '../chat/format.ts';
import { defineTexts, type Locale } from '../chat/texts.ts';
import type { Deal } from '../crm/deal/deal.ts';
import { noRateText } from '../crm/rate/no-rate-text.ts';
import type { Rate } from '../crm/rate/rate.ts';
import { type Reckoning, type Sums, together, withoutRate } from '../crm/rate/reckon.ts';
import type { CrmTools, CrmTurn } from './crm-turn.ts';

const texts = defineTexts({
  zh: {
    atRate: (amount: string, rate: string) => `${amount} 按${rate}`,
    otherCurrencies: (count: number) => `另${count}种`,
  },
  en: {
    atRate: (amount: string, rate: string) => `${amount} at ${rate}`,
    otherCurrencies: (count: number) => `${count} more`,
  },
});

/** Sums in one line: what is of one currency stays in it, several are put together as far as there are rates. */
export function sumText(sums: Sums, reckoning: Reckoning, locale: Locale): string {
  const { own, foreign, others } =
    sums.size > 1 ? together(reckoning, sums) : { own: null, foreign: new Map(), others: sums };
  return [
    ...(own === null ? [] : [(foreign.size === 0 ? moneyText : aboutText)(own, reckoning.currency, locale)]),
    ...[...others].map(([currency, minor]) => moneyText(minor, currency, locale)),
  ].join(' + ');
}

/** What is told of a sum's foreign parts: more of them would not fit into two lines. */
const MOST_FOREIGN = 3;

/** What of a sum is in other currencies, and by which rates it was reckoned: `US$3万 按7.2 · €1万 按7.8`. */
export function includedText(foreign: Sums, { rates }: Reckoning, locale: Locale): string {
  const words = texts(locale);
  const all = [...foreign].map(([currency, minor]) =>
    words.atRate(moneyText(minor, currency, locale), figureOf(rates.get(currency))),
  );
  const more = all.length > MOST_FOREIGN ? [words.otherCurrencies(all.length - MOST_FOREIGN)] : [];
  return [...all.slice(0, MOST_FOREIGN), ...more].join(' · ');
}

/** A rate in a few signs: what one unit is worth (`7.2`), or so many (`100=4.7`). */
const figureOf = (rate: Pick<Rate, 'of' | 'makes'> | undefined): string =>
  rate === undefined ? '' : rate.of === '1' ? rate.makes : `${rate.of}=${rate.makes}`;

/** That amounts of these deals are not counted with those in other currencies, for whoever may set a rate: a line, or none. */
export async function rateHint(
  { speaker }: Pick<CrmTurn, 'speaker'>,
  reckoning: Reckoning,
  deals: readonly Pick<Deal, 'amount' | 'currency'>[],
  { stores }: Pick<CrmTools, 'stores'>,
): Promise<string[]> {
  const missing = withoutRate(reckoning, deals);
  const told = new Set(deals.flatMap(({ amount, currency }) => (amount === null ? [] : [currency])));
  if (missing.length === 0 || told.size < 2 || !maySetRates(await stores.people.get(speaker.id))) return [];
  return noRateText(missing, speaker.locale);
}
