import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import { createHttpServer } from '../../src/infra/http/create-http-server.ts';
import type { HttpServer } from '../../src/ports/http-server.ts';
import { type FakeBot, fakeBot, type Respond } from './fake-bot.ts';

/** An adapter at a server on loopback, with a fake bot behind it. */
export interface RunningAdapter {
  readonly adapter: ChatAdapter;
  readonly url: string;
  bot: FakeBot;
  /** The adapter ends, and another one starts on what it left. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts what `create` makes, now and after each restart. */
export async function runAdapter(respond: Respond, create: (http: HttpServer) => ChatAdapter): Promise<RunningAdapter> {
  const begin = async () => {
    const http = createHttpServer({ host: '127.0.0.1', port: 0, healthy: async () => true, graceMs: 500 });
    const adapter = create(http);
    await adapter.start(bot);
    return { adapter, http, url: (await http.start()).href };
  };
  const end = async () => {
    await running.adapter.stop();
    await running.http.stop();
  };
  const bot = fakeBot(() => running.adapter, respond);
  let running = await begin();
  return {
    get adapter() {
      return running.adapter;
    },
    get url() {
      return running.url;
    },
    bot,
    async restart() {
      await end();
      running = await begin();
    },
    stop: end,
  };
}
