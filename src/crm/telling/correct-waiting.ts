import { toMinor } from '../../chat/format.ts';
import type { ToldDeal } from '../deal/tell-deal.ts';
import type { Team } from '../team/team.ts';
import type { Correction } from './amend-telling.ts';
import type { ReceiptFacts, Telling, Told } from './telling.ts';

const NOTHING: ToldDeal = { amount: null, currency: null, stage: null, closeDate: null };

/**
 * Corrects what was told of a deal while it is still open whose deal it is: nothing is written yet, so what is waiting
 * to be written changes, and the receipt says from what to what.
 */
export function correctWaiting(
  telling: Telling,
  told: Told,
  corrections: readonly Correction[],
  team: Pick<Team, 'currency'>,
): { telling: Telling; told: Told } {
  if (telling.account !== null) return { telling, told };
  const before = told.opportunity ?? NOTHING;
  const after = corrections.reduce<ToldDeal>(
    (deal, correction) => (correction.field === 'deal' ? withTold(deal, correction.to) : deal),
    before,
  );
  if (after === before) return { telling, told };
  const says: ReceiptFacts = { ...telling.says, deal: steps(before, after, team) };
  return { telling: { ...telling, says }, told: { ...told, opportunity: after } };
}

/** What was told of a deal, with what is told of it since. */
export const withTold = (deal: ToldDeal, to: ToldDeal): ToldDeal => ({
  ...deal,
  ...Object.fromEntries(Object.entries(to).filter(([, value]) => value !== null && value !== undefined)),
});

function steps(before: ToldDeal, after: ToldDeal, { currency: house }: Pick<Team, 'currency'>): ReceiptFacts['deal'] {
  const money = ({ amount, currency }: ToldDeal) => {
    const code = currency ?? house;
    return amount === null ? null : { minor: toMinor(amount, code), currency: code };
  };
  const step = <T>(from: T | null, to: T | null) =>
    to === null || JSON.stringify(from) === JSON.stringify(to) ? null : { from, to };
  return {
    isNew: false,
    amount: step(money(before), money(after)),
    stage: step(before.stage, after.stage),
    closeDate: step(before.closeDate, after.closeDate),
  };
}
