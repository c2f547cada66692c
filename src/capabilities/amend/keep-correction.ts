import type { RecentRecord } from '../../chat/capability.ts';
import { interactionKind } from '../../crm/interaction/interaction.ts';
import { correctionKind } from '../../crm/telling/kept-correction.ts';
import type { FieldChange } from '../../understanding/amend/amend.ts';
import type { CrmTurn } from '../crm-turn.ts';
import { logMemo } from '../say-receipt.ts';

/** Keeps a correction beside what it corrects, as a case that understanding is held against. `words`: null for a button. */
export async function keepCorrection(
  { draft, speaker, now }: CrmTurn,
  record: RecentRecord,
  changes: readonly FieldChange[],
  words: string | null,
): Promise<void> {
  const { interaction: id } = logMemo(record).telling;
  const interaction = id === null ? null : await draft.read(interactionKind, id);
  draft.create(correctionKind, draft.newId('correction'), {
    origin: record.set,
    by: speaker.id,
    zone: speaker.zone,
    note: interaction === null ? null : { text: interaction.note, at: interaction.createdAt },
    words,
    at: now,
    previous: record.previous,
    changes,
  });
}
