import type { z } from 'zod';
import { createWechatyAdapter } from '../../adapters/wechaty/wechaty-adapter.ts';
import { loadWechaty } from '../../adapters/wechaty/wechaty-client.ts';
import { type wechatyConfig, wechatySettings } from '../../adapters/wechaty/wechaty-config.ts';
import { WECHATY } from '../../adapters/wechaty/wechaty-decode.ts';
import { createWechatTalkStore } from '../../adapters/wechaty/wechaty-talk-store.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import { keepRoom } from '../crm/room/keep-room.ts';
import { type PlatformRecords, platformParts } from './platform-parts.ts';
import { reached } from './reached.ts';

/** The Wechaty adapter that the variables name, with its records behind it; none when they name none. */
export function configuredWechaty(config: z.infer<typeof wechatyConfig>, records: PlatformRecords): ChatAdapter[] {
  const settings = wechatySettings(config);
  if (settings === null) return [];
  return [
    createWechatyAdapter({
      ...platformParts(WECHATY, records),
      client: () => loadWechaty(settings),
      talks: createWechatTalkStore(records.connection),
      audience: ({ id, name, members, self }) =>
        reached(() =>
          keepRoom(records, {
            adapter: WECHATY,
            room: id,
            name,
            users: members.filter((member) => member !== self),
            open: false,
          }),
        ),
    }),
  ];
}
