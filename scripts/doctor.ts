import { slackSettings } from '../adapters/slack/slack-config.ts';
import { SLACK } from '../adapters/slack/slack-ids.ts';
import { WEB } from '../adapters/web/web-decode.ts';
import { wechatySettings } from '../adapters/wechaty/wechaty-config.ts';
import { WECHATY } from '../adapters/wechaty/wechaty-decode.ts';
import { wecomAppSettings } from '../adapters/wecom-app/wecom-app-config.ts';
import { WECOM_APP } from '../adapters/wecom-app/wecom-app-ids.ts';
import { createWecomBotChatStore } from '../adapters/wecom-bot/wecom-bot-chat-store.ts';
import { wecomBotSettings } from '../adapters/wecom-bot/wecom-bot-config.ts';
import { WECOM_BOT } from '../adapters/wecom-bot/wecom-bot-ids.ts';
import { WECOM_HOOK } from '../adapters/wecom-hook/wecom-hook-ids.ts';
import { createAdapterStateStore } from '../src/chat/adapter-state-store.ts';
import { faultWords, readConfig } from '../src/config.ts';
import { modelSettings } from '../src/main/configured-model.ts';
import { environment, spoken } from '../src/main/environment.ts';
import { wholeConfig } from '../src/main/whole-config.ts';
import { machineClock } from '../src/ports/clock.ts';
import { adapterFindings } from './doctor/examine-adapter.ts';
import { examineHolidays } from './doctor/examine-holidays.ts';
import { examineModel } from './doctor/examine-model.ts';
import { examineSlack, slackMends } from './doctor/examine-slack.ts';
import { examineStore } from './doctor/examine-store.ts';
import { examineWechaty, wechatyMends } from './doctor/examine-wechaty.ts';
import { examineWecomApp, wecomAppMends, wecomAppName } from './doctor/examine-wecom-app.ts';
import { examineWecomBot, silentFindings, wecomBotMends, wecomBotName } from './doctor/examine-wecom-bot.ts';
import { hookFindings, wecomHookMends, wecomHookName } from './doctor/examine-wecom-hook.ts';
import { type Finding, findingLine } from './doctor/finding.ts';
import { doctorTexts } from './doctor/texts.ts';

/** Says what is configured, what is missing and how to mend it; also while the server runs. Ends with 1 when something is wrong. */
async function examine(): Promise<Finding[]> {
  const words = doctorTexts(spoken);
  const node: Finding = {
    ok: isNodeEnough(process.versions.node),
    what: words.node(process.versions.node),
    mend: words.nodeMend,
  };
  const read = readConfig(wholeConfig, environment);
  if (read.kind === 'faults') {
    const faults = faultWords(spoken);
    return [
      node,
      ...read.faults.map(
        ({ variable, kind, hint }): Finding => ({
          ok: false,
          what: `${variable}: ${faults[kind](hint)}`,
          mend: faults.tail,
        }),
      ),
    ];
  }
  const { config } = read;
  const model = await examineModel(modelSettings(config), words);
  const web: Finding = {
    ok: true,
    what: words.web(config.WEB_PUBLIC_URL ?? `http://${config.WEB_HOST}:${config.WEB_PORT}`),
    mend: '',
  };
  const settings = slackSettings(config);
  const slack = await examineSlack(settings, spoken);
  const wecomApp = wecomAppSettings(config);
  const wecomAppFindings = await examineWecomApp(wecomApp, config.WEB_PUBLIC_URL, spoken);
  const wecomBot = wecomBotSettings(config);
  const wechaty = wechatySettings(config);
  const wechatyFindings = await examineWechaty(wechaty, spoken);
  const store = await examineStore(config, words, async (connection, stores) => {
    const states = createAdapterStateStore(connection);
    const now = machineClock.now();
    const webMends = { unheard: null, error: () => words.webError };
    return [
      ...adapterFindings(words.webName, await states.read(WEB), now, webMends, spoken),
      ...(settings === null ? [] : adapterFindings('Slack', await states.read(SLACK), now, slackMends(spoken), spoken)),
      ...(wecomApp === null
        ? []
        : adapterFindings(wecomAppName(spoken), await states.read(WECOM_APP), now, wecomAppMends(spoken), spoken)),
      ...(wecomBot === null
        ? []
        : [
            ...adapterFindings(wecomBotName(spoken), await states.read(WECOM_BOT), now, wecomBotMends(spoken), spoken),
            ...(await silentFindings(stores.people, createWecomBotChatStore(connection, wecomBot.bot), spoken)),
          ]),
      ...(await hookFindings(config.WECOM_HOOKS, stores.rooms, spoken)),
      ...(config.WECOM_HOOKS === undefined
        ? []
        : adapterFindings(wecomHookName(spoken), await states.read(WECOM_HOOK), now, wecomHookMends(spoken), spoken)),
      ...(wechaty === null
        ? []
        : adapterFindings(words.wechat, await states.read(WECHATY), now, wechatyMends(spoken), spoken)),
    ];
  });
  const holidays = await examineHolidays(config.DATA_DIR, config.TEAM_ZONE, machineClock);
  return [
    node,
    { ok: true, what: words.configured, mend: '' },
    web,
    model,
    slack,
    ...wecomAppFindings,
    examineWecomBot(wecomBot, spoken),
    ...wechatyFindings,
    ...holidays,
    ...store,
  ];
}

const isNodeEnough = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
};

const findings = await examine();
for (const finding of findings) process.stdout.write(`${findingLine(finding)}\n`);
process.exitCode = findings.some(({ ok }) => ok === false) ? 1 : 0;
