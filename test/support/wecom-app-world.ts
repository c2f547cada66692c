import { createWecomAppAdapter, type WecomAppOptions } from '../../adapters/wecom-app/wecom-app-adapter.ts';
import type { WecomAppSettings } from '../../adapters/wecom-app/wecom-app-config.ts';
import type { ContactChange } from '../../adapters/wecom-app/wecom-app-contacts.ts';
import { createAdapterHealth } from '../../src/chat/adapter-health.ts';
import { createHttpServer } from '../../src/infra/http/create-http-server.ts';
import { machineClock } from '../../src/ports/clock.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { type FakeBot, fakeBot, type Respond } from './fake-bot.ts';
import { AGENT, CORP, type FakeWecom, openFakeWecom, SECRET } from './fake-wecom-app.ts';
import { memoryBlobs, memoryPosts, memoryStates } from './memory-adapter.ts';
import { memoryAbsences, memorySent, memoryTokens } from './memory-wecom-app.ts';
import { AES_KEY, TOKEN } from './wecom-app-callback.ts';

/** WeCom waits this long in tests. */
export const WAIT_MS = 300;

/** The WeCom app's adapter on a real server against the fake WeCom, with a fake bot behind it. */
export interface WecomAppWorld {
  wecom: FakeWecom;
  bot: FakeBot;
  adapter: ReturnType<typeof createWecomAppAdapter>;
  /** Where WeCom posts to. */
  url: URL;
  contacts: ContactChange[];
  logged: Record<string, unknown>[];
  state: ReturnType<typeof memoryStates>;
  sent: ReturnType<typeof memorySent>;
  blobs: ReturnType<typeof memoryBlobs>;
  /** The adapter ends, and another one starts on what it left. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export const settingsFor = (apiUrl: string): WecomAppSettings => ({
  corp: CORP,
  agent: AGENT,
  secret: SECRET,
  token: TOKEN,
  aesKey: AES_KEY,
  apiUrl,
  markdown: false,
});

export async function openWecomAppWorld(
  respond: Respond,
  {
    settings = {},
    ...options
  }: Partial<Omit<WecomAppOptions, 'settings'>> & { settings?: Partial<WecomAppSettings> } = {},
): Promise<WecomAppWorld> {
  const wecom = await openFakeWecom();
  const state = memoryStates();
  const posts = memoryPosts();
  const sent = memorySent();
  const tokens = memoryTokens();
  const blobs = memoryBlobs();
  const contacts: ContactChange[] = [];
  const logged: Record<string, unknown>[] = [];
  const note = (fields: Record<string, unknown>) => void logged.push(fields);
  const logger: Logger = { info: note, warn: note, error: note };
  const health = () => createAdapterHealth({ adapter: 'wecom-app', states: state, clock: machineClock, logger });

  const open = async () => {
    const http = createHttpServer({ host: '127.0.0.1', port: 0, healthy: async () => true, graceMs: 200 });
    const adapter = createWecomAppAdapter({
      settings: { ...settingsFor(wecom.apiUrl), ...settings },
      http,
      posts,
      sent,
      tokens,
      blobs,
      health: health(),
      userOf: async (person) => (['lin', 'emma'].includes(person) ? `${CORP}:${person}` : null),
      absences: memoryAbsences(),
      offline: async () => {},
      contactChanged: async (change) => void contacts.push(change),
      publicUrl: null,
      groups: async () => [],
      audience: async () => {},
      locale: async () => 'zh',
      clock: machineClock,
      logger,
      pauses: { connect: 20, answer: WAIT_MS * 0.9, again: 10, look: 5 },
      memberRate: { burst: 1_000, everyMs: 1 },
      ...options,
    });
    await adapter.start(bot);
    const url = new URL('/wecom/callback', await http.start());
    return { http, adapter, url };
  };
  const bot = fakeBot(() => running.adapter, respond);
  let running = await open();

  return {
    wecom,
    bot,
    get adapter() {
      return running.adapter;
    },
    get url() {
      return running.url;
    },
    contacts,
    logged,
    state,
    sent,
    blobs,
    async restart() {
      await running.adapter.stop();
      await running.http.stop();
      running = await open();
    },
    async stop() {
      await running.adapter.stop();
      await running.http.stop();
      await wecom.close();
    },
  };
}
