import { understandInput, understandOutput, understandPrompt } from '../../../prompts/understand/prompt.ts';
import type { LanguageModel } from '../../ports/language-model.ts';
import { type Reading, readMessage } from '../intent/reading.ts';
import type { NameDirectory } from '../name-directory.ts';
import { understandReading } from '../understand.ts';
import type { MessageInput, Understanding } from '../understanding.ts';
import { bearOut } from './bear-out.ts';
import { isDoubtful } from './doubts.ts';
import { fillIn } from './fill-in.ts';
import { findSecrets } from './find-secrets.ts';
import { maskText } from './mask-text.ts';

/** What the model may take of the 2.5 s that a person may be kept waiting: the rest is for reading, masking and a busy machine. */
const BUDGET_MS = 2_200;

/**
 * Like `understand`, with a second reader for what the rules left open: it is shown the masked text alone and may only
 * point at words of it. Where the rules are sure, without a model, or when it fails, the rules' result. Never rejects.
 */
export async function understandWithModel(
  input: MessageInput,
  directory: NameDirectory,
  model: LanguageModel | undefined,
): Promise<Understanding> {
  const reading = readMessage(input, directory);
  const read = understandReading(reading);
  if (model === undefined || !isDoubtful(reading, read)) return read;
  try {
    return await secondReading(reading, read, directory, model);
  } catch {
    return read;
  }
}

async function secondReading(
  reading: Reading,
  read: Understanding,
  directory: NameDirectory,
  model: LanguageModel,
): Promise<Understanding> {
  const { input } = reading;
  const masked = maskText(input.text, findSecrets(input, directory));
  const proposal = await model.propose({
    prompt: understandPrompt.id,
    instructions: understandPrompt.instructions,
    text: JSON.stringify(understandInput.parse({ text: masked.text })),
    schema: understandOutput,
    person: input.context?.sender ?? '',
    about: input.id,
    budgetMs: BUDGET_MS,
  });
  if (proposal === null) return read;
  return fillIn(reading, read, proposal, bearOut(reading, directory, masked), understandPrompt.id);
}
