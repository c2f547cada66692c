import type { WecomAppSettings } from '../../adapters/wecom-app/wecom-app-config.ts';
import { probeWecom } from '../../adapters/wecom-app/wecom-app-directory.ts';
import { remedies, remedyOf } from '../../adapters/wecom-app/wecom-app-remedies.ts';
import { defineTexts, type Locale } from '../../src/chat/texts.ts';
import type { AdapterMends } from './examine-adapter.ts';
import type { Finding } from './finding.ts';

const texts = defineTexts({
  zh: {
    name: '企业微信应用',
    off: '企业微信应用:未配置(不影响使用)',
    works: (app: string) => `企业微信应用:「${app}」,Secret、AgentId、可信IP 都对`,
    fails: (code: string) => `企业微信应用:调用不了(${code})`,
    address: (url: string) => `企业微信回调地址:${url}`,
    noAddress: '企业微信回调地址:没有公网地址',
    addressMend:
      '把外网能访问的 https 地址填到 WEB_PUBLIC_URL,再到应用详情页「设置API接收」填「该地址/wecom/callback」。',
    unheard: '在企业微信「工作台」打开应用发一句话;收不到就核对「设置API接收」的 URL、Token、EncodingAESKey。',
  },
  en: {
    name: 'The WeCom app',
    off: 'WeCom app: not configured (nothing needs it)',
    works: (app: string) => `WeCom app: "${app}"; secret, AgentId and trusted address are right`,
    fails: (code: string) => `WeCom app: cannot be called (${code})`,
    address: (url: string) => `WeCom callback address: ${url}`,
    noAddress: 'WeCom callback address: none is public',
    addressMend: 'Set WEB_PUBLIC_URL to a public https address and enter it with /wecom/callback under 设置API接收.',
    unheard: 'Open the app in WeCom and write something; if nothing comes, compare URL, Token and EncodingAESKey.',
  },
});

/** Tries company, secret, app and trusted address, and says where WeCom is to post; where it is configured. */
export async function examineWecomApp(
  settings: WecomAppSettings | null,
  publicUrl: string | undefined,
  locale: Locale,
): Promise<Finding[]> {
  const words = texts(locale);
  if (settings === null) return [{ ok: null, what: words.off, mend: '' }];
  const probe = await probeWecom(settings);
  return [
    probe.kind === 'works'
      ? { ok: true, what: words.works(probe.app), mend: '' }
      : { ok: false, what: words.fails(probe.code), mend: remedyOf(probe.code, remedies(locale)) },
    publicUrl === undefined
      ? { ok: false, what: words.noAddress, mend: words.addressMend }
      : { ok: true, what: words.address(new URL('/wecom/callback', publicUrl).href), mend: '' },
  ];
}

/** What can be done where the running adapter says that something is wrong. */
export const wecomAppMends = (locale: Locale): AdapterMends => ({
  unheard: texts(locale).unheard,
  error: (code) => remedyOf(code, remedies(locale)),
});

/** What people call it. */
export const wecomAppName = (locale: Locale): string => texts(locale).name;
