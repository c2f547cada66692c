import { moneyText } from '../../src/chat/format.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import type { PlatformTalk } from './platform-talk.ts';

/** All that a world has on record of customers, one line a record, by id: `deal 腾云 85万 negotiation`. */
export async function recordLines(world: Pick<PlatformTalk, 'kept'>): Promise<Map<string, string>> {
  const accounts = await world.kept(accountKind);
  const short = new Map(accounts.map(({ _id, name, aliases }) => [_id, aliases[0] ?? name]));
  const of = (account: string | null) => (account === null ? '?' : (short.get(account) ?? account));
  const lines = new Map<string, string>();
  const put = (id: string, ...parts: (string | null | undefined)[]) =>
    void lines.set(id, parts.filter((part) => part != null).join(' '));

  for (const { _id, name, important } of accounts) put(_id, 'customer', name, important ? 'important' : null);
  for (const one of await world.kept(contactKind)) {
    const { birthday: born } = one;
    const birthday = born === null ? null : `born ${born.calendar} ${born.month}-${born.day}`;
    put(one._id, 'person', of(one.account), one.name, one.phone, one.email, birthday);
  }
  for (const one of await world.kept(dealKind)) {
    const amount = one.amount === null || one.currency === null ? '-' : moneyText(one.amount, one.currency, 'zh');
    const paused = one.pausedUntil === null ? null : `paused ${one.pausedUntil}`;
    put(one._id, 'deal', of(one.account), amount, one.stage, paused, one.lostReason);
  }
  for (const one of await world.kept(interactionKind)) put(one._id, 'note', of(one.account), one.kind, one.day);
  for (const one of await world.kept(taskKind)) {
    const done = one.doneAt === null ? null : '(done)';
    put(one._id, 'step', of(one.account), one.day ?? '-', one.time ?? '-', one.title, done);
  }
  return lines;
}
