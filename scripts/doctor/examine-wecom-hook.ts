import type { WecomHook } from '../../adapters/wecom-hook/wecom-hook-config.ts';
import { hookRoom, WECOM_HOOK } from '../../adapters/wecom-hook/wecom-hook-ids.ts';
import { wecomHookRemedy } from '../../adapters/wecom-hook/wecom-hook-remedies.ts';
import { defineTexts, type Locale } from '../../src/chat/texts.ts';
import type { RoomStore } from '../../src/crm/room/room-store.ts';
import type { AdapterMends } from './examine-adapter.ts';
import type { Finding } from './finding.ts';

const texts = defineTexts({
  zh: {
    name: '企业微信群机器人',
    off: '企业微信群机器人:未配置(不影响使用)',
    subscribed: (name: string, alerts: string) => `群机器人 ${name}:${alerts}`,
    idle: (name: string) => `群机器人 ${name}:还没订阅提醒`,
    idleMend: (name: string) => `npm run admin -- hook ${name} --members 姓名,姓名 --alerts stale-deals,wins`,
  },
  en: {
    name: 'The WeCom group hook',
    off: 'WeCom group hooks: not configured (nothing needs them)',
    subscribed: (name: string, alerts: string) => `WeCom hook ${name}: ${alerts}`,
    idle: (name: string) => `WeCom hook ${name}: no alert goes there yet`,
    idleMend: (name: string) => `npm run admin -- hook ${name} --members NAME,NAME --alerts stale-deals,wins`,
  },
});

/** What people call it. */
export const wecomHookName = (locale: Locale): string => texts(locale).name;

/** Which hooks there are, and what goes where; nothing is posted to try them. */
export async function hookFindings(
  hooks: readonly WecomHook[] | undefined,
  rooms: Pick<RoomStore, 'on'>,
  locale: Locale,
): Promise<Finding[]> {
  const words = texts(locale);
  if (hooks === undefined) return [{ ok: null, what: words.off, mend: '' }];
  const kept = await rooms.on(WECOM_HOOK);
  return hooks.map(({ name }): Finding => {
    const alerts = kept.find(({ room }) => room === hookRoom(name))?.alerts ?? [];
    return alerts.length === 0
      ? { ok: null, what: words.idle(name), mend: words.idleMend(name) }
      : { ok: true, what: words.subscribed(name, alerts.join(', ')), mend: '' };
  });
}

/** What can be done where the running adapter says that something is wrong. */
export const wecomHookMends = (locale: Locale): AdapterMends => ({
  unheard: null,
  error: (code) => wecomHookRemedy(code, locale),
});
