import type { Ledger } from '../ledger/ledger.ts';
import { maySayAnew, type SaidAnew } from '../understanding/continues/said-anew.ts';
import type { ConversationFields } from './capability.ts';
import type { Commanded } from './commanded.ts';
import { conversationId, conversationKind } from './conversation.ts';
import { inputOf, type Reader } from './reader.ts';
import type { OpenTurn, Talk } from './turn.ts';

const KEPT_MS = 10 * 60_000;
/** Longer words are no command that is said anew. */
const LONGEST = 80;

/** Words that say the last command here anew, and what becomes of it: of an `instead` the first one is taken back. */
export type Anew = SaidAnew & { before: Commanded };

/** Reads words as the last command here with something else in it; null where they are not, or something was done since. */
export async function readAnew<V>(
  { ledger, reader }: { ledger: Pick<Ledger, 'read'>; reader: Reader<V> },
  talk: Talk<V>,
  { text, cause }: { text: string; cause: string },
): Promise<Anew | null> {
  if (!maySayAnew(text)) return null;
  const conversation = await ledger.read(conversationKind, conversationId(talk.room, talk.speaker.id));
  const before = conversation?.commanded ?? null;
  if (conversation === null || before === null) return null;
  // The first half of it was done already.
  if (before.anew?.by === cause) return { kind: 'anew', text: before.anew.text, instead: true, before };
  if (!isLastDone(conversation, before) || talk.now.getTime() - before.at.getTime() > KEPT_MS) return null;
  const anew = await reader.saidAnew(before.text, inputOf(talk, text, { id: cause, conversation }), talk.viewer);
  return anew && { ...anew, before };
}

/** The last thing done here, or taken back here; words after something that was not understood mean that. */
function isLastDone({ undoable, undone, question, puzzledAt }: ConversationFields, { set, at }: Commanded): boolean {
  const isLast = undone === null ? undoable.at(-1) === set : !undoable.includes(set);
  return isLast && question === null && (puzzledAt === null || puzzledAt <= at);
}

/** Does what words ask for; of what did something, other than making or correcting a record of what was told, it keeps the words. */
export async function keepCommand<V>({ turn }: OpenTurn<V>, text: string, run: () => Promise<void>): Promise<void> {
  const { recent } = turn.conversation;
  await run();
  const { conversation, draft } = turn;
  const isDone = conversation.undoable.at(-1) === draft.setId && conversation.recent === recent;
  if (isDone && draft.cause.kind === 'message' && text.length <= LONGEST)
    turn.remember({ commanded: { text, set: draft.setId, at: turn.now } });
}
