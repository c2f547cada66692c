import type { ConversationFields, RecentRecord } from './capability.ts';

const FOLLOW_MS = 30 * 60_000;

/** The last record, while words without a customer of their own may be about it. */
export function lastWithin(recent: readonly RecentRecord[], now: Date): RecentRecord | undefined {
  const last = recent.at(-1);
  return last !== undefined && isFresh(last, now) ? last : undefined;
}

export const isFresh = ({ at }: RecentRecord, now: Date): boolean => now.getTime() - at.getTime() <= FOLLOW_MS;

/** Whether nothing else was done or asked for in this talk since a record was made or changed. */
export const isLastDone = ({ at }: RecentRecord, { didAt, query }: Readonly<ConversationFields>): boolean =>
  [didAt, query?.at].every((other) => other === undefined || other <= at);
