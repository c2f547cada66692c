import type { Stored } from '../ledger/change-set.ts';
import type { Capability, QuestionFields } from './capability.ts';
import { questionKind } from './conversation.ts';
import type { OpenTurn } from './turn.ts';

/** Closes a question with one of its choices, lets its capability go on, and asks the one that was open before. */
export async function answerQuestion<V>(
  open: OpenTurn<V>,
  capabilities: readonly Capability<V>[],
  question: Stored<QuestionFields>,
  choice: number,
): Promise<void> {
  const { turn } = open;
  const { draft } = turn;
  const chosen = question.choices[choice];
  const capability = capabilities.find(({ name }) => name === question.capability);
  if (chosen === undefined || capability?.answered === undefined)
    throw new Error(`nobody takes answers for ${question.capability}`);
  draft.change(questionKind, question, { open: false, answer: chosen.label });
  const next = turn.conversation.question === question._id ? await earlierOpen(open, question) : null;
  if (turn.conversation.question === question._id) turn.remember({ question: next?._id ?? null });
  open.by(capability.name);
  await capability.answered(turn, { ...question, id: question._id }, chosen.value);
  await open.closes(question, chosen.label);
  if (next !== null && turn.conversation.question === next._id) await open.asksAgain(next);
}

async function earlierOpen<V>({ turn }: OpenTurn<V>, question: QuestionFields): Promise<Stored<QuestionFields> | null> {
  for (let id = question.earlier; id !== null; ) {
    const earlier: Stored<QuestionFields> | null = await turn.draft.read(questionKind, id);
    if (earlier === null || earlier.open) return earlier;
    id = earlier.earlier;
  }
  return null;
}
