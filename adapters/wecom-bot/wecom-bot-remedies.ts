import { defineTexts, type Locale } from '../../src/chat/texts.ts';

const texts = defineTexts({
  zh: {
    kicked: '同一个机器人在别处也连着(另一台服务器、测试环境),企业微信只留一条。停掉那边,再重启这边。',
    auth: 'WECOM_BOT_ID 或 WECOM_BOT_SECRET 不对:在机器人的「API模式」里重新获取 Secret,抄到 .env。',
    pace: '同一个会话一分钟最多 30 条、一小时 1000 条;会自己恢复。',
    chat: '这个人没跟机器人说过话,或机器人已不在群里:请他先发一句,或把机器人拉进群。',
    network: '检查到 openws.work.weixin.qq.com 的网络或代理(WebSocket,443 端口)。',
    other: 'docs/wecom-bot.md 的「出问题时」。',
  },
  en: {
    kicked:
      'The same bot is connected elsewhere (another server, a test), and WeCom keeps one. Stop that, restart this.',
    auth: 'WECOM_BOT_ID or WECOM_BOT_SECRET is wrong: get the secret again in the bot’s API mode and copy it to .env.',
    pace: 'One chat takes 30 messages a minute and 1,000 an hour; it passes by itself.',
    chat: 'They never wrote to the bot, or it is no longer in that group: they write first, or it is invited again.',
    network: 'Check the network or proxy to openws.work.weixin.qq.com (WebSocket, port 443).',
    other: 'See docs/wecom-bot.md.',
  },
});

/** What an administrator can do about an error, by WeCom's code or our own word; for the log, `/healthz` and `doctor`. */
export function wecomBotRemedy(code: string, locale: Locale): string {
  const words = texts(locale);
  if (code === 'kicked') return words.kicked;
  if (code.startsWith('auth')) return words.auth;
  if (code === '846607' || code === '45009') return words.pace;
  if (code === '93006' || code === '60111' || code === '81013') return words.chat;
  return code === 'unreachable' ? words.network : words.other;
}
