import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { LanguageModel, ProposalRequest } from '../../src/ports/language-model.ts';
import { understandWithModel } from '../../src/understanding/model/understand-with-model.ts';
import { createNameDirectory } from '../../src/understanding/people/create-name-directory.ts';
import type { Understanding } from '../../src/understanding/understanding.ts';

const promptCase = z.object({
  id: z.string(),
  lang: z.enum(['zh', 'en']),
  at: z.string(),
  timeZone: z.string(),
  /** Where the case comes from: `own`, `failure` (of a model) or `attack`, and what it is about. */
  origin: z.string(),
  text: z.string(),
  /** What a model answers, to be held against the text. */
  answer: z.unknown(),
  /** Slots as they must be read. */
  want: z.record(z.string(), z.unknown()),
  mustNot: z.object({
    /** Words that must not leave the house. */
    leave: z.array(z.string()),
    /** Values, by path, that must not come out. */
    read: z.record(z.string(), z.unknown()),
  }),
});
export type PromptCase = z.infer<typeof promptCase>;

const folder = new URL('../../prompts/understand/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

export const promptCases = (): PromptCase[] =>
  read('cases.jsonl')
    .trim()
    .split('\n')
    .map((line) => promptCase.parse(JSON.parse(line)));

/** What is wrong with a case's outcome: empty when it is right. Without a `live` model the case's own answer is played. */
export async function judgePromptCase(one: PromptCase, live?: LanguageModel): Promise<string[]> {
  const directory = createNameDirectory(JSON.parse(read('cases-directory.json')));
  const sent: string[] = [];
  const model: LanguageModel = {
    async propose<T>(request: ProposalRequest<T>) {
      sent.push(request.text);
      if (live !== undefined) return live.propose(request);
      const answer = request.schema.safeParse(one.answer);
      return answer.success ? answer.data : null;
    },
  };
  const { id, lang, at, timeZone, text } = one;
  const understood = await understandWithModel({ id, lang, at, timeZone, text }, directory, model);
  return [
    ...one.mustNot.leave.filter((words) => sent.some((body) => body.includes(words))).map((words) => `left: ${words}`),
    ...Object.entries(one.mustNot.read)
      .filter(([path, value]) => JSON.stringify(valueAt(understood, path)) === JSON.stringify(value))
      .map(([path, value]) => `read ${path} as ${JSON.stringify(value)}`),
    ...Object.entries(one.want)
      .filter(([slot, value]) => !holds(valueAt(understood, slot), value))
      .map(
        ([slot, value]) => `${slot}: want ${JSON.stringify(value)}, got ${JSON.stringify(valueAt(understood, slot))}`,
      ),
  ];
}

function valueAt(understood: Understanding, path: string): unknown {
  let value: unknown = understood;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return value ?? null;
}

/** Whether a value has at least what is wanted of it. */
function holds(value: unknown, want: unknown): boolean {
  if (Array.isArray(want))
    return Array.isArray(value) && value.length === want.length && want.every((one, index) => holds(value[index], one));
  if (typeof want !== 'object' || want === null) return value === want;
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(want).every(([key, one]) => holds((value as Record<string, unknown>)[key], one))
  );
}
