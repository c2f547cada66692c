import type { z } from 'zod';
import { createSlackAdapter } from '../../adapters/slack/slack-adapter.ts';
import { type slackConfig, slackSettings } from '../../adapters/slack/slack-config.ts';
import { SLACK } from '../../adapters/slack/slack-ids.ts';
import type { Records } from '../app/records.ts';
import { createAdapterHealth } from '../chat/adapter-health.ts';
import { createAdapterStateStore } from '../chat/adapter-state-store.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import { createPlatformPostStore } from '../chat/platform-post-store.ts';
import { keepRoom } from '../crm/room/keep-room.ts';
import { createBlobStore } from '../infra/mongo/blob-store.ts';
import { machineClock } from '../ports/clock.ts';
import type { HttpServer } from '../ports/http-server.ts';
import { reached } from './reached.ts';

/** The Slack adapter that the variables name, with its records behind it; none when they name none. */
export function configuredSlack(
  config: z.infer<typeof slackConfig>,
  records: Pick<Records, 'connection' | 'db' | 'seals' | 'ledger' | 'stores' | 'logger'>,
  http: HttpServer,
  publicUrl: string | null = null,
): ChatAdapter[] {
  const settings = slackSettings(config);
  if (settings === null) return [];
  const { connection, stores, logger } = records;
  return [
    createSlackAdapter({
      settings,
      http,
      blobs: createBlobStore(records.db, records.seals),
      posts: createPlatformPostStore(connection, SLACK),
      health: createAdapterHealth({
        adapter: SLACK,
        states: createAdapterStateStore(connection),
        clock: machineClock,
        logger,
      }),
      userOf: (person) =>
        reached(async () => {
          const known = await stores.people.get(person);
          return known?.identities.find(({ adapter }) => adapter === SLACK)?.user ?? null;
        }),
      audience: ({ channel, name, users, open }) =>
        reached(() => keepRoom(records, { adapter: SLACK, room: channel, name, users, open })),
      channels: async () => (await stores.rooms.on(SLACK)).map(({ room }) => room),
      publicUrl,
      locale: async () => (await stores.team.settings()).locale,
      clock: machineClock,
      logger,
    }),
  ];
}
