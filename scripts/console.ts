import { parseArgs } from 'node:util';
import { createConsoleAdapter } from '../adapters/console/console-adapter.ts';
import { createApp } from '../src/app/create-app.ts';
import { openRecords } from '../src/app/records.ts';
import { directRoom } from '../src/chat/message.ts';
import { defineTexts } from '../src/chat/texts.ts';
import { baseConfig, loadConfig } from '../src/config.ts';
import { called } from '../src/crm/person/add-person.ts';
import { PersonError } from '../src/errors.ts';
import { createBlobStore } from '../src/infra/mongo/blob-store.ts';
import { createPinoLogger } from '../src/infra/pino/pino-logger.ts';
import { configuredModel } from '../src/main/configured-model.ts';
import { environment, spoken } from '../src/main/environment.ts';
import { FIRST_ADMIN, prepareTeam } from '../src/main/first-start.ts';
import { openStore } from '../src/main/open-store.ts';
import { runTool } from '../src/main/run-tool.ts';
import { machineClock } from '../src/ports/clock.ts';
import type { JobQueue } from '../src/ports/job-queue.ts';

const texts = defineTexts({
  zh: { none: (name: string) => `没有叫「${name}」的同事。先用 npm run admin -- add 加上。` },
  en: { none: (name: string) => `No colleague is called "${name}". Add them first: npm run admin -- add.` },
});

/** A terminal leaves the ticks to the server. */
const noTicks: JobQueue = { every() {}, async start() {}, async stop() {} };

/** The bot in this terminal, for one person: on the store of a running server, or on the data folder itself. */
async function talk(): Promise<void> {
  const { values } = parseArgs({ options: { as: { type: 'string' } } });
  const config = loadConfig(baseConfig, environment);
  const store = await openStore(config, { share: true });
  try {
    const records = await openRecords(store.connection, { clock: machineClock, logger: createPinoLogger('silent') });
    await prepareTeam(records, { locale: config.TEAM_LOCALE, zone: config.TEAM_ZONE, currency: config.TEAM_CURRENCY });
    const name = values.as ?? FIRST_ADMIN;
    const [person] = called(await records.stores.people.active(), name);
    if (person === undefined) throw new PersonError(texts(spoken).none(name));
    const { _id: id, locale } = person;
    const adapter = createConsoleAdapter({
      person: { id, name: person.name, locale },
      input: process.stdin,
      output: process.stdout,
      clock: machineClock,
    });
    const app = createApp({
      records,
      adapters: [adapter],
      blobs: createBlobStore(records.db, records.seals),
      jobs: noTicks,
      model: configuredModel(config, records),
      sole: store.kind === 'embedded',
      reach: (one) => ({ adapter: one === id ? adapter.name : 'web', room: directRoom(one) }),
    });
    await app.start();
    await adapter.ended;
    await app.stop();
  } finally {
    await store.close();
  }
}

await runTool(talk);
process.exit();
