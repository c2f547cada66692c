import type { Deal } from '../../crm/deal/deal.ts';
import { type Stage, type StagePreset, stagePath, stageRank } from '../../crm/deal/stages.ts';
import { type Reckoning, type Sums, sumsOf, together } from '../../crm/rate/reckon.ts';

/** One stage of the funnel: deals that stand in it now, their sums by currency, and the share that went on from it. */
export interface FunnelStage {
  stage: Stage;
  count: number;
  /** Integer minor units by currency. */
  amounts: Sums;
  /** Of the deals that ever reached this stage, the share that reached the next; null for the last, or with none. */
  conversion: number | null;
}

export interface Funnel {
  stages: FunnelStage[];
  lost: number;
  /** Open and won deals together. */
  totals: Total[];
}

/** Deals whose amounts are added up: those of the company's currency with all that it has rates for, or those of one other. */
export interface Total {
  /** Null: the deals without an amount. */
  currency: string | null;
  count: number;
  /** Integer minor units. */
  amount: number;
  /** What of it is in other currencies, and was reckoned. */
  foreign?: Sums;
}

/**
 * The funnel of deals that were alive in a period: each stands in its present stage; conversion looks at the furthest
 * stage that each, lost ones too, ever reached.
 */
export function funnelOf(deals: readonly Deal[], preset: StagePreset, reckoning: Reckoning): Funnel {
  const path = stagePath(preset);
  const reached = path.map((_, rank) => deals.filter((deal) => stageRank(preset, deal.furthest) >= rank).length);
  const stages = path.map((stage, rank): FunnelStage => {
    const here = deals.filter((deal) => deal.stage === stage);
    const [from, to] = [reached[rank] ?? 0, reached[rank + 1]];
    return {
      stage,
      count: here.length,
      amounts: sumsOf(here),
      conversion: to === undefined || from === 0 ? null : to / from,
    };
  });
  const standing = deals.filter((deal) => deal.stage !== 'lost');
  return { stages, lost: deals.length - standing.length, totals: totalsOf(standing, reckoning) };
}

/** One total as far as there are rates, and one for each currency without, those of most deals first; last what has no amount. */
function totalsOf(deals: readonly Deal[], reckoning: Reckoning): Total[] {
  const { own, foreign, others } = together(reckoning, sumsOf(deals));
  const countOf = (isOne: (currency: string) => boolean) =>
    deals.filter(({ amount, currency }) => amount !== null && currency !== null && isOne(currency)).length;
  const known = { currency: reckoning.currency, count: countOf((one) => !others.has(one)), amount: own ?? 0 };
  const rest = [...others]
    .map(([currency, amount]) => ({ currency, count: countOf((one) => one === currency), amount }))
    .sort((left, right) => right.count - left.count);
  const totals: Total[] = [...(own === null ? [] : [foreign.size === 0 ? known : { ...known, foreign }]), ...rest];
  const silent = deals.length - totals.reduce((sum, { count }) => sum + count, 0);
  return silent === 0 ? totals : [...totals, { currency: null, count: silent, amount: 0 }];
}
