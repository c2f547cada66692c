import type { Deal } from '../../crm/deal/deal.ts';
import { type Stage, type StagePreset, stagePath, stageRank } from '../../crm/deal/stages.ts';

/** One stage of the funnel: deals that stand in it now, their sums by currency, and the share that went on from it. */
export interface FunnelStage {
  stage: Stage;
  count: number;
  /** Integer minor units by currency. */
  amounts: Map<string, number>;
  /** Of the deals that ever reached this stage, the share that reached the next; null for the last, or with none. */
  conversion: number | null;
}

export interface Funnel {
  stages: FunnelStage[];
  lost: number;
  /** Open and won deals together. */
  totals: Total[];
}

/** The deals of one currency; `currency` null: those without an amount. */
export interface Total {
  currency: string | null;
  count: number;
  /** Integer minor units. */
  amount: number;
}

/**
 * The funnel of deals that were alive in a period: each stands in its present stage; conversion looks at the furthest
 * stage that each, lost ones too, ever reached.
 */
export function funnelOf(deals: readonly Deal[], preset: StagePreset): Funnel {
  const path = stagePath(preset);
  const reached = path.map((_, rank) => deals.filter((deal) => stageRank(preset, deal.furthest) >= rank).length);
  const stages = path.map((stage, rank): FunnelStage => {
    const here = deals.filter((deal) => deal.stage === stage);
    const [from, to] = [reached[rank] ?? 0, reached[rank + 1]];
    return {
      stage,
      count: here.length,
      amounts: sumOf(here),
      conversion: to === undefined || from === 0 ? null : to / from,
    };
  });
  const standing = deals.filter((deal) => deal.stage !== 'lost');
  return { stages, lost: deals.length - standing.length, totals: totalsOf(standing) };
}

/** A total for each currency, of most deals first; last what has no amount. */
function totalsOf(deals: readonly Deal[]): Total[] {
  const totals = [...sumOf(deals)].map(([currency, amount]): Total => {
    const count = deals.filter((deal) => deal.currency === currency && deal.amount !== null).length;
    return { currency, count, amount };
  });
  const silent = deals.length - totals.reduce((sum, { count }) => sum + count, 0);
  const sorted = totals.sort((left, right) => right.count - left.count);
  return silent === 0 ? sorted : [...sorted, { currency: null, count: silent, amount: 0 }];
}

function sumOf(deals: readonly Deal[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { amount, currency } of deals)
    if (amount !== null && currency !== null) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return new Map([...sums].sort(([left], [right]) => (left < right ? -1 : 1)));
}
