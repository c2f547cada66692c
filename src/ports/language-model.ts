import type { z } from 'zod';

/** A language model that may propose; off when none is configured. It sees one text and a strict schema, never a tool or a record. */
export interface LanguageModel {
  /**
   * Asks for one JSON value. Resolves to null when the model failed, refused, answered outside the schema or not within
   * `budgetMs`, or when the person's share is used up: the caller then goes on without it. Never rejects.
   */
  propose<T>(request: ProposalRequest<T>): Promise<T | null>;
}

export interface ProposalRequest<T> {
  /** `name@vN` of the prompt, stored beside whatever the answer produced. */
  prompt: string;
  instructions: string;
  /** What leaves the house: names, phones, addresses and numbers masked by the caller. */
  text: string;
  schema: z.ZodType<T>;
  /** On whose share the call goes. */
  person: string;
  /** What the call is about (the message's key), so that the record of calls can be held against the ledger. */
  about: string;
  /** For everything: another way of asking and a repair included. */
  budgetMs: number;
}
