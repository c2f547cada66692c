import type { WechatySettings } from '../../adapters/wechaty/wechaty-config.ts';
import { defineTexts, type Locale } from '../../src/chat/texts.ts';
import type { AdapterMends } from './examine-adapter.ts';
import type { Finding } from './finding.ts';

const texts = defineTexts({
  zh: {
    off: 'Wechaty:未配置(不影响使用)',
    installed: (module: string) => `Wechaty:${module} 已安装`,
    absent: (module: string) => `Wechaty:没装 ${module}`,
    absentMend: 'npm install --no-save wechaty@1.20.2,再重启;见 docs/wechaty.md。',
    unheard: '在微信里给机器人发一句话;没有回应就看扫码登录是否还在。',
    deaf: '连接断了又不报,已自动重连;总这样就检查 token 和网络。',
    notFound: '机器人的微信里没有这个人或群。',
    other: '看日志里的错误码;token 过期就换一个。',
  },
  en: {
    off: 'Wechaty: not configured (nothing needs it)',
    installed: (module: string) => `Wechaty: ${module} is installed`,
    absent: (module: string) => `Wechaty: ${module} is not installed`,
    absentMend: 'npm install --no-save wechaty@1.20.2, then restart; see docs/wechaty.md.',
    unheard: 'Write to the bot in WeChat; if nothing comes, see whether its account is still signed in.',
    deaf: 'The connection went silent and was made anew; if it goes on, check token and network.',
    notFound: "The bot's WeChat account has no such contact or group.",
    other: 'See the code in the log; where the token has expired, get another.',
  },
});

/** Whether the package is there; where Wechaty is configured. */
export async function examineWechaty(settings: WechatySettings | null, locale: Locale): Promise<Finding[]> {
  const words = texts(locale);
  if (settings === null) return [{ ok: null, what: words.off, mend: '' }];
  const { module } = settings;
  const installed = await import(module).then(
    () => true,
    () => false,
  );
  return [
    installed
      ? { ok: true, what: words.installed(module), mend: '' }
      : { ok: false, what: words.absent(module), mend: words.absentMend },
  ];
}

/** What can be done where the running adapter says that something is wrong. */
export function wechatyMends(locale: Locale): AdapterMends {
  const words = texts(locale);
  const mends: Record<string, string> = {
    deaf: words.deaf,
    not_installed: words.absentMend,
    not_found: words.notFound,
  };
  return { unheard: words.unheard, error: (code) => mends[code] ?? words.other };
}
