import type { z } from 'zod';
import { createWecomBotAdapter } from '../../adapters/wecom-bot/wecom-bot-adapter.ts';
import { createWecomBotChatStore } from '../../adapters/wecom-bot/wecom-bot-chat-store.ts';
import { type wecomBotConfig, wecomBotSettings } from '../../adapters/wecom-bot/wecom-bot-config.ts';
import { WECOM_BOT } from '../../adapters/wecom-bot/wecom-bot-ids.ts';
import { createWecomBotLeaseStore } from '../../adapters/wecom-bot/wecom-bot-lease-store.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import { createHandBack } from '../chat/hand-back-store.ts';
import { keepRoom } from '../crm/room/keep-room.ts';
import { createBlobStore } from '../infra/mongo/blob-store.ts';
import type { Rules } from '../rules/create-rules.ts';
import { type PlatformRecords, platformParts } from './platform-parts.ts';
import { reached } from './reached.ts';
import { tellOffline } from './tell-offline.ts';

/** WeCom's bot that the variables name, with its records behind it; none when they name none. */
export function configuredWecomBot(
  config: z.infer<typeof wecomBotConfig>,
  records: PlatformRecords,
  allowPush: Rules['allowPush'],
): ChatAdapter[] {
  const settings = wecomBotSettings(config);
  if (settings === null) return [];
  const { connection, worker } = records;
  return [
    createWecomBotAdapter({
      ...platformParts(WECOM_BOT, records),
      settings,
      blobs: createBlobStore(records.db, records.seals),
      chats: createWecomBotChatStore(connection, settings.bot),
      lease: createWecomBotLeaseStore(connection, settings.bot),
      worker,
      group: (room) =>
        reached(() => keepRoom(records, { adapter: WECOM_BOT, room, name: room, users: [], open: true })),
      offline: (gap, chats) => reached(() => tellOffline({ ...records, allowPush }, WECOM_BOT, gap, chats)),
      handBack: createHandBack(connection, worker),
    }),
  ];
}
