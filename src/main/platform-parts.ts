import type { Records } from '../app/records.ts';
import { createAdapterHealth } from '../chat/adapter-health.ts';
import { createAdapterStateStore } from '../chat/adapter-state-store.ts';
import { createPlatformPostStore } from '../chat/platform-post-store.ts';
import { machineClock } from '../ports/clock.ts';
import { reached } from './reached.ts';

/** What the rest of the bot is asked for by every adapter of a platform. */
export type PlatformRecords = Pick<
  Records,
  'connection' | 'db' | 'seals' | 'stores' | 'ledger' | 'worker' | 'clock' | 'logger'
>;

/** What every adapter of a platform is made of: its posts, its health, who is who there, the team's language. */
export function platformParts(adapter: string, { connection, stores, logger }: PlatformRecords) {
  const states = createAdapterStateStore(connection);
  return {
    posts: createPlatformPostStore(connection, adapter),
    health: createAdapterHealth({ adapter, states, clock: machineClock, logger }),
    userOf: (person: string): Promise<string | null> =>
      reached(async () => {
        const known = await stores.people.get(person);
        return known?.identities.find((identity) => identity.adapter === adapter)?.user ?? null;
      }),
    locale: async () => (await stores.team.settings()).locale,
    clock: machineClock,
    logger,
  };
}
