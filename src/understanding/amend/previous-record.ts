import type { ToldContactFact, ToldInteraction, ToldOpportunity, ToldTask } from '../understanding.ts';

/** What the message before this one left on record, as far as a second message may change or add to it. */
export interface PreviousRecord {
  /** `YYYY-MM-DD`: the day that the first message's relative dates were reckoned from. */
  day: string;
  account: PreviousName | null;
  contacts: PreviousPerson[];
  interaction: ToldInteraction | null;
  opportunity: ToldOpportunity | null;
  tasks: ToldTask[];
  /** Which of them, counted from 0, are done: no more is changed of those. */
  done?: number[];
  contactFacts?: ToldContactFact[];
  /** `YYYY-MM-DD`: the deal rests until then. */
  pausedUntil?: string | null;
  /** Who of `contacts` the talk came to since, by name; else the first of them. */
  turnedTo?: string;
}

export interface PreviousName {
  id: string;
  name: string;
  /** The words by which the first message named it. */
  mention?: string;
}

/** `id`: null for somebody whom nobody knew before that message. */
export type PreviousPerson = Omit<PreviousName, 'id'> & { id: string | null };
