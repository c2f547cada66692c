import type { Said } from '../../chat/capability.ts';
import { type ToldCustomer, writeTelling } from '../../crm/telling/write-telling.ts';
import { type CrmTools, type CrmTurn, tellerOf, todayOf } from '../crm-turn.ts';
import { askOpenFields } from '../open-fields.ts';
import { sayReceipt } from '../say-receipt.ts';
import { tellAssignees } from '../tell-assignees.ts';
import { tellItsOwner } from '../tell-owner.ts';
import { previousOf, toldOf } from '../told-of.ts';
import { askDeal } from '../which-deal.ts';
import { withRenewal } from './with-renewal.ts';

/**
 * Logs a message about a customer that is settled, and asks what it leaves open: which deal of several, which value of
 * two. `does`: the step that it is the answer to.
 */
export async function logFor(
  turn: CrmTurn,
  heard: Said,
  customer: NonNullable<ToldCustomer>,
  tools: CrmTools,
  does?: string,
): Promise<void> {
  const said = withRenewal(heard, todayOf(turn));
  const teller = await tellerOf(turn, tools);
  const told = { ...toldOf(said.understanding), ...(does === undefined ? {} : { does }) };
  const note = said.whole ?? said.text;
  const { telling: written, question } = await writeTelling(teller, told, customer, note);
  const telling = await tellItsOwner(turn, written, note, tools);
  await tellAssignees(turn, telling, tools);
  const previous = previousOf(said.understanding, todayOf(turn), customer);
  const set = turn.draft.setId;
  const people = said.spoken ? { people: said.understanding.contacts.map(({ name, mention }) => name ?? mention) } : {};
  const kept = sayReceipt(turn, { telling, told, previous, set, ...people }, teller.team);
  if (question !== null) askDeal(turn, question, { about: 'deal', set, telling: kept, told, previous });
  await askOpenFields(turn, set, said.understanding.remarks.doubts, teller.team, question === null ? 0 : 1);
}
