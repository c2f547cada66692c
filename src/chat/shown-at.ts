import { buttonKind } from '../ledger/button.ts';
import type { ChangeSet, Stored } from '../ledger/change-set.ts';
import type { Draft } from '../ledger/ledger.ts';
import type { QuestionFields, ShownAt } from './capability.ts';
import { questionKind } from './conversation.ts';
import type { Address, ButtonDraft, Message } from './message.ts';
import { setOfRow } from './outbox-row.ts';
import { BUBBLE, clip } from './width.ts';

/** Notes that questions stand in a message, by its row. */
export async function showAt(draft: Draft, ids: readonly string[], { adapter, row }: Omit<ShownAt, 'others'>) {
  for (const question of await draft.readAll(questionKind, ids)) {
    if (question === null) continue;
    const others = ids.filter((id) => id !== question._id);
    draft.change(questionKind, question, { shownAt: [...(question.shownAt ?? []), { adapter, row, others }] });
  }
}

/**
 * Shows a question as answered where it stands on other platforms, its buttons gone. A card of its own gives way to the
 * answer; a receipt or a list that it stands in keeps what else it says.
 */
export async function closeElsewhere(
  draft: Draft,
  findSet: (id: string) => Promise<ChangeSet | null>,
  { shownAt = [], ...question }: Stored<QuestionFields>,
  answer: string,
  here: Address,
): Promise<void> {
  for (const { adapter, row, others } of shownAt) {
    const set = adapter === here.adapter ? null : await findSet(setOfRow(row) ?? '');
    const message = set?.messages.find(({ id }) => id === row)?.message;
    if (message === undefined) continue;
    const to = { ...here, adapter };
    if (message.text === question.text) {
      draft.send(to, { text: `${question.text}\n✓ ${answer}` }, { replaces: row, corrects: row });
      continue;
    }
    const buttons = await otherButtons(draft, message, question._id);
    const last = buttons.length < (message.buttons?.length ?? 0);
    const text = answered(message.text, question.text, answer, last);
    if (text === null) continue;
    const fresh = draft.send(to, { text, buttons }, { replaces: row });
    for (const other of await draft.readAll(questionKind, others))
      if (other !== null) {
        const moved = other.shownAt?.map((place) => (place.row === row ? { ...place, row: fresh } : place));
        draft.change(questionKind, other, { shownAt: moved ?? [] });
      }
  }
}

/** The buttons of a message that are not this question's. */
async function otherButtons(draft: Draft, { buttons = [] }: Message, question: string): Promise<ButtonDraft[]> {
  const kept = await draft.readAll(
    buttonKind,
    buttons.map(({ id }) => id),
  );
  return buttons.flatMap(({ label }, at) => {
    const button = kept[at] ?? null;
    return button === null || button.args.question === question
      ? []
      : [{ label, action: button.action, args: button.args }];
  });
}

/** A text with its question, the last one or the first of those words, as answered; null where it is not in it. */
function answered(text: string, question: string, answer: string, last: boolean): string | null {
  for (const words of [question, clip(question, BUBBLE)]) {
    const at = last ? text.lastIndexOf(words) : text.indexOf(words);
    if (at < 0) continue;
    const line = clip(`✓ ${answer} · ${question.replaceAll('\n', ' ')}`, BUBBLE);
    return `${text.slice(0, at)}${line}${text.slice(at + words.length)}`;
  }
  return null;
}
