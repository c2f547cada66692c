import { currencyText } from '../../chat/format.ts';
import { defineTexts, type Locale } from '../../chat/texts.ts';
import { currencyOf } from '../../crm/rate/rate.ts';
import type { Touched } from './touched.ts';

const texts = defineTexts({
  zh: {
    group: (name: string) => `${name}的团队`,
    role: (name: string) => `${name}的角色`,
    left: (name: string) => `${name}离职`,
    manager: (name: string) => `谁管${name}`,
    name: (name: string) => `改名「${name}」`,
    code: '加入码',
    peace: '提醒设置',
    companyDays: '公司日历',
    rate: (currency: string) => `${currency}汇率`,
    team: '公司币种',
    zone: '时区',
  },
  en: {
    group: (name: string) => `${name}'s team`,
    role: (name: string) => `${name}'s role`,
    left: (name: string) => `${name} leaving`,
    manager: (name: string) => `who manages ${name}`,
    name: (name: string) => `the name ${name}`,
    code: 'join code',
    peace: 'reminder settings',
    companyDays: 'company calendar',
    rate: (currency: string) => `the rate for ${currency}`,
    team: 'company currency',
    zone: 'time zone',
  },
});

/** What was done to colleagues, groups, join codes and reminder settings, in a person's words; null for records of other kinds. */
export function companyWords(
  { kind, id, created, removed, before, after, stands }: Touched,
  locale: Locale,
): string[] | null {
  const words = texts(locale);
  const name = String((stands ?? after).name ?? before.name ?? '');
  if (kind === 'join-code') return created || removed || 'revokedAt' in after ? [words.code] : [];
  if (kind === 'peace') return [words.peace];
  if (kind === 'company-day') return [words.companyDays];
  if (kind === 'rate') return [words.rate(currencyText(currencyOf(id), locale))];
  if (kind === 'team') return 'currency' in after ? [words.team] : [];
  // Who is in a room goes with who is a colleague.
  if (kind === 'room' && !created && !removed && !('alerts' in after)) return [];
  if (kind !== 'person' && kind !== 'group') return null;
  if (created || removed) return [String(after.name ?? name)];
  if (kind === 'group')
    return [
      ...('manager' in after ? [words.manager(name)] : []),
      ...('name' in after ? [words.name(String(after.name))] : []),
    ];
  if ('active' in after) return [words.left(name)];
  if ('zone' in after) return [words.zone];
  return [...('group' in after ? [words.group(name)] : []), ...('role' in after ? [words.role(name)] : [])];
}
