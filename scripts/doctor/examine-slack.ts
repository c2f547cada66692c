import type { SlackSettings } from '../../adapters/slack/slack-config.ts';
import { probeSlack } from '../../adapters/slack/slack-directory.ts';
import { slackRemedies, slackRemedy } from '../../adapters/slack/slack-remedies.ts';
import { defineTexts, type Locale } from '../../src/chat/texts.ts';
import type { AdapterMends } from './examine-adapter.ts';
import type { Finding } from './finding.ts';

const texts = defineTexts({
  zh: {
    off: 'Slack:未配置(不影响使用)',
    works: (team: string, bot: string, door: string) => `Slack:工作区 ${team},机器人 ${bot},${door}`,
    socket: 'Socket Mode',
    http: 'HTTP(/slack/events)',
    fails: (token: string, code: string) => `Slack:${token} 用不了(${code})`,
    nothingHeard: '在 Slack 里给机器人发一条私信;没收到就检查 manifest 里的事件订阅。',
  },
  en: {
    off: 'Slack: not configured (nothing needs it)',
    works: (team: string, bot: string, door: string) => `Slack: workspace ${team}, bot ${bot}, ${door}`,
    socket: 'Socket Mode',
    http: 'HTTP (/slack/events)',
    fails: (token: string, code: string) => `Slack: ${token} does not work (${code})`,
    nothingHeard: 'Send the bot a direct message in Slack; if nothing comes, check the events in the manifest.',
  },
});

/** Tries the tokens, where Slack is configured. */
export async function examineSlack(settings: SlackSettings | null, locale: Locale): Promise<Finding> {
  const words = texts(locale);
  if (settings === null) return { ok: null, what: words.off, mend: '' };
  const probe = await probeSlack(settings);
  if (probe.kind === 'works')
    return { ok: true, what: words.works(probe.team, probe.bot, words[settings.door.kind]), mend: '' };
  const { token, appToken, network } = slackRemedies(locale);
  const unreached = /^(unreachable|http_)/.test(probe.code);
  const mend = unreached ? network : probe.token === 'SLACK_APP_TOKEN' ? appToken : token;
  return { ok: false, what: words.fails(probe.token, probe.code), mend };
}

/** What can be done where the running adapter says that something is wrong. */
export const slackMends = (locale: Locale): AdapterMends => ({
  unheard: texts(locale).nothingHeard,
  error: (code) => slackRemedy(code, locale),
});
