import { privately } from '../access/viewer-for.ts';
import type { QuestionFields } from '../chat/capability.ts';
import { moneyText } from '../chat/format.ts';
import { defineTexts } from '../chat/texts.ts';
import { settleDeal } from '../crm/telling/settle-customer.ts';
import type { DealQuestion } from '../crm/telling/tell-the-deal.ts';
import type { Telling, Told } from '../crm/telling/telling.ts';
import type { PreviousRecord } from '../understanding/amend/previous-record.ts';
import { type CrmTools, type CrmTurn, tellerOf } from './crm-turn.ts';
import { sayReceipt } from './say-receipt.ts';

/** What the open question "which deal?" remembers. */
interface DealChoice {
  about: 'deal';
  set: string;
  telling: Telling;
  told: Told;
  previous: PreviousRecord;
}

const wording = defineTexts({
  zh: { which: (customer: string) => `${customer}的哪个商机?`, newDeal: '新商机' },
  en: { which: (customer: string) => `Which deal of ${customer}?`, newDeal: 'New deal' },
});

/** Asks which of the customer's open deals was meant. */
export function askDeal(turn: CrmTurn, { deals }: DealQuestion, memo: DealChoice): void {
  const { locale } = turn.speaker;
  const texts = wording(locale);
  const label = ({ name, amount, currency }: DealQuestion['deals'][number]) =>
    amount === null || currency === null ? name : `${name} ${moneyText(amount, currency, locale)}`;
  turn.ask({
    text: texts.which(memo.telling.says.customer?.name ?? ''),
    choices: [
      ...deals.slice(0, 3).map((deal) => ({ label: label(deal), value: { deal: deal.id }, names: [deal.name] })),
      { label: texts.newDeal, value: { deal: null } },
    ],
    memo: memo as unknown as Record<string, unknown>,
  });
}

/** Whether an open question is this one. */
export const asksForDeal = ({ memo }: Pick<QuestionFields, 'memo'>): boolean => memo.about === 'deal';

/** Writes what was told of the deal to the one that was chosen, or to a new one. */
export async function chooseDeal(
  turn: CrmTurn,
  { memo }: Pick<QuestionFields, 'memo'>,
  choice: Record<string, unknown>,
  tools: CrmTools,
): Promise<void> {
  const { telling, told, previous, set } = memo as unknown as DealChoice;
  if (told.opportunity === null || telling.account === null) return;
  const account = await tools.stores.accounts.byId(privately(turn.viewer), telling.account);
  if (account === null) return;
  turn.draft.amends(set);
  const teller = await tellerOf(turn, tools);
  const deal = typeof choice.deal === 'string' ? choice.deal : null;
  const settled = await settleDeal(teller, telling, told.opportunity, account, deal);
  sayReceipt(turn, { telling: settled, told, previous, set }, teller.team);
}
