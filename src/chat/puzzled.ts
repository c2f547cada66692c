import { answers } from '../understanding/answers/answers.ts';
import { ASKS } from '../understanding/continues/goes-on.ts';
import type { RecentRecord } from './capability.ts';
import { lastWithin } from './last-record.ts';
import { SAY } from './say.ts';
import { chatTexts } from './texts-chat.ts';
import type { OpenTurn } from './turn.ts';
import { clip } from './width.ts';

const PUZZLED_MS = 10 * 60_000;
/** Columns of a customer's name in a question. */
const MOST_OF_NAME = 24;
const LEAST_SIGNS = 3;
const WISHES_TO_SEE = /^(?:那|就)?(?:只|仅|光|看|查|列)|^(?:only|just the|list|see|check)\b/iu;

/**
 * Words that tell nothing by themselves may be about the new customer that they name, else about the one just spoken of:
 * a tap or a yes says them again with its name.
 */
export function puzzled<V>({ turn }: OpenTurn<V>, text = '', newName: string | null = null): void {
  const texts = chatTexts(turn.speaker.locale);
  const { puzzledAt, recent } = turn.conversation;
  const again = puzzledAt !== null && turn.now.getTime() - puzzledAt.getTime() < PUZZLED_MS;
  turn.remember({ puzzledAt: turn.now, offered: null });
  const help = { label: texts.help, action: SAY, args: { text: texts.help } };
  const last = lastWithin(recent, turn.now);
  const known = last?.previous.account?.mention ?? last?.previous.account?.name ?? null;
  const name = newName ?? (known !== null && text.startsWith(known) ? null : known);
  if (name !== null && mayTell(text)) {
    const said = newName === null ? `${name} ${text}` : texts.ofNew(name) + text;
    turn.remember({ offered: { text: said, after: lastSet(recent) } });
    const log = { label: texts.log, action: SAY, args: { text: said } };
    const asks = newName === null ? texts.isItAbout : texts.isItNew;
    turn.whisper({ text: asks(clip(name, MOST_OF_NAME)), buttons: [log, help] });
  } else if (again) turn.whisper({ text: texts.notUnderstoodAgain, buttons: [help] });
  else turn.whisper({ text: texts.notUnderstood });
}

const lastSet = (recent: readonly RecentRecord[]): string => recent.at(-1)?.set ?? '';

/** More than a word, and neither a question nor a wish to see something. */
const mayTell = (text: string): boolean =>
  [...text.replace(/[\s\p{P}]/gu, '')].length >= LEAST_SIGNS && !ASKS.test(text) && !WISHES_TO_SEE.test(text);

/** What the next words answer to that: the words to be said, taken or not; null where they answer nothing, or a record was made since. */
export function answeredOffer<V>({ turn }: OpenTurn<V>, text: string): { text: string; taken: boolean } | null {
  const { offered, puzzledAt, wroteAt, recent } = turn.conversation;
  if (offered == null || puzzledAt === null || turn.now.getTime() - puzzledAt.getTime() >= PUZZLED_MS) return null;
  if (wroteAt?.getTime() !== puzzledAt.getTime() || lastSet(recent) !== offered.after) return null;
  const isLabel = text === chatTexts(turn.speaker.locale).log;
  const answer = isLabel ? 'yes' : answers({ kind: 'yesNo' }, text)?.kind;
  return answer === undefined ? null : { text: offered.text, taken: answer === 'yes' };
}
