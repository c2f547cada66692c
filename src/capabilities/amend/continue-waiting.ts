import type { RecentRecord } from '../../chat/capability.ts';
import { addToWaiting } from '../../crm/telling/add-to-waiting.ts';
import type { Heard } from '../../understanding/open/heard.ts';
import { type CrmTools, type CrmTurn, tellerOf } from '../crm-turn.ts';
import { logMemo, sayReceipt } from '../say-receipt.ts';
import { toldOf } from '../told-of.ts';

/** Adds further words to a record whose customer is still asked about; they are filed with it once that is answered. */
export async function continueWaiting(
  turn: CrmTurn,
  record: RecentRecord,
  understanding: Heard,
  text: string,
  tools: CrmTools,
): Promise<void> {
  const { set, previous: before } = record;
  const teller = await tellerOf(turn, tools);
  turn.draft.amends(set);
  const grown = await addToWaiting(teller, logMemo(record), toldOf(understanding), text);
  const previous = {
    ...before,
    tasks: [...before.tasks, ...understanding.tasks],
    contactFacts: [...(before.contactFacts ?? []), ...understanding.contactFacts],
    opportunity: understanding.opportunity ?? before.opportunity,
  };
  sayReceipt(turn, { ...grown, previous, set }, teller.team, 'amended');
}
