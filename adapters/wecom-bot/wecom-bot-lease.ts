import type { Gap } from '../../src/chat/absence.ts';

/** Which process holds the one connection that WeCom allows a bot. */
export interface BotLease {
  /** The holder, and the turn that a successor must name to take over. */
  read(): Promise<{ holder: string | null; term: number } | null>;
  /** Takes over after that turn; false when somebody else was faster. `term`: null where nobody ever held it. */
  take(holder: string, term: number | null): Promise<boolean>;
  /** False when this process holds it no longer. `hears`: it is connected, so nothing is missed until now. */
  hold(holder: string, hears: boolean): Promise<boolean>;
  release(holder: string): Promise<void>;
  /** The time without a connection that ends now, by the store's clock; null where there was never one. To be asked by the holder once connected. */
  gap(holder: string): Promise<Gap | null>;
}
