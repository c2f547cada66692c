import type { WecomHook } from '../../adapters/wecom-hook/wecom-hook-config.ts';
import { hookRoom, WECOM_HOOK } from '../../adapters/wecom-hook/wecom-hook-ids.ts';
import type { Records } from '../../src/app/records.ts';
import { defineTexts, type Locale } from '../../src/chat/texts.ts';
import { ALERTS, roomKind } from '../../src/crm/room/room.ts';
import { PersonError } from '../../src/errors.ts';
import { alertsOf } from './alerts-of.ts';

const texts = defineTexts({
  zh: {
    unknown: (name: string) => `WECOM_HOOKS 里没有「${name}」。`,
    alerts: `--alerts 可填:${ALERTS.join(',')}(用逗号分开),none 是都不要。`,
    members: '--members 写群里都有谁(姓名用逗号分开):提醒里只有他们人人可看的。',
    on: (name: string, alerts: string, members: number) => `群「${name}」(${members}人)会收到:${alerts}`,
    off: (name: string) => `群「${name}」不再收到提醒。`,
  },
  en: {
    unknown: (name: string) => `WECOM_HOOKS has no "${name}".`,
    alerts: `--alerts takes ${ALERTS.join(',')} (with commas), or none.`,
    members: '--members names who is in the group (with commas): alerts say only what all of them may see.',
    on: (name: string, alerts: string, members: number) => `The group "${name}" (${members}) gets: ${alerts}`,
    off: (name: string) => `The group "${name}" gets no alerts any more.`,
  },
});

/**
 * Has alerts sent to a hook's group, or ends that; says so in words. WeCom tells nobody who is in the group, so an
 * administrator does: `members` (ids) bound what is said there.
 */
export async function subscribeHook(
  { ledger, stores }: Pick<Records, 'ledger' | 'stores'>,
  hooks: readonly WecomHook[] | undefined,
  asked: { name: string; members: readonly string[]; alerts: string | undefined },
  locale: Locale,
): Promise<string> {
  const words = texts(locale);
  const { name } = asked;
  if (!hooks?.some((hook) => hook.name === name)) throw new PersonError(words.unknown(name));
  const alerts = alertsOf(asked.alerts);
  if (alerts === null) throw new PersonError(words.alerts);
  if (alerts.length > 0 && asked.members.length === 0) throw new PersonError(words.members);
  const room = hookRoom(name);
  const kept = await stores.rooms.byRoom(room);
  const members = asked.members.length > 0 ? [...new Set(asked.members)].sort() : (kept?.members ?? []);
  const wanted = { name, members, outsiders: members.length === 0, alerts };
  await ledger.record({ id: `admin:hook-${crypto.randomUUID()}`, kind: 'admin', by: 'system' }, async (draft) => {
    const record = await draft.read(roomKind, kept?._id ?? room);
    if (record === null) draft.create(roomKind, room, { adapter: WECOM_HOOK, room, ...wanted });
    else draft.change(roomKind, record, wanted);
  });
  return alerts.length === 0 ? words.off(name) : words.on(name, alerts.join(', '), members.length);
}
