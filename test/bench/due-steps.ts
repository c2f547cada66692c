import type { Db } from 'mongodb';
import { accountKind } from '../../src/crm/account/account.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { taskKind } from '../../src/crm/task/task.ts';

const CHUNK = 1_000;

/** Writes so many people, each with one customer, one note and one step at that instant, straight into the store. */
export async function planSteps(db: Db, people: number, due: Date, now: Date): Promise<void> {
  const put = async (collection: string, record: (n: number) => { _id: string } & Record<string, unknown>) => {
    for (let from = 0; from < people; from += CHUNK) {
      const size = Math.min(CHUNK, people - from);
      const rows = Array.from({ length: size }, (_, n) => stored(record(from + n), now));
      await db.collection<{ _id: string }>(collection).insertMany(rows);
    }
  };
  const zone = 'Asia/Shanghai';
  const before = new Date(due.getTime() - 86_400_000);
  await put(personKind.collection, (n) => ({
    _id: `p${n}`,
    name: `销售${n}`,
    aliases: [],
    role: 'rep',
    manager: null,
    locale: 'zh',
    zone,
    active: true,
    identities: [{ adapter: 'web', user: `p${n}` }],
  }));
  await put(accountKind.collection, (n) => ({
    _id: `a${n}`,
    name: `客户${n}科技有限公司`,
    aliases: [],
    owner: `p${n}`,
    important: false,
    industry: null,
    region: null,
    lastContactAt: before,
    createdAt: before,
  }));
  await put(interactionKind.collection, (n) => ({
    _id: `i${n}`,
    account: `a${n}`,
    owner: `p${n}`,
    by: `p${n}`,
    kind: 'call',
    contacts: [],
    deal: null,
    day: '2026-11-24',
    time: null,
    note: '对80万报价有点犹豫',
    createdAt: before,
  }));
  await put(taskKind.collection, (n) => ({
    _id: `t${n}`,
    title: '再去拜访',
    account: `a${n}`,
    deal: null,
    owner: `p${n}`,
    by: `p${n}`,
    day: '2026-11-25',
    time: '15:00',
    zone,
    dueAt: due,
    doneAt: null,
    createdAt: before,
  }));
}

/** As the ledger would have written it. */
function stored<T extends { _id: string }>(record: T, now: Date) {
  const { _id, ...fields } = record;
  const writers = Object.fromEntries(Object.keys(fields).map((field) => [field, 'import:bench']));
  return { ...record, v: 1, updatedAt: now, writers: { ...writers, deleted: 'import:bench' } };
}
