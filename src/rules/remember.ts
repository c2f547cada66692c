import type { Draft } from '../ledger/ledger.ts';
import { type Nudge, nudgeId, nudgeKind } from './nudge.ts';

/** Writes what has been named, over what was remembered before. */
export async function remember(draft: Draft, nudge: Nudge): Promise<void> {
  const id = nudgeId(nudge.rule, nudge.subject, nudge.recipient);
  const known = await draft.read(nudgeKind, id);
  if (known === null) draft.create(nudgeKind, id, nudge);
  else draft.change(nudgeKind, known, nudge);
}
