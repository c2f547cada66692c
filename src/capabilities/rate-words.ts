import { maySetRates } from '../access/rights.ts';
import type { Deal } from '../crm/deal/deal.ts';
import { noRateText } from '../crm/rate/no-rate-text.ts';
import type { Rate } from '../crm/rate/rate.ts';
import { type Reckoning, withoutRate } from '../crm/rate/reckon.ts';
import type { CrmTools, CrmTurn } from './crm-turn.ts';

/** A rate in a few signs: what one unit is worth (`7.2`), or so many (`100=4.7`). */
export const figureOf = (rate: Pick<Rate, 'of' | 'makes'> | undefined): string =>
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
