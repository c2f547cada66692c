import type { ChangeSet, Stored } from '../../ledger/change-set.ts';
import type { Draft, Ledger } from '../../ledger/ledger.ts';
import type { Clock } from '../../ports/clock.ts';
import { groupKind } from '../group/group.ts';
import type { TeamStore } from '../team/team-store.ts';
import { hashedSecret, type JoinCode, joinCodeIn, joinCodeKind, whyClosed } from './join-code.ts';
import { type Person, personKind } from './person.ts';
import type { PersonStore } from './person-store.ts';

interface JoiningParts {
  ledger: Ledger;
  people: Pick<PersonStore, 'active' | 'byIdentity' | 'leftByIdentity'>;
  team: Pick<TeamStore, 'settings'>;
  /** Business time, by which codes expire. */
  clock: Clock;
  /** Tells who made a code that somebody has joined by it, and to which group. `first`: nobody had yet. */
  tellMaker(draft: Draft, maker: string, joined: JoinedByCode): Promise<void>;
}

export interface JoinedByCode {
  name: string;
  group: string | null;
  first: boolean;
}

/** Who joined by a code, or why nobody did; `named`: the name that they give on the page is somebody's. */
export type Joined =
  | { kind: 'joined'; person: string; name: string }
  | { kind: 'refused'; why: 'unknown' | 'expired' | 'usedUp' | 'named' };

/** Leaves a decision without committing it. */
class Refused extends Error {
  override readonly name = 'Refused';
  readonly why: Extract<Joined, { kind: 'refused' }>['why'];

  constructor(why: Refused['why']) {
    super('nobody joins by this code');
    this.why = why;
  }
}

type Identity = Person['identities'][number];

/** How somebody becomes a colleague, or is recognised as one who was added before: by a code, or by their e-mail. */
export function createJoining({ ledger, people, team, clock, tellMaker }: JoiningParts) {
  /** Who has another identity on that platform already gets this one in its place. */
  async function link(draft: Draft, person: string, { adapter, user }: Identity): Promise<string | null> {
    const record = await draft.read(personKind, person);
    if (record === null || !record.active) return null;
    const others = record.identities.filter((identity) => identity.adapter !== adapter);
    draft.change(personKind, record, { identities: [...others, { adapter, user }] });
    return record.name;
  }

  /** Somebody new, or somebody who had left and is back under the same identity. */
  async function enrol(draft: Draft, code: Stored<JoinCode>, name: string, identity: Identity | null): Promise<Joined> {
    const place = code.group === null ? null : await draft.read(groupKind, code.group);
    const back = identity === null ? null : await people.leftByIdentity(identity.adapter, identity.user);
    const former = back === null ? null : await draft.read(personKind, back._id);
    const fields = { active: true, role: 'rep' as const, manager: null, group: place?._id ?? null };
    const maker = (await ledger.findSet(code.writers.places ?? ''))?.cause.by;
    const tell = (joined: string) =>
      maker === undefined
        ? undefined
        : tellMaker(draft, maker, { name: joined, group: place?.name ?? null, first: code.used === 0 });
    if (former !== null) {
      draft.change(personKind, former, fields);
      await tell(former.name);
      return { kind: 'joined', person: former._id, name: former.name };
    }
    if (identity === null && (await people.active()).some((one) => one.name === name)) throw new Refused('named');
    const { locale, zone } = await team.settings();
    const id = draft.newId(personKind.kind);
    const identities = [{ adapter: 'web', user: id }, ...(identity === null ? [] : [identity])];
    draft.create(personKind, id, { ...fields, name, aliases: [], locale, zone, identities });
    await tell(name);
    return { kind: 'joined', person: id, name };
  }

  /** `attempt` names this very try: the same one lets nobody in twice. */
  async function take(words: string, attempt: string, identity: Identity | null, name: string): Promise<Joined> {
    const id = hashedSecret(joinCodeIn(words) ?? '');
    const now = clock.now();
    const cause = { id: `join:${hashedSecret(`${id} ${attempt}`)}`, kind: 'admin' as const, by: 'system' };
    const recorded = await ledger
      .record(cause, async (draft): Promise<Joined> => {
        const record = await draft.read(joinCodeKind, id);
        const why = whyClosed(record, now);
        if (record === null || why !== null) throw new Refused(why ?? 'unknown');
        const known = identity === null ? null : await people.byIdentity(identity.adapter, identity.user);
        if (known !== null) return { kind: 'joined', person: known._id, name: known.name };
        draft.change(joinCodeKind, record, { used: record.used + 1 });
        if (record.person === null) return enrol(draft, record, name, identity);
        const linked = await link(draft, record.person, identity ?? { adapter: 'web', user: record.person });
        if (linked === null) throw new Refused('unknown');
        return { kind: 'joined', person: record.person, name: linked };
      })
      .catch((error: unknown) => {
        if (error instanceof Refused) return error;
        throw error;
      });
    if (recorded instanceof Refused) return { kind: 'refused', why: recorded.why };
    return recorded.kind === 'committed' ? recorded.outcome : joinedBefore(recorded.set);
  }

  return {
    isCode: (words: string): boolean => joinCodeIn(words) !== null,
    /** By a code that somebody typed on a platform. */
    byCode: async (words: string, attempt: string, identity: Identity, name: () => Promise<string>): Promise<Joined> =>
      take(words, attempt, identity, await name()),
    /** By a code on the page, where a person is known by their own id: it gives them a name, which must be nobody's yet. */
    onPage: (words: string, attempt: string, name: string): Promise<Joined> => take(words, attempt, null, name),
    async byEmail(email: string, adapter: string, user: string): Promise<string | null> {
      const wanted = email.trim().toLowerCase();
      const [person, second] = (await people.active()).filter((one) => one.email?.toLowerCase() === wanted);
      if (person === undefined || second !== undefined) return null;
      const cause = { id: `join:${person._id}:${adapter}:${user}:${person.v}`, kind: 'admin' as const, by: 'system' };
      const recorded = await ledger.record(cause, (draft) => link(draft, person._id, { adapter, user }));
      return recorded.kind === 'committed' ? recorded.outcome : null;
    },
    /** Whether this was a colleague's identity, who has left. */
    hasLeft: async (adapter: string, user: string): Promise<boolean> =>
      (await people.leftByIdentity(adapter, user)) !== null,
  };
}

/** Who joined by a try that is made again because its answer was lost. */
function joinedBefore({ changes }: ChangeSet): Joined {
  const made = changes.find(({ kind }) => kind === personKind.kind);
  return made === undefined
    ? { kind: 'refused', why: 'unknown' }
    : { kind: 'joined', person: made.id, name: String(made.set.name ?? '') };
}
