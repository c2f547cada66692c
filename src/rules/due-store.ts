import type { Connection } from 'mongoose';
import { type Account, accountKind } from '../crm/account/account.ts';
import { type Contact, contactKind } from '../crm/contact/contact.ts';
import { type Deal, dealKind } from '../crm/deal/deal.ts';
import { type Interaction, interactionKind } from '../crm/interaction/interaction.ts';
import { type Task, taskKind } from '../crm/task/task.ts';
import type { Stored } from '../ledger/change-set.ts';
import type { RecordKind } from '../ledger/ledger.ts';
import { type HeldPush, heldPushKind } from './held-push.ts';
import type { Day } from './local-time.ts';

export type DueStore = ReturnType<typeof createDueStore>;
export type LastNote = Pick<Interaction, 'owner' | 'kind' | 'day' | 'note' | 'createdAt'>;

const OPEN = { $nin: ['won', 'lost'] };

/** What ticks scan: indexed reads without a viewer. What they find is shown only through `NameBook`, which takes one. */
export function createDueStore(connection: Connection) {
  const cursor = <T extends object>(kind: RecordKind<T>, filter: object, fields?: readonly (keyof T & string)[]) =>
    connection
      .collection(kind.collection)
      .find(
        { $and: [filter, { deleted: { $ne: true } }] },
        fields === undefined
          ? {}
          : { projection: Object.fromEntries([...fields, 'v', 'writers'].map((field) => [field, 1])) },
      );
  const all = async <T extends object>(kind: RecordKind<T>, filter: object, fields?: readonly (keyof T & string)[]) =>
    (await cursor(kind, filter, fields).toArray()) as unknown as Stored<T>[];
  const byIds = async <T extends object>(
    kind: RecordKind<T>,
    ids: readonly string[],
    fields?: readonly (keyof T & string)[],
  ) => (ids.length === 0 ? [] : all(kind, { _id: { $in: [...new Set(ids)] } }, fields));

  return {
    tasks: (ids: readonly string[]) => byIds<Task>(taskKind, ids),
    deals: (ids: readonly string[]) => byIds<Deal>(dealKind, ids),
    accounts: (ids: readonly string[]) =>
      byIds<Account>(accountKind, ids, ['name', 'aliases', 'owner', 'important', 'lastContactAt', 'createdAt']),
    contacts: (ids: readonly string[]) => byIds<Contact>(contactKind, ids, ['name', 'owner', 'account', 'birthday']),

    /** Open steps with a clock time in (from, to], earliest first, as they come, `size` at a time. */
    async *timedSteps(from: Date, to: Date, size: number): AsyncGenerator<Stored<Task>[]> {
      const rows = cursor<Task>(taskKind, { doneAt: null, dueAt: { $gt: from, $lte: to } })
        .sort({ dueAt: 1 })
        .batchSize(size);
      let page: Stored<Task>[] = [];
      for await (const row of rows) {
        page.push(row as unknown as Stored<Task>);
        if (page.length < size) continue;
        yield page;
        page = [];
      }
      if (page.length > 0) yield page;
    },
    /** The first instant after `after` at which an open step with a clock time is due. */
    async nextTimedStep(after: Date): Promise<Date | null> {
      const rows = cursor<Task>(taskKind, { doneAt: null, dueAt: { $gt: after } }, ['dueAt'])
        .sort({ dueAt: 1 })
        .limit(1);
      const [row] = (await rows.toArray()) as unknown as Stored<Task>[];
      return row?.dueAt ?? null;
    },
    /** Open steps of these people with a day up to `day`. */
    stepsUpTo: (owners: readonly string[], day: Day) =>
      all<Task>(taskKind, { owner: { $in: owners }, doneAt: null, day: { $ne: null, $lte: day } }),
    /** Open steps from `day` on, of these customers. */
    stepsAhead: (accounts: readonly string[], day: Day) =>
      accounts.length === 0
        ? Promise.resolve([])
        : all<Task>(taskKind, { account: { $in: [...new Set(accounts)] }, doneAt: null, day: { $gte: day } }, [
            'account',
            'deal',
            'day',
          ]),
    /** Open deals of these people untouched since an instant. */
    untouchedDeals: (owners: readonly string[], since: Date) =>
      all<Deal>(dealKind, {
        owner: { $in: owners },
        stage: OPEN,
        $or: [{ touchedAt: { $lt: since } }, { touchedAt: null }],
      }),
    /** Deals of these people touched since an instant, closed ones too. */
    touchedDeals: (owners: readonly string[], since: Date) =>
      all<Deal>(dealKind, { owner: { $in: owners }, touchedAt: { $gte: since } }),
    dealsTouchedSince: (since: Date) => all<Deal>(dealKind, { touchedAt: { $gt: since } }),
    openDeals: (owners: readonly string[]) => all<Deal>(dealKind, { owner: { $in: owners }, stage: OPEN }),
    /** Important customers of these people without a contact since an instant. */
    neglectedAccounts: (owners: readonly string[], since: Date) =>
      all<Account>(
        accountKind,
        {
          owner: { $in: owners },
          important: true,
          $or: [{ lastContactAt: { $lt: since } }, { lastContactAt: null, createdAt: { $lt: since } }],
        },
        ['name', 'aliases', 'owner', 'important', 'lastContactAt', 'createdAt'],
      ),
    heldPushes: (ids: readonly string[]) => byIds<HeldPush>(heldPushKind, ids),
    /** What was held back for these people since an instant. */
    heldFor: (recipients: readonly string[], since: Date) =>
      all<HeldPush>(heldPushKind, { recipient: { $in: recipients }, at: { $gt: since } }, [
        'recipient',
        'account',
        'at',
      ]),
    /** Deals closed in (from, to]. */
    closedBetween: (from: Date, to: Date) => all<Deal>(dealKind, { closedAt: { $gt: from, $lte: to } }),
    /** The latest note of each of these customers. */
    async lastNotes(accounts: readonly string[]): Promise<Map<string, LastNote>> {
      if (accounts.length === 0) return new Map();
      const rows = await cursor<Interaction>(interactionKind, { account: { $in: [...new Set(accounts)] } }, [
        'account',
        'owner',
        'kind',
        'day',
        'note',
        'createdAt',
      ]).toArray();
      const latest = new Map<string, Interaction>();
      for (const row of rows as unknown as Stored<Interaction>[]) {
        if (row.account === null) continue;
        const known = latest.get(row.account);
        if (known === undefined || row.day > known.day || (row.day === known.day && row.createdAt > known.createdAt))
          latest.set(row.account, row);
      }
      return latest;
    },
  };
}
