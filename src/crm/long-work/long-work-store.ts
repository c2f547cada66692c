import type { UnderWay } from './long-work.ts';

/** The fields of every sort of long work, for its store. */
export const longWorkFields = {
  person: String,
  state: String,
  round: Number,
  done: Number,
  chunks: Number,
  shown: String,
  set: String,
} as const;

const UNDER_WAY: UnderWay[] = ['running', 'undoing', 'restoring'];

/** Finds the work that something is left to do for. */
export const underWay = { state: { $in: UNDER_WAY } };
