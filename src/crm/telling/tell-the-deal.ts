import type { Stored } from '../../ledger/change-set.ts';
import type { Account } from '../account/account.ts';
import { shortName } from '../account/create-account.ts';
import { type Deal, dealKind } from '../deal/deal.ts';
import { dealPatch, newDeal, opensDeal, type ToldDeal, tellsTooMuch } from '../deal/tell-deal.ts';
import type { Teller } from './teller.ts';
import type { ReceiptFacts } from './telling.ts';

/** Which of the account's open deals was meant? */
export interface DealQuestion {
  told: ToldDeal;
  deals: { id: string; name: string; amount: number | null; currency: string | null }[];
}

interface DealWritten {
  kind: 'written';
  deal: string;
  says: ReceiptFacts['deal'];
}

export type DealTold =
  | DealWritten
  | { kind: 'several'; question: DealQuestion }
  | { kind: 'none'; says: ReceiptFacts['deal'] };

/**
 * Writes what was told of the account's deal: a further one, or none open and enough told, opens one; one open is
 * changed, several are asked about. Any note is a touch of the account's open deals, so that they do not count as stale.
 */
export async function tellDeal(teller: Teller, told: ToldDeal | null, account: Stored<Account>): Promise<DealTold> {
  const open = await teller.stores.deals.openOfAccount(teller.viewer, account._id);
  const [only] = open;
  if (told?.isFurther === true && opensDeal(told, teller.team)) {
    for (const deal of open) touch(teller, deal);
    return openDeal(teller, told, account);
  }
  if (open.length > 1 && told !== null) {
    for (const deal of open) touch(teller, deal);
    return { kind: 'several', question: { told, deals: open.map(asChoice) } };
  }
  if (only === undefined) {
    if (told === null) return { kind: 'none', says: null };
    return opensDeal(told, teller.team) || (await isFirstLost(teller, told, account))
      ? openDeal(teller, told, account)
      : { kind: 'none', says: leftOut(teller, told) };
  }
  if (told === null) {
    for (const deal of open) touch(teller, deal);
    return open.length === 1 ? { kind: 'written', deal: only._id, says: null } : { kind: 'none', says: null };
  }
  return { kind: 'written', deal: only._id, says: changeDeal(teller, only, told) };
}

/** What is lost was a deal, also where nobody had told of it; said once more of one that is closed it is none. */
async function isFirstLost({ stores }: Teller, told: ToldDeal, { _id }: Stored<Account>): Promise<boolean> {
  return told.stage === 'lost' && (await stores.deals.ofAccounts([_id])).length === 0;
}

/** Changes one deal as told and returns what the receipt says of it; null where nothing differs. */
export function changeDeal(
  { draft, team, now }: Teller,
  deal: Stored<Deal>,
  told: ToldDeal,
  options: { corrected?: boolean } = {},
): ReceiptFacts['deal'] {
  const patch = dealPatch(deal, told, team, { now, ...options });
  draft.change(dealKind, deal, { ...patch, touchedAt: now });
  const tooLarge = tellsTooMuch(told, deal, team);
  if (Object.keys(patch).length === 0 && !tooLarge) return null;
  return { ...dealSays(deal, { ...deal, ...patch }, false), tooLarge };
}

/** Opens a deal as told. */
export function openDeal({ draft, team, now }: Teller, told: ToldDeal, account: Stored<Account>): DealWritten {
  const id = draft.newId('deal');
  const deal = newDeal(
    told,
    { account: account._id, accountName: shortName(account), owner: account.owner },
    team,
    now,
  );
  draft.create(dealKind, id, deal);
  return {
    kind: 'written',
    deal: id,
    says: { ...dealSays(null, deal, true), tooLarge: tellsTooMuch(told, null, team) },
  };
}

/** An amount too large to keep, and nothing else of a deal. */
function leftOut({ team }: Teller, told: ToldDeal): ReceiptFacts['deal'] {
  const nothing = { isNew: false, amount: null, stage: null, closeDate: null };
  return tellsTooMuch(told, null, team) ? { ...nothing, tooLarge: true } : null;
}

/** Whether a receipt says that anything of a deal was written. */
export const wroteDeal = (says: ReceiptFacts['deal']): boolean =>
  says !== null &&
  [says.amount, says.stage, says.closeDate, says.pausedUntil, says.lostReason].some((one) => one != null);

function dealSays(before: Deal | null, after: Deal, isNew: boolean): NonNullable<ReceiptFacts['deal']> {
  const money = (deal: Deal | null) =>
    deal === null || deal.amount === null || deal.currency === null
      ? null
      : { minor: deal.amount, currency: deal.currency };
  const amount = money(after);
  const amountChanged = before?.amount !== after.amount || before?.currency !== after.currency;
  return {
    isNew,
    amount: amount !== null && amountChanged ? { from: money(before), to: amount } : null,
    stage: before?.stage === after.stage ? null : { from: before?.stage ?? null, to: after.stage },
    closeDate:
      after.closeDate === null || before?.closeDate === after.closeDate
        ? null
        : { from: before?.closeDate ?? null, to: after.closeDate },
    pausedUntil:
      after.pausedUntil === null || before?.pausedUntil === after.pausedUntil
        ? null
        : { from: before?.pausedUntil ?? null, to: after.pausedUntil },
    lostReason: before?.lostReason === after.lostReason ? null : after.lostReason,
  };
}

function touch({ draft, now }: Teller, deal: Stored<Deal>): void {
  if (deal.touchedAt === null || deal.touchedAt < now) draft.change(dealKind, deal, { touchedAt: now });
}

const asChoice = ({ _id, name, amount, currency }: Stored<Deal>) => ({ id: _id, name, amount, currency });
