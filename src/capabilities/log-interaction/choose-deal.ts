import { privately } from '../../access/viewer-for.ts';
import { settleDeal } from '../../crm/telling/settle-customer.ts';
import type { Telling, Told } from '../../crm/telling/telling.ts';
import type { PreviousRecord } from '../../understanding/amend/previous-record.ts';
import { type CrmTools, type CrmTurn, tellerOf } from '../crm-turn.ts';
import { sayReceipt } from '../say-receipt.ts';

/** What the open question "which deal?" remembers. */
export interface DealChoice {
  about: 'deal';
  set: string;
  telling: Telling;
  told: Told;
  previous: PreviousRecord;
}

/** Writes what was told of the deal to the one that was chosen, or to a new one. */
export async function chooseDeal(
  turn: CrmTurn,
  asked: DealChoice,
  choice: Record<string, unknown>,
  tools: CrmTools,
): Promise<void> {
  const { telling, told, previous, set } = asked;
  if (told.opportunity === null || telling.account === null) return;
  const account = await tools.stores.accounts.byId(privately(turn.viewer), telling.account);
  if (account === null) return;
  turn.draft.amends(set);
  const teller = await tellerOf(turn, tools);
  const deal = typeof choice.deal === 'string' ? choice.deal : null;
  const settled = await settleDeal(teller, telling, told.opportunity, account, deal);
  sayReceipt(turn, { telling: settled, told, previous, set }, teller.team);
}
