import type { Telling } from '../../crm/telling/telling.ts';
import type { Doubt, Remarks } from '../../understanding/open/heard.ts';

/** 方案不发了 soon after the record that moved the deal by it: whether the stage is what it was is asked, as none steps back unasked. */
export function offerWithdrawn({ noOffer }: Remarks, { says }: Telling): Doubt[] {
  const { from, to } = says.deal?.stage ?? { from: null, to: null };
  if (!noOffer || to !== 'proposal' || (from !== 'contacted' && from !== 'needs')) return [];
  return [{ choices: [{ field: 'opportunity.stage', to: from }], missing: null }];
}
