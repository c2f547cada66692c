import { privately } from '../../access/viewer-for.ts';
import type { RecentRecord } from '../../chat/capability.ts';
import { amendLog } from '../../crm/telling/amend-log.ts';
import type { Correction } from '../../crm/telling/amend-telling.ts';
import { PersonError } from '../../errors.ts';
import type { FieldChange } from '../../understanding/amend/amend.ts';
import { corrected, correctionFor } from '../corrections.ts';
import { type CrmTools, type CrmTurn, tellerOf } from '../crm-turn.ts';
import { logMemo, sayReceipt } from '../say-receipt.ts';
import { tellItsOwner } from '../tell-owner.ts';
import { keepCorrection } from './keep-correction.ts';
import { amendTexts } from './texts.ts';

/** Corrects fields of a record in one set and says its receipt anew. `words`: what was typed; null for a button or form. */
export async function applyChanges(
  turn: CrmTurn,
  record: RecentRecord,
  changes: FieldChange[],
  words: string | null,
  tools: CrmTools,
): Promise<void> {
  const corrections: Correction[] = [];
  let previous = record.previous;
  for (const change of changes) {
    const correction = await correctionFor(change, privately(turn.viewer), tools.stores);
    if (correction === null) {
      turn.whisper({ text: amendTexts(turn.speaker.locale).unknownCustomer });
      return;
    }
    corrections.push(correction);
    previous = corrected(previous, change);
  }
  const log = logMemo(record);
  const teller = await tellerOf(turn, tools);
  turn.draft.amends(record.set);
  await keepCorrection(turn, record, changes, words);
  const amended = await amendLog(teller, log, corrections);
  if (amended.telling === log.telling) throw new PersonError(amendTexts(turn.speaker.locale).unchanged);
  const telling = words === null ? amended.telling : await tellItsOwner(turn, amended.telling, words, tools);
  sayReceipt(turn, { ...amended, telling, previous, set: record.set }, teller.team, 'amended');
}
