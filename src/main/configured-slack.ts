import type { z } from 'zod';
import { createSlackAdapter } from '../../adapters/slack/slack-adapter.ts';
import { type slackConfig, slackSettings } from '../../adapters/slack/slack-config.ts';
import { SLACK } from '../../adapters/slack/slack-ids.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import { keepRoom } from '../crm/room/keep-room.ts';
import { createBlobStore } from '../infra/mongo/blob-store.ts';
import type { HttpServer } from '../ports/http-server.ts';
import { type PlatformRecords, platformParts } from './platform-parts.ts';
import { reached } from './reached.ts';

/** The Slack adapter that the variables name, with its records behind it; none when they name none. */
export function configuredSlack(
  config: z.infer<typeof slackConfig>,
  records: PlatformRecords,
  http: HttpServer,
  publicUrl: string | null = null,
): ChatAdapter[] {
  const settings = slackSettings(config);
  if (settings === null) return [];
  const { stores } = records;
  return [
    createSlackAdapter({
      ...platformParts(SLACK, records),
      settings,
      http,
      blobs: createBlobStore(records.db, records.seals),
      audience: ({ channel, name, users, open }) =>
        reached(() => keepRoom(records, { adapter: SLACK, room: channel, name, users, open })),
      channels: async () => (await stores.rooms.on(SLACK)).map(({ room }) => room),
      publicUrl,
    }),
  ];
}
