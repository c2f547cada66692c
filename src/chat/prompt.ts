import type { Draft } from '../ledger/ledger.ts';
import type { ConversationFields, Prompt, Said } from './capability.ts';
import { conversationId, conversationKind, newConversation } from './conversation.ts';
import type { Address } from './message.ts';
import { showAt } from './shown-at.ts';

const KEPT_MS = 24 * 3_600_000;

/** Lets the free words that come next in a talk be about what was asked there. */
export const setPrompt = (draft: Draft, room: string, person: string, prompt: Prompt): Promise<void> =>
  recall(draft, room, person, { prompt });

/** Of questions that are asked again in one message the last is the one that a number answers, wherever it was asked first. */
export async function setQuestions(draft: Draft, to: Address, person: string, ids: readonly string[], row: string) {
  await showAt(draft, ids, { adapter: to.adapter, row });
  await recall(draft, to.room, person, { question: ids.at(-1) ?? null });
}

async function recall(
  draft: Draft,
  room: string,
  person: string,
  open: Partial<Pick<ConversationFields, 'prompt' | 'question'>>,
): Promise<void> {
  const id = conversationId(room, person);
  const record = await draft.read(conversationKind, id);
  if (record === null) draft.create(conversationKind, id, { ...newConversation(room, person), ...open });
  else draft.change(conversationKind, record, open);
}

/** What was asked here last and not answered: nothing once another customer has been spoken of since, or where these words correct a record. */
export function openPrompt({ prompt, recent }: Readonly<ConversationFields>, said: Said, now: Date): Prompt | null {
  if (prompt == null || said.follows?.kind === 'amendment' || now.getTime() - prompt.at.getTime() > KEPT_MS)
    return null;
  const broken = recent.some(
    ({ at, previous: { account } }) => at > prompt.at && account !== null && account.id !== prompt.account,
  );
  return broken ? null : prompt;
}
