import type { Records } from '../app/records.ts';
import { createAdapterHealth } from '../chat/adapter-health.ts';
import { createAdapterStateStore } from '../chat/adapter-state-store.ts';
import { createPlatformPostStore } from '../chat/platform-post-store.ts';
import { machineClock } from '../ports/clock.ts';
import { createUserOf } from './user-of.ts';

/** What the rest of the bot is asked for by every adapter of a platform. */
export type PlatformRecords = Pick<
  Records,
  'connection' | 'db' | 'seals' | 'stores' | 'ledger' | 'worker' | 'clock' | 'logger' | 'onCommit'
>;

/** What every adapter of a platform is made of: its posts, its health, who is who there, the team's language. */
export function platformParts(adapter: string, records: PlatformRecords) {
  const { connection, stores, logger } = records;
  const states = createAdapterStateStore(connection);
  return {
    posts: createPlatformPostStore(connection, adapter),
    health: createAdapterHealth({ adapter, states, clock: machineClock, logger }),
    userOf: createUserOf(adapter, records),
    locale: async () => (await stores.team.settings()).locale,
    clock: machineClock,
    logger,
  };
}
