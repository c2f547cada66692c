import type { z } from 'zod';

/** A language model that may propose; off when none is configured. It sees one text and a strict schema, never a tool or a record. */
export interface LanguageModel {
  /**
   * Asks for one JSON value. Resolves to null when the model failed, refused, or answered outside the schema within
   * `budgetMs`: the caller then goes on without it.
   */
  propose<T>(request: ProposalRequest<T>): Promise<T | null>;
}

export interface ProposalRequest<T> {
  /** `name@vN` of the prompt, stored beside whatever the answer produced. */
  prompt: string;
  instructions: string;
  text: string;
  schema: z.ZodType<T>;
  budgetMs: number;
}
