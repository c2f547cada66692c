import { webConfig } from '../../adapters/web/web-config.ts';
import type { ChatAdapter } from '../../src/chat/chat-adapter.ts';
import { ServiceError } from '../../src/errors.ts';
import { createPinoLogger } from '../../src/infra/pino/pino-logger.ts';
import { openStore } from '../../src/main/open-store.ts';
import { serve } from '../../src/main/serve.ts';
import { stopOnSignal } from '../../src/main/stop-on-signal.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { PLATFORM } from './reminded-people.ts';

/** The whole bot with one more chat world: a platform that has no memory, so that a second delivery is a second post. */
function postingAdapter(url: string, by: string): ChatAdapter {
  return {
    name: PLATFORM,
    async start() {},
    async stop() {},
    async deliver({ id, to }) {
      const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ id, to: to.room, by }) });
      if (!answer.ok) throw new ServiceError('the platform refused');
    },
  };
}

const { MONGODB_URI, PLATFORM_URL = '', BOT_NAME = '' } = process.env;
const serving = await serve({
  store: await openStore({ DATA_DIR: 'unused', MONGODB_URI }),
  clock: machineClock,
  logger: createPinoLogger('warn'),
  web: webConfig.parse({ WEB_PORT: 0 }),
  others: () => [postingAdapter(PLATFORM_URL, BOT_NAME)],
  prepare: async () => void (await fetch(new URL('/start', PLATFORM_URL))),
});
stopOnSignal(serving.stop);
process.stdout.write(`serving ${serving.url.href}\n`);
