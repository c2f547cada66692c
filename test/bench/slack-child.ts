import { Session } from 'node:inspector/promises';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { built } from './built.ts';
import { answerParent } from './child.ts';
import { fillCompany, REPS, repId } from './company.ts';
import { cpuShares } from './cpu-shares.ts';

/**
 * Takes Slack's events by HTTP, listening: `bolt` (bare Bolt, an empty handler), `say` (bare Bolt, one answer to each
 * message) or `genjin` (the whole bot with the bench's company). Then Slack's address, the signing secret, and the store's.
 */
const [how = 'bolt', apiUrl = '', secret = '', uri = ''] = process.argv.slice(2);
const BOT_TOKEN = 'xoxb-bench';

const running = how === 'genjin' ? await ours() : await bare(how === 'say');
const profiler = new Session();
answerParent({ start: () => running.url, cpu: () => process.cpuUsage(), profile, shares }, running.stop);

async function profile(): Promise<void> {
  profiler.connect();
  await profiler.post('Profiler.enable');
  await profiler.post('Profiler.setSamplingInterval', { interval: 200 });
  await profiler.post('Profiler.start');
}

async function shares() {
  const { profile: taken } = await profiler.post('Profiler.stop');
  return cpuShares(taken);
}

async function bare(answers: boolean): Promise<{ url: string; stop(): Promise<void> }> {
  const receiver = new HTTPReceiver({ signingSecret: secret, logLevel: LogLevel.ERROR });
  const app = new App({
    receiver,
    token: BOT_TOKEN,
    botId: 'B1',
    botUserId: 'UBOT',
    tokenVerificationEnabled: false,
    clientOptions: { slackApiUrl: apiUrl },
    logLevel: LogLevel.ERROR,
  });
  app.message(async ({ say }) => {
    if (answers) await say('✓ Logged');
  });
  const server = (await app.start({ port: 0, host: '127.0.0.1' })) as import('node:http').Server;
  const { port } = server.address() as import('node:net').AddressInfo;
  return { url: `http://127.0.0.1:${port}`, stop: async () => void (await app.stop()) };
}

async function ours(): Promise<{ url: string; stop(): Promise<void> }> {
  const { connectMongo } = await built<typeof import('../../src/infra/mongo/connect.ts')>('src/infra/mongo/connect');
  const { serve } = await built<typeof import('../../src/main/serve.ts')>('src/main/serve');
  const { configuredSlack } =
    await built<typeof import('../../src/main/configured-slack.ts')>('src/main/configured-slack');
  const { webConfig } = await built<typeof import('../../adapters/web/web-config.ts')>('adapters/web/web-config');
  const { personKind } = await built<typeof import('../../src/crm/person/person.ts')>('src/crm/person/person');
  const connection = await connectMongo(uri);
  const { db } = connection;
  if (db === undefined) throw new Error('the connection is open');
  const ahead = Date.parse('2026-11-23T10:00:00+08:00') - machineClock.now().getTime();
  const clock = { now: () => new Date(machineClock.now().getTime() + ahead) };
  const slack = {
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: undefined,
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: apiUrl,
  };
  const serving = await serve({
    store: { connection, db, uri, kind: 'server', close: () => connection.close() },
    clock,
    logger: silentLogger,
    web: webConfig.parse({ WEB_PORT: 0 }),
    others: (records, http) => configuredSlack(slack, records, http),
    async prepare(records) {
      await fillCompany(records, clock.now());
      await records.ledger.record({ id: 'bench:slack', kind: 'admin', by: 'system' }, async (draft) => {
        for (let rep = 0; rep < REPS; rep++) {
          const person = await draft.read(personKind, repId(rep));
          if (person === null) continue;
          const identities = [...person.identities, { adapter: 'slack', user: `T1:U${rep}` }];
          draft.change(personKind, person, { identities });
        }
      });
    },
  });
  return { url: serving.url.href.replace(/\/$/, ''), stop: serving.stop };
}
