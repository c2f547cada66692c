import { type Account, accountKind } from '../../crm/account/account.ts';
import { type Contact, contactKind } from '../../crm/contact/contact.ts';
import { type Deal, dealKind } from '../../crm/deal/deal.ts';
import { type Interaction, interactionKind } from '../../crm/interaction/interaction.ts';
import { type Peace, peaceKind, UNSAID } from '../../crm/peace/peace.ts';
import { type Person, personKind } from '../../crm/person/person.ts';
import { type Room, roomKind } from '../../crm/room/room.ts';
import { dueInstant } from '../../crm/task/plan-task.ts';
import { type Task, taskKind } from '../../crm/task/task.ts';
import type { RecordKind } from '../../ledger/ledger.ts';

type Put = <T extends object>(kind: RecordKind<T>, id: string, fields: T) => Promise<void>;

/** Writes whole records of every noun that rules read; what a test does not say is ordinary. */
export const recordWriters = (put: Put, at: (text: string) => Date) => ({
  person: (id: string, fields: Partial<Person> = {}) =>
    put<Person>(personKind, id, {
      name: id,
      aliases: [],
      role: 'rep',
      manager: null,
      locale: 'zh',
      zone: 'Asia/Shanghai',
      active: true,
      identities: [],
      ...fields,
    }),
  peace: (id: string, fields: Partial<Peace>) => put<Peace>(peaceKind, id, { ...UNSAID, ...fields }),
  account: (id: string, owner: string, fields: Partial<Account> = {}) =>
    put<Account>(accountKind, id, {
      name: id,
      aliases: [],
      owner,
      important: false,
      industry: null,
      region: null,
      lastContactAt: at('2026-11-20 15:00'.replace(' ', 'T')),
      createdAt: at('2026-01-05T10:00'),
      ...fields,
    }),
  deal: (id: string, owner: string, account: string, fields: Partial<Deal> = {}) =>
    put<Deal>(dealKind, id, {
      account,
      owner,
      name: account,
      amount: 80_000_000,
      currency: 'CNY',
      stage: 'proposal',
      furthest: 'proposal',
      closeDate: null,
      openedAt: at('2026-10-08T10:00'),
      touchedAt: at('2026-11-20T15:00'),
      pausedUntil: null,
      closedAt: null,
      lostReason: null,
      ...fields,
    }),
  contact: (id: string, owner: string, account: string, birthday: Contact['birthday']) =>
    put<Contact>(contactKind, id, {
      account,
      owner,
      name: id,
      aliases: [],
      title: null,
      phone: null,
      email: null,
      birthday,
    }),
  task: (id: string, owner: string, account: string | null, day: string | null, time: string | null = null) =>
    put<Task>(taskKind, id, {
      title: `事项${id}`,
      account,
      deal: null,
      owner,
      by: owner,
      day,
      time,
      zone: 'Asia/Shanghai',
      dueAt: dueInstant(day, time, 'Asia/Shanghai'),
      doneAt: null,
      createdAt: at('2026-11-20T10:00'),
    }),
  note: (id: string, owner: string, account: string, day: string, note: string) =>
    put<Interaction>(interactionKind, id, {
      account,
      owner,
      by: owner,
      kind: 'call',
      contacts: [],
      deal: null,
      day,
      time: null,
      note,
      createdAt: at(`${day}T15:00`),
    }),
  room: (id: string, fields: Partial<Room>) =>
    put<Room>(roomKind, id, {
      adapter: 'web',
      room: id,
      name: id,
      members: [],
      outsiders: false,
      alerts: [],
      ...fields,
    }),
});
