import { createWecomAppAdapter, type WecomAppOptions } from '../../adapters/wecom-app/wecom-app-adapter.ts';
import type { WecomAppSettings } from '../../adapters/wecom-app/wecom-app-config.ts';
import type { ContactChange } from '../../adapters/wecom-app/wecom-app-contacts.ts';
import { createAdapterHealth } from '../../src/chat/adapter-health.ts';
import { machineClock } from '../../src/ports/clock.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { FakeBot, Respond } from './fake-bot.ts';
import { AGENT, CORP, type FakeWecom, openFakeWecom, SECRET } from './fake-wecom-app.ts';
import { memoryBlobs, memoryPosts, memoryStates } from './memory-adapter.ts';
import { memoryAbsences, memorySent, memoryTokens } from './memory-wecom-app.ts';
import { runAdapter } from './running-adapter.ts';
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

  const running = await runAdapter(respond, (http) =>
    createWecomAppAdapter({
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
    }),
  );

  return {
    wecom,
    bot: running.bot,
    get adapter() {
      return running.adapter;
    },
    get url() {
      return new URL('/wecom/callback', running.url);
    },
    contacts,
    logged,
    state,
    sent,
    blobs,
    restart: running.restart,
    async stop() {
      await running.stop();
      await wecom.close();
    },
  };
}
