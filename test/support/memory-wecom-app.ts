import type { WecomSent } from '../../adapters/wecom-app/wecom-app-sent.ts';
import type { HeldToken, WecomTokens } from '../../adapters/wecom-app/wecom-app-token.ts';
import type { Absences } from '../../src/chat/absence.ts';

/** What the adapter keeps of WeCom, without a store behind it; it outlives an adapter that is stopped. */
export function memorySent(): WecomSent & { codes: Map<string, { code: string; at: Date }> } {
  const codes = new Map<string, { code: string; at: Date }>();
  const words = new Map<string, { part: string; alone: boolean; at: Date }>();
  return {
    codes,
    async prepare() {},
    keepCode: async (task, code, at) => void codes.set(task, { code, at }),
    async codeOf(task, since) {
      const card = codes.get(task);
      return card === undefined || card.at < since ? null : card.code;
    },
    spend: async (task) => void codes.delete(task),
    async isAlone(hash, part, at, since) {
      const before = words.get(hash);
      if (before?.part === part) return before.alone;
      const alone = before === undefined || before.at < since;
      words.set(hash, { part, alone, at });
      return alone;
    },
  };
}

/** A platform that was never away. */
export const memoryAbsences = (): Absences => ({
  prepare: async () => {},
  wrote: async () => {},
  wroteSince: async () => [],
  hears: async () => null,
});

export function memoryTokens(): WecomTokens & { held: HeldToken | null } {
  let lease: { owner: string; until: Date } | null = null;
  const tokens = {
    held: null as HeldToken | null,
    read: async () => tokens.held,
    async lease(owner: string, now: Date, until: Date) {
      if (lease !== null && lease.until > now) return false;
      lease = { owner, until };
      return true;
    },
    async release(owner: string, held: HeldToken | null) {
      if (lease?.owner !== owner) return;
      lease = null;
      if (held !== null) tokens.held = held;
    },
  };
  return tokens;
}
