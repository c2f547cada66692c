import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { webConfig } from '../adapters/web/web-config.ts';
import { defineTexts } from '../src/chat/texts.ts';
import { PersonError } from '../src/errors.ts';
import { createPinoLogger } from '../src/infra/pino/pino-logger.ts';
import { createDemoClock, passTime } from '../src/main/demo-clock.ts';
import { spoken } from '../src/main/environment.ts';
import { openStore } from '../src/main/open-store.ts';
import { runTool } from '../src/main/run-tool.ts';
import { serve } from '../src/main/serve.ts';
import { stopOnSignal } from '../src/main/stop-on-signal.ts';
import { machineClock } from '../src/ports/clock.ts';
import { people, rooms } from './demo/company.ts';
import { fillCompany } from './demo/fill-company.ts';

const texts = defineTexts({
  zh: {
    ready: (url: string) =>
      `演示已启动:${url}\n选一个人,像聊天一样打字,例如:\n  今天下午跟腾云的王总通了电话,对80万报价有点犹豫,下周三下午3点再去拜访\nCtrl-C 结束,数据随之删除。`,
    port: '--port 要一个 0 到 65535 的数。',
  },
  en: {
    ready: (url: string) =>
      `The demo is running: ${url}\nPick a person and type as in any chat, e.g.\n  Call with Priya at Alderbank, wants pricing for 40 seats by Thursday\nCtrl-C ends it; its data goes with it.`,
    port: '--port takes a number from 0 to 65535.',
  },
});

/** Starts the bot on a store of its own in a temporary folder, filled with a small company, with a clock that can be moved. */
async function demo(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string' }, json: { type: 'boolean', default: false } } });
  const port = Number(values.port ?? '3000');
  if (!(Number.isInteger(port) && port >= 0 && port <= 65_535)) throw new PersonError(texts(spoken).port);
  const dataDir = mkdtempSync(join(tmpdir(), 'genjin-demo-'));
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const clock = createDemoClock(machineClock);
  const tokens = new Map<string, string>();
  const known = () =>
    people.map(({ id, name, role, locale = 'zh' }) => ({ id, name, role, locale, token: tokens.get(id) ?? '' }));
  let moving = Promise.resolve();
  const serving = await serve({
    store: await openStore({ DATA_DIR: dataDir }),
    clock,
    logger: createPinoLogger('error'),
    web: webConfig.parse({ WEB_PORT: port, WEB_REQUESTS_PER_MINUTE: 60_000 }),
    async prepare(records) {
      await fillCompany(records, clock.now());
      for (const { id } of people) tokens.set(id, await records.signIns.newToken(id));
    },
    demo: (app) => ({
      people: async () => known(),
      rooms: async () => rooms.map(({ id, name }) => ({ id, name })),
      moveClock(to) {
        moving = moving.then(() => passTime(to, clock, app()));
        return moving;
      },
    }),
  });
  stopOnSignal(serving.stop);
  const url = serving.url.href.replace(/\/$/, '');
  const listed = rooms.map(({ id, name }) => ({ id, name }));
  process.stdout.write(
    `${values.json ? JSON.stringify({ url, people: known(), rooms: listed }) : texts(spoken).ready(url)}\n`,
  );
}

await runTool(demo);
