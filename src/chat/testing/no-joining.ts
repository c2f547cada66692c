import type { Joining } from '../stranger.ts';

/** A team that nobody joins. */
export const noJoining: Joining = {
  isCode: () => false,
  byCode: async () => ({ kind: 'refused', why: 'unknown' }),
  byEmail: async () => null,
  hasLeft: async () => false,
};
