import type { Message, MessageDraft } from '../../chat/message.ts';
import type { ChangeSet } from '../../ledger/change-set.ts';

/** A second look at a message before it leaves: as it is, not at all, these words instead, or not before that instant. */
export type Recheck = (
  facts: Record<string, unknown>,
  person: string | null,
) => Promise<'send' | 'drop' | Message | Date>;

/** New words for a message that has been committed: its buttons keep the ids under which they were stored. */
export function rewritten(set: ChangeSet, draft: MessageDraft): 'send' | Message {
  const [committed] = set.messages;
  if (committed === undefined || committed.message.text === draft.text) return 'send';
  const stored = committed.message.buttons ?? [];
  const labels = new Set((draft.buttons ?? []).map(({ label }) => label));
  return { text: draft.text, buttons: stored.filter(({ label }) => labels.has(label)) };
}
