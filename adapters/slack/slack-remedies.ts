import { defineTexts, type Locale } from '../../src/chat/texts.ts';

/** What an administrator can do about each error; for the log, `/healthz` and `doctor`. */
export const slackRemedies = defineTexts({
  zh: {
    token: '在 api.slack.com/apps 里重新安装应用,把令牌抄到 .env(docs/slack.md 第 2 步)。',
    appToken: '在 Basic Information → App-Level Tokens 新建一个带 connections:write 的令牌。',
    scope: '用最新的 manifest.yaml 更新应用并重新安装。',
    channel: '在频道里 /invite 机器人。',
    notLinked: 'npm run admin -- link-slack 姓名 邮箱',
    busy: '会自己恢复;常见的话说明发得太多。',
    address: 'WEB_PUBLIC_URL 加 /slack/events 从这台机器打不开:查域名、证书、反向代理和防火墙。',
    network: '检查到 slack.com 的网络或代理。',
    other: 'docs/slack.md 的「出问题时」。',
  },
  en: {
    token: 'Reinstall the app at api.slack.com/apps and copy the token to .env (docs/slack.md, step 2).',
    appToken: 'Make a token with connections:write under Basic Information → App-Level Tokens.',
    scope: 'Update the app with the present manifest.yaml and reinstall it.',
    channel: '/invite the bot in the channel.',
    notLinked: 'npm run admin -- link-slack NAME EMAIL',
    busy: 'It passes by itself; often means that too much is being sent.',
    address:
      'WEB_PUBLIC_URL with /slack/events cannot be opened from here: check name, certificate, proxy and firewall.',
    network: 'Check the network or proxy to slack.com.',
    other: 'See "When something is wrong" in docs/slack.md.',
  },
});

/** By Slack's own word for an error, or ours. */
export function slackRemedy(code: string, locale: Locale): string {
  const words = slackRemedies(locale);
  if (/auth|token|account_inactive/.test(code)) return words.token;
  if (code === 'address') return words.address;
  if (code === 'missing_scope') return words.scope;
  if (/channel|archived/.test(code)) return words.channel;
  if (code === 'not_linked') return words.notLinked;
  if (/limit/.test(code)) return words.busy;
  return /^(unreachable|http_)/.test(code) ? words.network : words.other;
}
