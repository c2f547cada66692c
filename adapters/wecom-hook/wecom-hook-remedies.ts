import { defineTexts, type Locale } from '../../src/chat/texts.ts';

const texts = defineTexts({
  zh: {
    '93000': '群里的机器人被删了,或地址抄错了:重新复制 Webhook 地址到 WECOM_HOOKS。',
    '45009': '一个群机器人一分钟最多 20 条;会自己恢复。',
    no_hook: 'WECOM_HOOKS 里没有这个名字了:加回来,或取消订阅。',
    unreachable: '检查到 qyapi.weixin.qq.com 的网络或代理。',
    other: 'docs/wecom-bot.md 的「群机器人」。',
  },
  en: {
    '93000': 'The hook was deleted in its group, or the address is wrong: copy it again to WECOM_HOOKS.',
    '45009': 'One hook takes 20 messages a minute; it passes by itself.',
    no_hook: 'WECOM_HOOKS has no such name any more: put it back, or end its alerts.',
    unreachable: 'Check the network or proxy to qyapi.weixin.qq.com.',
    other: 'See docs/wecom-bot.md.',
  },
});

/** What an administrator can do about an error, by WeCom's code or our own word; for `/healthz` and `doctor`. */
export function wecomHookRemedy(code: string, locale: Locale): string {
  const words: Record<string, string> = texts(locale);
  return Object.hasOwn(words, code) ? (words[code] ?? '') : texts(locale).other;
}
