import {
  COMPANY_PEACE,
  ownPeace,
  type Peace,
  peaceOfGroup,
  peaceUnder,
  type Quiet,
  quietBy,
  UNSAID,
  USUAL,
} from '../crm/peace/peace.ts';
import type { PeaceStore } from '../crm/peace/peace-store.ts';
import type { Person } from '../crm/person/person.ts';
import type { PersonStore } from '../crm/person/person-store.ts';
import type { Stored } from '../ledger/change-set.ts';

/** A colleague with what holds for what they are told unasked. */
export type Member = Stored<Person> & { id: string; quiet: Quiet };

export interface ColleagueStores {
  people: Pick<PersonStore, 'active'>;
  peace: PeaceStore;
}

/** The active people of the team at one moment. */
export interface Colleagues {
  all: readonly Member[];
  get(id: string): Member | undefined;
  /** The people whose manager this person is. */
  reports(manager: string): readonly string[];
  /** The person with everybody under them: all that a scope depends on, where a team of thousands is too much to look through. */
  subtree(person: string): Member[];
}

/** Reading everybody again for each message may take this share of the time at most. */
const SHARE = 0.05;

/** `fresh` reads the people; `recent` is at most as old as the cost of reading a big team makes it. */
export function createColleagues(stores: ColleagueStores) {
  let held: { until: number; value: Promise<Colleagues> } | undefined;
  const fresh = (): Promise<Colleagues> => {
    const started = performance.now();
    const entry = { until: Number.POSITIVE_INFINITY, value: read(stores) };
    held = entry;
    entry.value.then(
      () => {
        const ended = performance.now();
        entry.until = ended + (ended - started) / SHARE;
      },
      () => {
        entry.until = 0;
      },
    );
    return entry.value;
  };
  return {
    fresh,
    recent: (): Promise<Colleagues> => (held !== undefined && held.until > performance.now() ? held.value : fresh()),
  };
}

async function read({ people, peace }: ColleagueStores): Promise<Colleagues> {
  const [active, wishes] = await Promise.all([people.active(), peace.all()]);
  const quiet = quietOf(active, wishes);
  const all = active.map((person) => ({ ...person, id: person._id, quiet: quiet(person._id) }));
  const byId = new Map(all.map((person) => [person.id, person]));
  const reports = new Map<string, string[]>();
  for (const { id, manager } of all) {
    if (manager === null) continue;
    const known = reports.get(manager);
    if (known === undefined) reports.set(manager, [id]);
    else known.push(id);
  }
  const subtree = (person: string): Member[] => {
    const found = new Set([person]);
    for (const id of found) for (const report of reports.get(id) ?? []) found.add(report);
    return [...found].flatMap((id) => byId.get(id) ?? []);
  };
  return { all, get: (id) => byId.get(id), reports: (manager) => reports.get(manager) ?? [], subtree };
}

/** What holds for a person: their own wish, then that for their group, then their managers' from the nearest up, then the company's. */
function quietOf(people: readonly Stored<Person>[], wishes: readonly Stored<Peace>[]): (person: string) => Quiet {
  if (wishes.length === 0) return () => USUAL;
  const wishOf = new Map(wishes.map((wish) => [wish._id, wish]));
  const managerOf = new Map(people.map(({ _id, manager }) => [_id, manager]));
  const groupOf = new Map(people.map(({ _id, group }) => [_id, group]));
  return (person) => {
    const above = new Set<string>();
    for (let manager = managerOf.get(person) ?? null; manager !== null && !above.has(manager); ) {
      above.add(manager);
      manager = managerOf.get(manager) ?? null;
    }
    const group = groupOf.get(person) ?? null;
    const ofGroup = group === null ? [] : [peaceOfGroup(group)];
    const ids = [ownPeace(person), ...ofGroup, ...[...above].map(peaceUnder), COMPANY_PEACE];
    const none = wishOf.has(ownPeace(person)) ? [] : [UNSAID];
    return quietBy([...none, ...ids.flatMap((id) => wishOf.get(id) ?? [])]);
  };
}
