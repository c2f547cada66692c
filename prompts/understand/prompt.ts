import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A passage of the text, copied letter by letter. */
const words = z.string();

/** What the model may say a note is. What takes things back, hands them over or ends a deal is never its to say. */
const intents = [
  'interaction.log',
  'lead.create',
  'account.create',
  'contact.create',
  'contact.update',
  'opportunity.create',
  'opportunity.update',
  'task.create',
  'ticket.create',
  'task.list',
  'account.show',
  'pipeline.show',
  'opportunity.stale',
  'report.funnel',
  'report.forecast',
  'report.leaderboard',
  'report.activity',
  'birthday.list',
  'help',
] as const;
const kinds = ['call', 'visit', 'meeting', 'message', 'email', 'demo', 'event', 'other'] as const;
const stages = ['contacted', 'needs', 'proposal', 'negotiation'] as const;

/** What goes out beside the instructions: one masked text. */
export const understandInput = z.object({ text: z.string() });

/** What may come back: passages of the text, and what each is taken for. */
export const understandOutput = z.object({
  intent: z.object({ value: z.enum(intents), words }).nullable(),
  account: words.nullable(),
  contacts: z.array(words),
  contact: z.object({ kind: z.enum(kinds), words, when: words.nullable() }).nullable(),
  amount: words.nullable(),
  stage: z.object({ value: z.enum(stages), words }).nullable(),
  closing: words.nullable(),
  tasks: z.array(z.object({ words, when: words.nullable(), who: words.nullable() })),
  period: words.nullable(),
});
export type UnderstandProposal = z.infer<typeof understandOutput>;

/** The version in use. A published version is never edited: a change is a new file and a new number. */
export const understandPrompt = {
  id: 'understand@v1',
  instructions: readFileSync(new URL('./v1.md', import.meta.url), 'utf8'),
} as const;
