import { minorDigits } from '../../chat/format.ts';
import type { Deal } from '../deal/deal.ts';
import type { Team } from '../team/team.ts';

/** How the company adds up money: its own currency, and what it has set others to be worth in it. */
export type Reckoning = Pick<Team, 'currency' | 'rates'>;

/** What of a deal says how big it is. */
type Sized = Pick<Deal, 'amount' | 'currency'>;

/**
 * Minor units of a currency in those of the company's own: exact, rounded once, halves up; null where no rate is set.
 * What is on record stays as it is.
 */
export function inOwn({ currency: own, rates }: Reckoning, minor: number, currency: string): number | null {
  if (currency === own) return minor;
  const rate = rates.get(currency);
  if (rate === undefined) return null;
  const [of, makes] = [scaled(rate.of), scaled(rate.makes)];
  const over = BigInt(minor) * makes.digits * 10n ** BigInt(of.places + minorDigits(own));
  const under = of.digits * 10n ** BigInt(makes.places + minorDigits(currency));
  return Number((2n * over + under) / (2n * under));
}

/** A decimal as a whole number and its places behind the point. */
function scaled(decimal: string): { digits: bigint; places: number } {
  const [whole = '', behind = ''] = decimal.split('.');
  return { digits: BigInt(whole + behind), places: behind.length };
}

/** By what deals are ranked: minor units of the company's own currency; without a rate a unit counts as one of its own. */
export function sizeOf(reckoning: Reckoning, { amount, currency }: Sized): number {
  if (amount === null || currency === null) return 0;
  const known = inOwn(reckoning, amount, currency);
  return known ?? amount * 10 ** (minorDigits(reckoning.currency) - minorDigits(currency));
}

/** Whether a sum is as much as another one (minor units); of two currencies only where there are rates for it. */
export function isAtLeast(
  reckoning: Reckoning,
  sum: { amount: number; currency: string },
  least: { amount: number; currency: string },
): boolean {
  if (sum.currency === least.currency) return sum.amount >= least.amount;
  const [one, other] = [sum, least].map(({ amount, currency }) => inOwn(reckoning, amount, currency));
  return one != null && other != null && one >= other;
}

/** Sums by currency, minor units. */
export type Sums = ReadonlyMap<string, number>;

export function sumsOf(deals: readonly Sized[]): Sums {
  const sums = new Map<string, number>();
  for (const { amount, currency } of deals)
    if (amount !== null && currency !== null) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return new Map([...sums].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** Sums put together as far as there are rates: `own` in the company's currency, what of it was reckoned (the most first), and the rest. */
interface Together {
  /** Null where nothing is in the company's currency, and nothing can be reckoned in it. */
  own: number | null;
  foreign: Sums;
  others: Sums;
}

export function together(reckoning: Reckoning, sums: Sums): Together {
  const known = [...sums].flatMap(([currency, minor]) => {
    const own = inOwn(reckoning, minor, currency);
    return own === null ? [] : [{ currency, own }];
  });
  const isKnown = new Set(known.map(({ currency }) => currency));
  return {
    own: known.length === 0 ? null : known.reduce((sum, { own }) => sum + own, 0),
    foreign: new Map(
      known
        .filter(({ currency }) => currency !== reckoning.currency)
        .sort((left, right) => right.own - left.own)
        .map(({ currency }) => [currency, sums.get(currency) ?? 0]),
    ),
    others: new Map([...sums].filter(([currency]) => !isKnown.has(currency))),
  };
}

/** The currencies of these deals that cannot be reckoned in the company's own. */
export function withoutRate({ currency: own, rates }: Reckoning, deals: readonly Sized[]): string[] {
  const all = deals.flatMap(({ amount, currency }) => (amount === null || currency === null ? [] : [currency]));
  return [...new Set(all)].filter((currency) => currency !== own && !rates.has(currency)).sort();
}
