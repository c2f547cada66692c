import { defineTexts, type Locale } from '../../src/chat/texts.ts';

const texts = defineTexts({
  zh: {
    deaf: '连接断了又不报,已自动重连;总这样就检查 token 和网络。',
    not_installed: 'npm install --no-save wechaty@1.20.2,再重启;见 docs/wechaty.md。',
    not_found: '机器人的微信里没有这个人或群。',
    other: '看日志里的错误码;token 过期就换一个。',
  },
  en: {
    deaf: 'The connection went silent and was made anew; if it goes on, check token and network.',
    not_installed: 'npm install --no-save wechaty@1.20.2, then restart; see docs/wechaty.md.',
    not_found: "The bot's WeChat account has no such contact or group.",
    other: 'See the code in the log; where the token has expired, get another.',
  },
});

/** What an administrator can do about an error, by our word for it; for the log, `/healthz` and `doctor`. */
export function wechatyRemedy(code: string, locale: Locale): string {
  const words: Record<string, string> = texts(locale);
  return Object.hasOwn(words, code) ? (words[code] ?? '') : texts(locale).other;
}
