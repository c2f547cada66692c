import type { z } from 'zod';
import { createWecomAppAdapter } from '../../adapters/wecom-app/wecom-app-adapter.ts';
import { type wecomAppConfig, wecomAppSettings } from '../../adapters/wecom-app/wecom-app-config.ts';
import { WECOM_APP } from '../../adapters/wecom-app/wecom-app-ids.ts';
import { createSentStore } from '../../adapters/wecom-app/wecom-app-sent-store.ts';
import { createTokenStore } from '../../adapters/wecom-app/wecom-app-token-store.ts';
import type { Records } from '../app/records.ts';
import { createAdapterHealth } from '../chat/adapter-health.ts';
import { createAdapterStateStore } from '../chat/adapter-state-store.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import { createPlatformPostStore } from '../chat/platform-post-store.ts';
import { machineClock } from '../ports/clock.ts';
import type { HttpServer } from '../ports/http-server.ts';
import { reached } from './reached.ts';

/** The WeCom app that the variables name, with its records behind it; none when they name none. */
export function configuredWecomApp(
  config: z.infer<typeof wecomAppConfig>,
  { connection, stores, logger }: Pick<Records, 'connection' | 'stores' | 'logger'>,
  http: HttpServer,
): ChatAdapter[] {
  const settings = wecomAppSettings(config);
  if (settings === null) return [];
  return [
    createWecomAppAdapter({
      settings,
      http,
      posts: createPlatformPostStore(connection, WECOM_APP),
      sent: createSentStore(connection),
      tokens: createTokenStore(connection, settings),
      health: createAdapterHealth({
        adapter: WECOM_APP,
        states: createAdapterStateStore(connection),
        clock: machineClock,
        logger,
      }),
      userOf: (person) =>
        reached(async () => {
          const known = await stores.people.get(person);
          return known?.identities.find(({ adapter }) => adapter === WECOM_APP)?.user ?? null;
        }),
      // The customers' side of WeCom is no part of the CRM yet: that something came is all that is noted.
      async contactChanged({ change }) {
        logger.info({ adapter: WECOM_APP, change }, 'a contact outside the company has changed');
      },
      locale: async () => (await stores.team.settings()).locale,
      clock: machineClock,
      logger,
    }),
  ];
}
