import type { Clock } from '../../ports/clock.ts';
import type { Changed } from '../record-store.ts';
import type { Stores } from '../stores.ts';

export interface NamedAccount {
  id: string;
  name: string;
  aliases: string[];
  owner: string;
  contacts: { id: string; name: string; aliases: string[]; title?: string }[];
}

export interface NamedColleague {
  id: string;
  name: string;
  aliases: string[];
}

/** Who gets the names as they change. */
export interface NameSink {
  account(account: NamedAccount): void;
  accountGone(id: string): void;
  colleague(colleague: NamedColleague): void;
}

const OVERLAP_MS = 60_000;
/** Few enough that taking them over holds nobody up. */
const PAGE = 200;

/**
 * Keeps the names that understanding looks for up to date: everything once, then what changed since the last look, with
 * a minute's overlap for clocks that differ.
 */
export function createNameFeed(stores: Pick<Stores, 'accounts' | 'contacts' | 'people'>, sink: NameSink, clock: Clock) {
  let seenTo = new Date(0);
  /** Versions taken over already, so that no record is taken over twice: by the overlap, or after it was changed here. */
  let taken = new Map<string, number>();

  async function pass(accounts: readonly string[]): Promise<void> {
    for (let start = 0; start < accounts.length; start += PAGE) {
      const ids = accounts.slice(start, start + PAGE);
      const [found, contacts] = await Promise.all([stores.accounts.byIds(ids), stores.contacts.ofAccounts(ids)]);
      const people = new Map<string, NamedAccount['contacts']>();
      for (const { _id, account, name, aliases, title, v } of contacts) {
        taken.set(keyOf({ id: _id, value: account }), v);
        const contact = { id: _id, name, aliases: aliases ?? [], ...(title == null ? {} : { title }) };
        people.set(account, [...(people.get(account) ?? []), contact]);
      }
      const known = new Map(found.map((account) => [account._id, account]));
      for (const id of ids) {
        const account = known.get(id);
        if (account === undefined) sink.accountGone(id);
        else {
          const { name, aliases, owner, v } = account;
          taken.set(keyOf({ id, value: id }), v);
          sink.account({ id, name, aliases: aliases ?? [], owner, contacts: people.get(id) ?? [] });
        }
      }
    }
  }

  return {
    /** Takes over what changed since the last time. */
    async refresh(): Promise<void> {
      const since = new Date(Math.max(0, seenTo.getTime() - OVERLAP_MS));
      const now = clock.now();
      const [accounts, contacts, colleagues] = await Promise.all([
        stores.accounts.changedSince(since),
        stores.contacts.changedSince(since),
        stores.people.changedSince(since),
      ]);
      const changed = [...accounts, ...contacts];
      const fresh = changed.filter((record) => taken.get(keyOf(record)) !== record.v);
      await pass([...new Set(fresh.map(({ value }) => value))]);
      taken = new Map(changed.map((record) => [keyOf(record), record.v]));
      for (const { _id, name, aliases } of colleagues) sink.colleague({ id: _id, name, aliases: aliases ?? [] });
      seenTo = now;
    },
    /** Takes over these accounts now: somebody here has just changed them. */
    pass,
  };
}

const keyOf = ({ id, value }: Pick<Changed, 'id' | 'value'>): string => `${value}/${id}`;
