import type { WecomAppSettings } from '../../adapters/wecom-app/wecom-app-config.ts';
import { codeOf } from '../../adapters/wecom-app/wecom-app-errors.ts';
import { createGroup, GROUP_LIMITS } from '../../adapters/wecom-app/wecom-app-groups.ts';
import { userIdOf, WECOM_APP } from '../../adapters/wecom-app/wecom-app-ids.ts';
import { remedies, remedyOf } from '../../adapters/wecom-app/wecom-app-remedies.ts';
import type { Records } from '../../src/app/records.ts';
import { defineTexts, type Locale } from '../../src/chat/texts.ts';
import { ALERTS, roomKind } from '../../src/crm/room/room.ts';
import { PersonError } from '../../src/errors.ts';
import { alertsOf } from './alerts-of.ts';

const texts = defineTexts({
  zh: {
    off: '先配置企业微信应用(docs/wecom-app.md)。',
    alerts: `--alerts 可填:${ALERTS.join(',')}(用逗号分开),none 是都不要。`,
    members: '--members 写至少两位同事(姓名用逗号分开),第一位是群主。',
    notLinked: (name: string) => `${name} 还没关联企业微信(docs/wecom-app.md 第 5 步)。`,
    name: `群名最多 ${GROUP_LIMITS.name} 个字。`,
    failed: (code: string, mend: string) => `企业微信没建成群(${code})。${mend}`,
    made: (name: string, alerts: string) => `群「${name}」建好了,会收到:${alerts}。第一条消息到了,群才会出现。`,
    on: (name: string, alerts: string) => `群「${name}」会收到:${alerts}`,
    none: '不发提醒',
  },
  en: {
    off: 'Configure the WeCom app first (docs/wecom-app.md).',
    alerts: `--alerts takes ${ALERTS.join(',')} (with commas), or none.`,
    members: '--members names at least two colleagues (with commas); the first one owns the group.',
    notLinked: (name: string) => `${name} has no WeCom account linked (docs/wecom-app.md, step 5).`,
    name: `A group's name has ${GROUP_LIMITS.name} characters at most.`,
    failed: (code: string, mend: string) => `WeCom made no group (${code}). ${mend}`,
    made: (name: string, alerts: string) =>
      `The group "${name}" is made and gets: ${alerts}. It shows with its first message.`,
    on: (name: string, alerts: string) => `The group "${name}" gets: ${alerts}`,
    none: 'no alerts',
  },
});

/** Makes a group of colleagues in WeCom, or finds the one of that name, and has alerts sent there; says so in words. */
export async function wecomGroup(
  { ledger, stores }: Pick<Records, 'ledger' | 'stores'>,
  settings: WecomAppSettings | null,
  asked: { name: string; members: readonly { id: string; name: string }[]; alerts: string | undefined },
  locale: Locale,
): Promise<string> {
  const words = texts(locale);
  if (settings === null) throw new PersonError(words.off);
  const { name } = asked;
  const alerts = alertsOf(asked.alerts);
  if (alerts === null) throw new PersonError(words.alerts);
  if ([...name].length > GROUP_LIMITS.name) throw new PersonError(words.name);
  const kept = (await stores.rooms.on(WECOM_APP)).find((room) => room.name === name);
  const told = alerts.length === 0 ? words.none : alerts.join(', ');
  const cause = { id: `admin:wecom-group-${crypto.randomUUID()}`, kind: 'admin' as const, by: 'system' };
  if (kept !== undefined) {
    await ledger.record(cause, async (draft) => {
      const record = await draft.read(roomKind, kept._id);
      if (record !== null) draft.change(roomKind, record, { alerts });
    });
    return words.on(name, told);
  }
  const members = [...new Map(asked.members.map((member) => [member.id, member])).values()];
  if (members.length < GROUP_LIMITS.least) throw new PersonError(words.members);
  const users: string[] = [];
  for (const member of members) {
    const identities = (await stores.people.get(member.id))?.identities ?? [];
    const identity = identities.find(({ adapter }) => adapter === WECOM_APP)?.user ?? '';
    const user = userIdOf(settings.corp, identity);
    if (user === null) throw new PersonError(words.notLinked(member.name));
    users.push(user);
  }
  const room = await createGroup(settings, name, users).catch((error: unknown) => {
    throw new PersonError(words.failed(codeOf(error), remedyOf(codeOf(error), remedies(locale))));
  });
  await ledger.record(cause, async (draft) => {
    const ids = members.map(({ id }) => id).sort();
    draft.create(roomKind, room, { adapter: WECOM_APP, room, name, members: ids, outsiders: false, alerts });
  });
  return words.made(name, told);
}
