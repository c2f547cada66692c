import type { Db } from 'mongodb';
import type { MessyExport } from './messy-export.ts';

type Row = Record<string, unknown> & { _id: string };

/** Where the store says otherwise than the export meant; empty when every customer of it is there as it should be. */
export async function differences(db: Db, { customers }: MessyExport, before: ReadonlySet<string>): Promise<string[]> {
  const all = async (name: string) =>
    (
      await db
        .collection<Row>(name)
        .find({ deleted: { $ne: true } })
        .toArray()
    ).filter(({ _id }) => !before.has(_id));
  const [accounts = [], contacts = [], deals = [], interactions = []] = await Promise.all(
    ['accounts', 'contacts', 'deals', 'interactions'].map(all),
  );
  const of = (rows: readonly Row[], account: string) => (grouped(rows).get(account) ?? []) as Row[];
  const grouped = memoized((rows: readonly Row[]) => {
    const groups = new Map<unknown, Row[]>();
    for (const row of rows) groups.set(row.account, [...(groups.get(row.account) ?? []), row]);
    return groups;
  });
  const wrong: string[] = [];
  const byName = new Map(accounts.map((account) => [account.name, account]));
  if (byName.size !== accounts.length) wrong.push('a customer is there twice');
  if (accounts.length !== customers.size) wrong.push(`${accounts.length} customers, not ${customers.size}`);
  for (const meant of customers.values()) {
    const account = byName.get(meant.name);
    if (account === undefined) {
      wrong.push(`${meant.name} is not there`);
      continue;
    }
    const [deal, ...moreDeals] = of(deals, account._id);
    const [told, ...moreTold] = of(interactions, account._id);
    const there = {
      name: account.name,
      region: account.region,
      industry: account.industry,
      lastContact: dayIn(account.lastContactAt),
      people: of(contacts, account._id).map(({ name, phone, email }) => ({ name, phone, email })),
      deal: deal === undefined ? null : { amount: deal.amount, currency: deal.currency, stage: deal.stage },
      note: told?.note ?? null,
    };
    const said = JSON.stringify({ ...there, people: sorted(there.people) });
    const should = JSON.stringify({ ...meant, people: sorted(meant.people), deal: dealOf(meant.deal) });
    if (said !== should || moreDeals.length + moreTold.length > 0) wrong.push(`${said}\n  not ${should}`);
  }
  return wrong;
}

const dealOf = (deal: { amount: number | null; currency: string | null } | null) =>
  deal === null ? null : { ...deal, currency: deal.amount === null ? null : deal.currency };

const sorted = <T extends { name: unknown }>(people: T[]): T[] =>
  people.toSorted((a, b) => (String(a.name) < String(b.name) ? -1 : 1));

/** The day it was in Shanghai. */
const dayIn = (at: unknown): string | null =>
  at instanceof Date ? new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) : null;

function memoized<A extends object, B>(make: (from: A) => B): (from: A) => B {
  const made = new WeakMap<A, B>();
  return (from) => {
    const known = made.get(from) ?? make(from);
    made.set(from, known);
    return known;
  };
}

/** The rows that the file of what was left out names, with their reasons. */
export function namedIn(csv: string): Map<number, string[]> {
  const named = new Map<number, string[]>();
  for (const line of csv.split('\r\n').slice(1)) {
    const number = /^\d+/.exec(line)?.[0];
    const reasons = /(?:^|,)("(?:[^"]|"")*"|[^,]*)$/.exec(line)?.[1] ?? '';
    if (number !== undefined) named.set(Number(number), reasons.replace(/^"|"$/g, '').split('; ').sort());
  }
  return named;
}
