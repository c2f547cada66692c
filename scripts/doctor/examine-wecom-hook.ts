import type { WecomHook } from '../../adapters/wecom-hook/wecom-hook-config.ts';
import { hookRoom, WECOM_HOOK } from '../../adapters/wecom-hook/wecom-hook-ids.ts';
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
    key: '群里的机器人被删了,或地址抄错了:重新复制 Webhook 地址到 WECOM_HOOKS。',
    pace: '一个群机器人一分钟最多 20 条;会自己恢复。',
    gone: 'WECOM_HOOKS 里没有这个名字了:加回来,或取消订阅。',
    network: '检查到 qyapi.weixin.qq.com 的网络或代理。',
    other: 'docs/wecom-bot.md 的「群机器人」。',
  },
  en: {
    name: 'WeCom group hooks',
    off: 'WeCom group hooks: not configured (nothing needs them)',
    subscribed: (name: string, alerts: string) => `WeCom hook ${name}: ${alerts}`,
    idle: (name: string) => `WeCom hook ${name}: no alert goes there yet`,
    idleMend: (name: string) => `npm run admin -- hook ${name} --members NAME,NAME --alerts stale-deals,wins`,
    key: 'The hook was deleted in its group, or the address is wrong: copy it again to WECOM_HOOKS.',
    pace: 'One hook takes 20 messages a minute; it passes by itself.',
    gone: 'WECOM_HOOKS has no such name any more: put it back, or end its alerts.',
    network: 'Check the network or proxy to qyapi.weixin.qq.com.',
    other: 'See docs/wecom-bot.md.',
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
export function wecomHookMends(locale: Locale): AdapterMends {
  const words = texts(locale);
  const mends: Record<string, string> = {
    '93000': words.key,
    '45009': words.pace,
    no_hook: words.gone,
    unreachable: words.network,
  };
  return { unheard: null, error: (code) => mends[code] ?? words.other };
}
