import type { z } from 'zod';

/** `wrong`: what to tell the model to mend, in field names and kinds of fault alone. */
export type ParsedAnswer<T> = { kind: 'value'; value: T } | { kind: 'wrong'; faults: string };

const MOST_TRIES = 5;
const MOST_FAULTS = 8;

/** The first JSON object in an answer, whatever fence, thought or chatter stands around it, held against the schema. */
export function parseAnswer<T>(answer: string, schema: z.ZodType<T>): ParsedAnswer<T> {
  const found = firstObject(answer.replace(/<think>[\s\S]*?<\/think>/g, ''));
  if (found === undefined) return { kind: 'wrong', faults: 'no complete JSON object' };
  const parsed = schema.safeParse(found);
  if (parsed.success) return { kind: 'value', value: parsed.data };
  const faults = parsed.error.issues.slice(0, MOST_FAULTS).map(({ path, code }) => `${path.join('.')}: ${code}`);
  return { kind: 'wrong', faults: faults.join('; ') };
}

function firstObject(text: string): unknown {
  let from = text.indexOf('{');
  for (let tries = 0; from >= 0 && tries < MOST_TRIES; tries++) {
    const end = closingBrace(text, from);
    if (end < 0) return undefined;
    try {
      return JSON.parse(text.slice(from, end + 1));
    } catch {
      from = text.indexOf('{', from + 1);
    }
  }
  return undefined;
}

/** Where the object that opens at `from` closes; -1 when the text ends before. */
function closingBrace(text: string, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === '\\') at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
  }
  return -1;
}
