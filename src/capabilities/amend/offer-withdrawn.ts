import type { Telling } from '../../crm/telling/telling.ts';
import { NO_OFFER } from '../../understanding/intent/words/deal-words.ts';
import type { Doubt } from '../../understanding/open/heard.ts';

/** 方案不发了 soon after the record that moved the deal by it: whether the stage is what it was before is asked, as no stage steps back unasked. */
export function offerWithdrawn(words: string, { says }: Telling): Doubt[] {
  const { from, to } = says.deal?.stage ?? { from: null, to: null };
  if (to !== 'proposal' || (from !== 'contacted' && from !== 'needs') || !NO_OFFER.test(words.toLowerCase())) return [];
  return [{ choices: [{ field: 'opportunity.stage', to: from }], missing: null }];
}
