import { pathToFileURL } from 'node:url';
import { defineTexts } from './chat/texts.ts';
import { loadConfig } from './config.ts';
import { createPinoLogger } from './infra/pino/pino-logger.ts';
import { configuredModel } from './main/configured-model.ts';
import { configuredPlatforms } from './main/configured-platforms.ts';
import { environment, spoken } from './main/environment.ts';
import { FIRST_ADMIN, prepareTeam } from './main/first-start.ts';
import { loadHolidays } from './main/load-holidays.ts';
import { openStore } from './main/open-store.ts';
import { runTool } from './main/run-tool.ts';
import { serve } from './main/serve.ts';
import { signInLink } from './main/sign-in-link.ts';
import { stopOnSignal } from './main/stop-on-signal.ts';
import { wholeConfig } from './main/whole-config.ts';
import { machineClock } from './ports/clock.ts';

const texts = defineTexts({
  zh: {
    ready: (url: string) => `Genjin 跟进 已启动:${url}`,
    link: (link: string) => `管理员登录链接(30分钟内有效,只能用一次):\n  ${link}`,
    storeGone: '存储意外停止,进程退出。',
  },
  en: {
    ready: (url: string) => `Genjin 跟进 is running: ${url}`,
    link: (link: string) => `The admin's sign-in link (30 minutes, once):\n  ${link}`,
    storeGone: 'The store has ended unexpectedly; stopping.',
  },
});

/** Starts the server: the store, the web, and what else is configured. */
async function main(): Promise<void> {
  const words = texts(spoken);
  const config = loadConfig(wholeConfig, environment);
  const logger = createPinoLogger(config.LOG_LEVEL);
  await loadHolidays(config.DATA_DIR);
  const store = await openStore(config, {
    onExit: () => {
      process.stderr.write(`${words.storeGone}\n`);
      process.exit(1);
    },
  });
  const team = { locale: config.TEAM_LOCALE, zone: config.TEAM_ZONE, currency: config.TEAM_CURRENCY };
  const serving = await serve({
    store,
    clock: machineClock,
    logger,
    web: config,
    others: (...parts) => configuredPlatforms(config, ...parts),
    model: (records) => configuredModel(config, records),
    prepare: (records) => prepareTeam(records, team),
  });
  stopOnSignal(serving.stop);
  const address = config.WEB_PUBLIC_URL ?? serving.url.href;
  process.stdout.write(`${words.ready(address)}\n`);
  const { signIns } = serving.records;
  if (!(await signIns.anyTokens()))
    process.stdout.write(`${words.link(signInLink(address, await signIns.newLink(FIRST_ADMIN)))}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runTool(main);
