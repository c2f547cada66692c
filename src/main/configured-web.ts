import { createWebAdapter } from '../../adapters/web/web-adapter.ts';
import type { WebConfig } from '../../adapters/web/web-config.ts';
import { WEB } from '../../adapters/web/web-decode.ts';
import { createWebLogStore } from '../../adapters/web/web-log-store.ts';
import type { WebDemo } from '../../adapters/web/web-people.ts';
import type { App } from '../app/create-app.ts';
import type { Records } from '../app/records.ts';
import { createAdapterHealth, watched } from '../chat/adapter-health.ts';
import { createAdapterStateStore } from '../chat/adapter-state-store.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import { createBlobStore } from '../infra/mongo/blob-store.ts';
import { machineClock } from '../ports/clock.ts';
import type { HttpServer } from '../ports/http-server.ts';
import { companyFor } from './company-for.ts';
import { reached } from './reached.ts';

type WebRecords = Pick<Records, 'connection' | 'db' | 'seals' | 'stores' | 'signIns' | 'clock' | 'logger'>;

/** The chat page and its API on the server that listens, with the records behind it. */
export function configuredWeb(
  web: Pick<WebConfig, 'WEB_PUBLIC_URL' | 'WEB_TRUST_PROXY' | 'WEB_REQUESTS_PER_MINUTE'>,
  { connection, db, seals, stores, signIns, clock, logger }: WebRecords,
  http: HttpServer,
  {
    colleague,
    joinOnPage,
    fileBehind,
    demo,
  }: Pick<App, 'colleague' | 'joinOnPage' | 'fileBehind'> & { demo?: WebDemo },
): ChatAdapter {
  const adapter = createWebAdapter({
    http,
    clock,
    logger,
    store: createWebLogStore(connection, seals),
    blobs: createBlobStore(db, seals),
    sessions: {
      byToken: (token) =>
        reached(async () => {
          const id = await signIns.personOf(token);
          if (id === null) return null;
          // Whoever is not among the people of a moment ago may have joined since.
          const person = (await colleague(id)) ?? (await stores.people.get(id));
          if (person === null || !person.active) return null;
          const { _id, name, role, locale, zone } = person;
          return { id: _id, name, role, locale, zone };
        }),
      redeem: (code) => reached(() => signIns.redeem(code)),
      join: (code, attempt, name) =>
        reached(async () => {
          const joined = await joinOnPage(code, attempt, name);
          return joined.kind === 'refused' ? { refused: joined.why } : { token: await signIns.newToken(joined.person) };
        }),
    },
    rooms: {
      of: (person) =>
        reached(async () => {
          const rooms = (await stores.rooms.of(person)).filter(({ adapter }) => adapter === WEB);
          return rooms.map(({ room, name }) => ({ id: room, name }));
        }),
      members: (room) => reached(async () => (await stores.rooms.byRoom(room))?.members ?? []),
    },
    fileBehind: (token) => reached(() => fileBehind(token)),
    company: (person) => reached(() => companyFor(person, stores)),
    secure: web.WEB_PUBLIC_URL?.startsWith('https:') ?? false,
    trustProxy: web.WEB_TRUST_PROXY,
    requestsPerMinute: web.WEB_REQUESTS_PER_MINUTE,
    ...(demo === undefined ? {} : { demo }),
  });
  const states = createAdapterStateStore(connection);
  return watched(adapter, createAdapterHealth({ adapter: WEB, states, clock: machineClock, logger }));
}
