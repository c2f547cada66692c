import type { Records } from '../../src/app/records.ts';
import { toMinor } from '../../src/chat/format.ts';
import { type Account, accountKind } from '../../src/crm/account/account.ts';
import { takeName } from '../../src/crm/account/account-name.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { type Deal, dealKind } from '../../src/crm/deal/deal.ts';
import { isClosed } from '../../src/crm/deal/stages.ts';
import { type Interaction, interactionKind } from '../../src/crm/interaction/interaction.ts';
import { addPerson } from '../../src/crm/person/add-person.ts';
import { roomKind } from '../../src/crm/room/room.ts';
import { planTask } from '../../src/crm/task/plan-task.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { defaultTeam, TEAM_ID, teamKind } from '../../src/crm/team/team.ts';
import type { Draft } from '../../src/ledger/ledger.ts';
import { localDay } from '../../src/rules/local-time.ts';
import { accounts, people, rooms } from './company.ts';
import type { DemoAccount } from './demo-account.ts';
import { notesFor } from './notes.ts';

const DAY_MS = 86_400_000;

/** Fills an empty store with the demo company, seen from `now`: people, a group room, customers with three months of history. */
export async function fillCompany({ ledger }: Records, now: Date): Promise<void> {
  await ledger.record({ id: 'import:demo-team', kind: 'import', by: 'system' }, async (draft) => {
    draft.create(teamKind, TEAM_ID, defaultTeam);
    for (const { id, name, members } of rooms)
      draft.create(roomKind, id, { adapter: 'web', room: id, name, members, outsiders: false, alerts: [] });
  });
  for (const { id, ...person } of people) await addPerson(ledger, `import:demo-person-${id}`, id, person, defaultTeam);
  for (const [index, account] of accounts.entries())
    await ledger.record({ id: `import:demo-account-${index}`, kind: 'import', by: account.owner }, (draft) =>
      fillAccount(draft, account, index, now),
    );
}

async function fillAccount(draft: Draft, demo: DemoAccount, index: number, now: Date): Promise<void> {
  const owner = people.find(({ id }) => id === demo.owner);
  const zone = owner?.zone ?? 'Asia/Shanghai';
  const ago = (days: number, hour = 3) => new Date(now.getTime() - days * DAY_MS - hour * 3_600_000);
  const quiet = demo.deal?.quietDays ?? 10;
  const id = `account-${index}`;
  await takeName(draft, demo.name, id, null);
  draft.create<Account>(accountKind, id, {
    name: demo.name,
    aliases: [demo.alias],
    owner: demo.owner,
    important: demo.important === true,
    industry: demo.industry,
    region: demo.region,
    lastContactAt: ago(quiet),
    createdAt: ago(100),
  });
  const contacts = demo.contacts.map(({ name, title, alias, birthday }, at) => {
    const contact = `contact-${index}-${at}`;
    const phone = owner?.locale === 'zh' ? `+86138000${String(10_000 + index * 10 + at)}` : null;
    draft.create(contactKind, contact, {
      account: id,
      owner: demo.owner,
      name,
      aliases: alias === undefined ? [] : [alias],
      title,
      phone,
      email: null,
      birthday: birthday ?? null,
    });
    return contact;
  });
  const deal = demo.deal === undefined ? null : `deal-${index}`;
  if (deal !== null) draft.create(dealKind, deal, dealOf(demo, id, now));
  for (const [at, told] of notesFor(demo, owner?.locale ?? 'zh').entries()) {
    const on = ago(quiet + told.daysBefore, 2);
    draft.create<Interaction>(interactionKind, `interaction-${index}-${at}`, {
      account: id,
      owner: demo.owner,
      by: demo.owner,
      kind: told.kind,
      contacts: contacts.slice(0, 1),
      deal,
      day: localDay(on, zone),
      time: null,
      note: told.note,
      createdAt: on,
    });
  }
  if (demo.step === undefined) return;
  const { inDays, time = null, title } = demo.step;
  const day = localDay(new Date(now.getTime() + inDays * DAY_MS), zone);
  draft.create(
    taskKind,
    `task-${index}`,
    planTask({ title, account: id, deal, owner: demo.owner, by: demo.owner, day, time, zone }, now),
  );
}

function dealOf({ deal, owner, alias }: DemoAccount, account: string, now: Date): Deal {
  if (deal === undefined) throw new Error('the account has a deal');
  const touchedAt = new Date(now.getTime() - deal.quietDays * DAY_MS - 3 * 3_600_000);
  return {
    account,
    owner,
    name: alias,
    amount: toMinor(deal.units, deal.currency),
    currency: deal.currency,
    stage: deal.stage,
    furthest: deal.furthest ?? deal.stage,
    closeDate: deal.closesIn === undefined ? null : localDay(new Date(now.getTime() + deal.closesIn * DAY_MS), 'UTC'),
    openedAt: new Date(now.getTime() - 85 * DAY_MS),
    touchedAt,
    pausedUntil: null,
    closedAt: isClosed(deal.stage) ? touchedAt : null,
    lostReason: deal.lost ?? null,
  };
}
