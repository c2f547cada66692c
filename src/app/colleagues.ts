import type { Colleague } from '../access/scope.ts';
import type { Listeners } from '../access/viewer-for.ts';
import type { Speaker } from '../chat/capability.ts';
import { type Address, directRoom, isDirect } from '../chat/message.ts';
import type { Person } from '../crm/person/person.ts';
import type { Stores } from '../crm/stores.ts';
import type { ChangeSet, Stored } from '../ledger/change-set.ts';

const FRESH_MS = 1_000;

/** The people of the team as chat and access need them; read at most once a second, at once after a change made here. */
export function createColleagues(
  { people, rooms }: Pick<Stores, 'people' | 'rooms'>,
  reachAt: (person: Stored<Person>) => Address,
) {
  let held: { until: number; all: Promise<Stored<Person>[]> } | undefined;

  const all = (): Promise<Stored<Person>[]> => {
    if (held === undefined || held.until < performance.now()) {
      const reading = people.active();
      held = { until: performance.now() + FRESH_MS, all: reading };
      reading.catch(() => {
        held = undefined;
      });
    }
    return held.all;
  };
  const byId = async (id: string) => (await all()).find(({ _id }) => _id === id) ?? null;

  return {
    byId,
    async byIdentity(adapter: string, user: string): Promise<Stored<Person> | null> {
      const found = (await all()).find(({ identities }) =>
        identities.some((identity) => identity.adapter === adapter && identity.user === user),
      );
      return found ?? null;
    },
    async forAccess(): Promise<Colleague[]> {
      return (await all()).map(({ _id, role, manager, active }) => ({ id: _id, role, manager, active }));
    },
    /** Who hears what is said in a room. */
    async listeners(room: string): Promise<Listeners> {
      if (isDirect(room)) return { kind: 'direct' };
      const group = await rooms.byRoom(room);
      if (group === null) return { kind: 'group', members: [], outsiders: true };
      return { kind: 'group', members: group.members, outsiders: group.outsiders };
    },
    /** Where a person is reached; null when there is no such colleague. */
    async addressOf(id: string): Promise<Address | null> {
      const person = await byId(id);
      return person === null ? null : reachAt(person);
    },
    async admins(): Promise<Stored<Person>[]> {
      return (await all()).filter(({ role }) => role === 'admin');
    },
    note(set: ChangeSet): void {
      if (set.changes.some(({ kind }) => kind === 'person')) held = undefined;
    },
  };
}

/** The direct talk with a person on the first of these adapters that knows them. */
export function addressOf({ _id, identities }: Stored<Person>, adapters: readonly string[]): Address {
  const known = adapters.find((adapter) => identities.some((identity) => identity.adapter === adapter));
  return { adapter: known ?? adapters[0] ?? 'web', room: directRoom(_id) };
}

export const speakerOf = ({ _id, name, locale, zone }: Stored<Person>): Speaker => ({ id: _id, name, locale, zone });
