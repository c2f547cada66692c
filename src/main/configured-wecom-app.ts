import type { z } from 'zod';
import { createWecomAppAdapter } from '../../adapters/wecom-app/wecom-app-adapter.ts';
import { type wecomAppConfig, wecomAppSettings } from '../../adapters/wecom-app/wecom-app-config.ts';
import { WECOM_APP } from '../../adapters/wecom-app/wecom-app-ids.ts';
import { createSentStore } from '../../adapters/wecom-app/wecom-app-sent-store.ts';
import { createTokenStore } from '../../adapters/wecom-app/wecom-app-token-store.ts';
import { createAbsenceStore } from '../chat/absence-store.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import { keepRoom } from '../crm/room/keep-room.ts';
import { createBlobStore } from '../infra/mongo/blob-store.ts';
import type { HttpServer } from '../ports/http-server.ts';
import type { Rules } from '../rules/create-rules.ts';
import { type PlatformRecords, platformParts } from './platform-parts.ts';
import { reached } from './reached.ts';
import { tellContact } from './tell-contact.ts';
import { tellOffline } from './tell-offline.ts';

/** The WeCom app that the variables name, with its records behind it; none when they name none. */
export function configuredWecomApp(
  config: z.infer<typeof wecomAppConfig>,
  records: PlatformRecords,
  http: HttpServer,
  allowPush: Rules['allowPush'],
  publicUrl: string | null = null,
): ChatAdapter[] {
  const settings = wecomAppSettings(config);
  if (settings === null) return [];
  const { connection, stores } = records;
  return [
    createWecomAppAdapter({
      ...platformParts(WECOM_APP, records),
      settings,
      http,
      sent: createSentStore(connection),
      tokens: createTokenStore(connection, settings),
      blobs: createBlobStore(records.db, records.seals),
      publicUrl,
      groups: async () => (await stores.rooms.on(WECOM_APP)).map(({ room }) => room),
      audience: (audience) => reached(() => keepRoom(records, { adapter: WECOM_APP, ...audience, open: false })),
      absences: createAbsenceStore(connection, WECOM_APP),
      offline: (gap, users) =>
        reached(() =>
          tellOffline(
            { ...records, allowPush },
            WECOM_APP,
            gap,
            users.map((chat) => ({ chat })),
          ),
        ),
      contactChanged: (change) => reached(() => tellContact({ ...records, allowPush }, change)),
    }),
  ];
}
