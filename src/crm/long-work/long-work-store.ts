import type { UnderWay } from './long-work.ts';

const UNDER_WAY: UnderWay[] = ['running', 'undoing', 'restoring'];

/** Finds the work that something is left to do for. */
export const underWay = { state: { $in: UNDER_WAY } };
