import type { ConversationFields } from '../chat/capability.ts';

const KEPT_MS = 10 * 60_000;

/** What a capability answered here last, within ten minutes: typed words stand for the buttons under that answer. */
export function lastQuery(
  { query }: Readonly<ConversationFields>,
  capability: string,
  now: Date,
): Record<string, unknown> | null {
  if (query === null || query.capability !== capability) return null;
  return now.getTime() - query.at.getTime() <= KEPT_MS ? query.memo : null;
}

/** Whether another capability answered here within ten minutes: a bare number may be for that one. */
export const otherAnswered = ({ query }: Readonly<ConversationFields>, capability: string, now: Date): boolean =>
  query !== null && query.capability !== capability && now.getTime() - query.at.getTime() <= KEPT_MS;
