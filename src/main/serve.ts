import type { WebConfig } from '../../adapters/web/web-config.ts';
import type { WebDemo } from '../../adapters/web/web-people.ts';
import { type App, createApp } from '../app/create-app.ts';
import { openRecords, type Records } from '../app/records.ts';
import { adapterStates } from '../chat/adapter-health.ts';
import { createAdapterStateStore } from '../chat/adapter-state-store.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import { createAgendaQueue } from '../infra/agenda/create-agenda-queue.ts';
import { createHttpServer } from '../infra/http/create-http-server.ts';
import { createBlobStore } from '../infra/mongo/blob-store.ts';
import { createMetrics } from '../infra/prom/create-metrics.ts';
import type { Clock } from '../ports/clock.ts';
import type { HttpServer } from '../ports/http-server.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import type { Logger } from '../ports/logger.ts';
import type { Rules } from '../rules/create-rules.ts';
import { configuredWeb } from './configured-web.ts';
import type { OpenStore } from './open-store.ts';
import { remedyFor } from './remedy-for.ts';

export interface ServeParts {
  store: OpenStore;
  clock: Clock;
  logger: Logger;
  web: WebConfig;
  /** Worlds beside the web, made once the records are open; what they tell unasked passes `allowPush`. */
  others?: (records: Records, http: HttpServer, allowPush: Rules['allowPush']) => ChatAdapter[];
  /** The language model, where one is configured. */
  model?: (records: Records) => LanguageModel | undefined;
  /** Present only in a demonstration. */
  demo?: (app: () => App, records: Records) => WebDemo;
  /** Done with the records open, before anybody is let in. */
  prepare(records: Records): Promise<void>;
}

export interface Serving {
  url: URL;
  app: App;
  records: Records;
  /** Ends what is under way within ten seconds and leaves nothing behind. */
  stop(): Promise<void>;
}

/** Starts the bot on an open store: the web and whatever else is configured. */
export async function serve({ store, clock, logger, web, others, model, demo, prepare }: ServeParts): Promise<Serving> {
  const records = await openRecords(store.connection, { clock, logger });
  await prepare(records);
  const blobs = createBlobStore(records.db, records.seals);
  const metrics = createMetrics();
  const states = createAdapterStateStore(store.connection);
  const names: string[] = [];
  const http = createHttpServer({
    host: web.WEB_HOST,
    port: web.WEB_PORT,
    healthy: async () => (await store.connection.db?.command({ ping: 1 })) !== undefined,
    async adapters() {
      const { locale } = await records.stores.team.settings();
      return adapterStates(states, names, (adapter, code) => remedyFor(adapter, code, locale));
    },
    metrics: metrics.registry,
    metricsToken: web.WEB_METRICS_TOKEN,
  });
  let app: App | undefined;
  let listening: URL | undefined;
  const running = (): App => {
    if (app === undefined) throw new Error('the app is being started');
    return app;
  };
  const adapters = [
    ...(others?.(records, http, (...push) => running().rules.allowPush(...push)) ?? []),
    configuredWeb(web, records, http, {
      colleague: (id) => running().colleague(id),
      joinOnPage: (...joining) => running().joinOnPage(...joining),
      fileBehind: (token) => running().fileBehind(token),
      ...(demo === undefined ? {} : { demo: demo(running, records) }),
    }),
  ];
  names.push(...adapters.map(({ name }) => name));
  app = createApp({
    records,
    adapters,
    blobs,
    jobs: createAgendaQueue({ db: records.db, logger }),
    metrics: metrics.chat,
    states,
    model: model?.(records),
    sole: store.kind === 'embedded',
    pageUrl: () => web.WEB_PUBLIC_URL ?? listening?.href ?? null,
  });
  const url = await started(app, http).catch(async (error: unknown) => {
    // Let go in order: a process that just ends while the store's thread commits may hang in native code.
    await running()
      .stop()
      .catch(() => undefined);
    await store.close();
    throw error;
  });
  listening = url;
  return {
    url,
    app,
    records,
    async stop() {
      await running().stop();
      await http.stop();
      await store.close();
    },
  };
}

async function started(app: App, http: HttpServer): Promise<URL> {
  await app.start();
  return http.start();
}
