import { answersTo, type ManagedGroup } from '../access/answers-to.ts';
import type { Colleague } from '../access/scope.ts';
import type { Listeners } from '../access/viewer-for.ts';
import type { Speaker } from '../chat/capability.ts';
import { type Address, directRoom, isDirect } from '../chat/message.ts';
import type { Person } from '../crm/person/person.ts';
import type { Stores } from '../crm/stores.ts';
import type { ChangeSet, Stored } from '../ledger/change-set.ts';

const FRESH_MS = 1_000;
/** Reading a big team again may take this share of the time at most. */
const SHARE = 0.05;

/** The active people at one moment, found by what chat and access ask by. */
interface Team {
  all: Stored<Person>[];
  byId: ReadonlyMap<string, Stored<Person>>;
  byIdentity: ReadonlyMap<string, Stored<Person>>;
  forAccess: readonly Colleague[];
}

/** The people of the team as chat and access need them; read at most once a second, at once after a change made here. */
export function createColleagues(
  { people, groups, rooms }: Pick<Stores, 'people' | 'groups' | 'rooms'>,
  reachAt: (person: Stored<Person>) => Address,
) {
  let held: { until: number; team: Promise<Team> } | undefined;

  /** One read at a time: whoever asks while it is under way gets what it gives. */
  const team = (): Promise<Team> => {
    if (held !== undefined && held.until > performance.now()) return held.team;
    const began = performance.now();
    const reading = { until: Number.POSITIVE_INFINITY, team: read() };
    held = reading;
    reading.team.then(
      () => {
        const ended = performance.now();
        reading.until = ended + Math.max(FRESH_MS, (ended - began) / SHARE);
      },
      () => {
        reading.until = 0;
      },
    );
    return reading.team;
  };
  const read = async () => {
    const [all, grouped] = await Promise.all([people.active(), groups.all()]);
    return indexed(all, new Map(grouped.map((group) => [group._id, group])));
  };
  const byId = async (id: string) => (await team()).byId.get(id) ?? null;

  return {
    byId,
    active: async (): Promise<Stored<Person>[]> => (await team()).all,
    async byIdentity(adapter: string, user: string): Promise<Stored<Person> | null> {
      return (await team()).byIdentity.get(identityKey(adapter, user)) ?? null;
    },
    forAccess: async (): Promise<readonly Colleague[]> => (await team()).forAccess,
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
      return (await team()).all.filter(({ role }) => role === 'admin');
    },
    note(set: ChangeSet): void {
      if (set.changes.some(({ kind }) => kind === 'person' || kind === 'group')) held = undefined;
    },
  };
}

const identityKey = (adapter: string, user: string): string => `${adapter}\n${user}`;

/** Each with the manager whom they answer to as the groups are now. */
function indexed(people: Stored<Person>[], groups: ReadonlyMap<string, ManagedGroup>): Team {
  const all = people.map((person) => ({ ...person, manager: answersTo({ ...person, id: person._id }, groups) }));
  return {
    all,
    byId: new Map(all.map((person) => [person._id, person])),
    byIdentity: new Map(
      all.flatMap((person) =>
        person.identities.map(({ adapter, user }) => [identityKey(adapter, user), person] as const),
      ),
    ),
    forAccess: all.map(({ _id, role, manager, active }) => ({ id: _id, role, manager, active })),
  };
}

/** The direct talk with a person on the first of these adapters that knows them. */
export function addressOf({ _id, identities }: Stored<Person>, adapters: readonly string[]): Address {
  const known = adapters.find((adapter) => identities.some((identity) => identity.adapter === adapter));
  // The page is everybody's; another platform reaches only whom it knows.
  return { adapter: known ?? (adapters.includes('web') ? 'web' : (adapters[0] ?? 'web')), room: directRoom(_id) };
}

export const speakerOf = ({ _id, name, locale, zone }: Stored<Person>): Speaker => ({ id: _id, name, locale, zone });
