import type { WechatySettings } from '../../adapters/wechaty/wechaty-config.ts';
import { wechatyRemedy } from '../../adapters/wechaty/wechaty-remedies.ts';
import { defineTexts, type Locale } from '../../src/chat/texts.ts';
import type { AdapterMends } from './examine-adapter.ts';
import type { Finding } from './finding.ts';

const texts = defineTexts({
  zh: {
    off: 'Wechaty:未配置(不影响使用)',
    installed: (module: string) => `Wechaty:${module} 已安装`,
    absent: (module: string) => `Wechaty:没装 ${module}`,
    unheard: '在微信里给机器人发一句话;没有回应就看扫码登录是否还在。',
  },
  en: {
    off: 'Wechaty: not configured (nothing needs it)',
    installed: (module: string) => `Wechaty: ${module} is installed`,
    absent: (module: string) => `Wechaty: ${module} is not installed`,
    unheard: 'Write to the bot in WeChat; if nothing comes, see whether its account is still signed in.',
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
      : { ok: false, what: words.absent(module), mend: wechatyRemedy('not_installed', locale) },
  ];
}

/** What can be done where the running adapter says that something is wrong. */
export const wechatyMends = (locale: Locale): AdapterMends => ({
  unheard: texts(locale).unheard,
  error: (code) => wechatyRemedy(code, locale),
});
