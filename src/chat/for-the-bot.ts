import type { Ledger } from '../ledger/ledger.ts';
import type { ConversationFields } from './capability.ts';
import type { IncomingEvent } from './chat-adapter.ts';
import { asksForAll } from './choose.ts';
import { conversationId, conversationKind, questionKind, shortKey } from './conversation.ts';
import { isDirect } from './message.ts';
import { setOfRow } from './outbox-row.ts';
import { choiceIn } from './pending-question.ts';
import type { Talk } from './turn.ts';

/** The bot's name as one types it where the platform has no mentions: not part of an address or of a longer name. */
const NAME = /(?<![\w.+-])[@＠](?:genjin(?![\w-]|\.\w)|跟进)[ \t\u3000,，:：、]*/giu;

/** Who has dealt with the bot in a group this lately may answer it there without naming it. */
const ASKED_MS = 30 * 60_000;

export const withoutName = (text: string): string => text.replace(NAME, ' ').trim();

/** `answer`: for the bot only as far as it answers what the bot asked. */
export type ForTheBot = 'addressed' | 'answer';

/**
 * Whether the bot is meant; null: people talk to each other. In a group it is where they name it, reply to what it said
 * or took in, or answer what it asked of them there.
 */
export async function forTheBot(
  ledger: Pick<Ledger, 'read' | 'findSet'>,
  { room, speaker, now }: Talk<unknown>,
  event: IncomingEvent & { kind: 'message' | 'edit' | 'thing' },
): Promise<ForTheBot | null> {
  if (isDirect(room) || event.addressed === true) return 'addressed';
  if (event.kind === 'thing') return null;
  if (withoutName(event.text) !== event.text.trim()) return 'addressed';
  if (event.kind === 'edit') return null;
  const { replyTo, text } = event;
  if (replyTo !== undefined)
    return (await ledger.findSet(setOfRow(replyTo) ?? shortKey(replyTo))) === null ? null : 'addressed';
  const conversation = await ledger.read(conversationKind, conversationId(room, speaker.id));
  const lately = now.getTime() - (conversation?.wroteAt?.getTime() ?? 0) <= ASKED_MS;
  return conversation !== null && lately && (await answers(ledger, conversation, text)) ? 'answer' : null;
}

/** Whether words pick one of an open question's choices, or come after the bot has asked for free words. */
async function answers(
  ledger: Pick<Ledger, 'read'>,
  { question: id, amending, prompt }: ConversationFields,
  text: string,
): Promise<boolean> {
  if (amending !== null || prompt != null) return true;
  const question = id === null ? null : await ledger.read(questionKind, id);
  return question?.open === true && (choiceIn(text.trim(), question) !== null || asksForAll(text, question));
}
