import type { Records } from '../../src/app/records.ts';
import { toMinor } from '../../src/chat/format.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { takeName } from '../../src/crm/account/account-name.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import type { Stage } from '../../src/crm/deal/stages.ts';
import { type NewPerson, newcomer } from '../../src/crm/person/add-person.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { roomKind } from '../../src/crm/room/room.ts';
import { defaultTeam, TEAM_ID, type TeamRecord, teamKind } from '../../src/crm/team/team.ts';
import type { Draft } from '../../src/ledger/ledger.ts';

/** A customer as a test begins with them. */
export interface Customer {
  name: string;
  alias: string;
  owner: string;
  contacts?: { name: string; alias?: string; phone?: string }[];
  deal?: { units: number; currency?: string; stage: Stage; touchedAt: string };
}

/** A small team: 林悦 and 张伟 sell in Chinese, Emma in English; 陈敏 manages them all, 李娜 is the admin. */
export const colleagues: (NewPerson & { id: string })[] = [
  { id: 'li', name: '李娜', role: 'admin', locale: 'zh' },
  { id: 'chen', name: '陈敏', role: 'manager', locale: 'zh' },
  { id: 'lin', name: '林悦', role: 'rep', manager: 'chen', locale: 'zh' },
  { id: 'zhang', name: '张伟', role: 'rep', manager: 'chen', locale: 'zh' },
  { id: 'emma', name: 'Emma Clarke', role: 'rep', manager: 'chen', locale: 'en' },
];

/** Writes the team, a room and these customers, as of the world's clock. */
export async function fillTeam(
  { ledger, clock }: Records,
  customers: readonly Customer[],
  settings: Partial<TeamRecord> = {},
): Promise<void> {
  const team = { ...defaultTeam, ...settings };
  await ledger.record({ id: 'import:team', kind: 'import', by: 'system' }, async (draft) => {
    draft.create(teamKind, TEAM_ID, team);
    const members = ['chen', 'lin', 'zhang'];
    draft.create(roomKind, 'sales', {
      adapter: 'web',
      room: 'sales',
      name: '销售群',
      members,
      outsiders: false,
      alerts: [],
    });
    for (const { id, ...person } of colleagues) draft.create(personKind, id, newcomer(id, person, team));
  });
  for (const [index, customer] of customers.entries())
    await ledger.record({ id: `import:customer-${index}`, kind: 'import', by: 'system' }, (draft) =>
      draftCustomer(draft, index, customer, clock.now()),
    );
}

/** Writes one customer; `index`: of all, from 0. */
export async function draftCustomer(draft: Draft, index: number, customer: Customer, now: Date): Promise<void> {
  const { name, alias, owner, contacts = [], deal } = customer;
  const id = `customer-${index}`;
  const touchedAt = deal === undefined ? now : new Date(deal.touchedAt);
  await takeName(draft, name, id, null);
  draft.create(accountKind, id, {
    name,
    aliases: [alias],
    owner,
    important: false,
    industry: null,
    region: null,
    lastContactAt: touchedAt,
    createdAt: touchedAt,
  });
  for (const [at, contact] of contacts.entries())
    draft.create(contactKind, `contact-${index}-${at}`, {
      account: id,
      owner,
      name: contact.name,
      aliases: contact.alias === undefined ? [] : [contact.alias],
      title: null,
      phone: contact.phone ?? null,
      email: null,
      birthday: null,
    });
  if (deal === undefined) return;
  const currency = deal.currency ?? 'CNY';
  draft.create(dealKind, `deal-${index}`, {
    account: id,
    owner,
    name: alias,
    amount: toMinor(deal.units, currency),
    currency,
    stage: deal.stage,
    furthest: deal.stage,
    closeDate: null,
    openedAt: touchedAt,
    touchedAt,
    pausedUntil: null,
    closedAt: null,
    lostReason: null,
  });
}

export const tengyun = {
  name: '上海腾云科技有限公司',
  alias: '腾云',
  owner: 'lin',
  contacts: [{ name: '王建国', alias: '王总' }],
};
