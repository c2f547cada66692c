import type { Ledger } from '../../ledger/ledger.ts';
import { personKind } from './person.ts';
import type { PersonStore } from './person-store.ts';
import type { SignInStore } from './sign-in-store.ts';

interface JoiningParts {
  ledger: Ledger;
  people: Pick<PersonStore, 'active'>;
  signIns: Pick<SignInStore, 'joinCode'>;
}

/**
 * Makes a platform's user known as a colleague who was added before, by a code that this colleague was given or by their
 * e-mail. Who has another identity on that platform already gets this one in its place. Gives the colleague's name.
 */
export function createJoining({ ledger, people, signIns }: JoiningParts) {
  /** The cause makes a code one that is used once, however many type it at once. */
  async function link(cause: string, person: string, adapter: string, user: string): Promise<string | null> {
    const recorded = await ledger.record({ id: cause, kind: 'admin', by: 'system' }, async (draft) => {
      const record = await draft.read(personKind, person);
      if (record === null || !record.active) return null;
      const others = record.identities.filter((identity) => identity.adapter !== adapter);
      draft.change(personKind, record, { identities: [...others, { adapter, user }] });
      return record.name;
    });
    return recorded.kind === 'committed' ? recorded.outcome : null;
  }

  return {
    async byCode(words: string, adapter: string, user: string): Promise<string | null> {
      const code = await signIns.joinCode(words);
      return code === null ? null : link(`join:${code.id}`, code.person, adapter, user);
    },
    async byEmail(email: string, adapter: string, user: string): Promise<string | null> {
      const wanted = email.trim().toLowerCase();
      const [person, second] = (await people.active()).filter((one) => one.email?.toLowerCase() === wanted);
      if (person === undefined || second !== undefined) return null;
      return link(`join:${person._id}:${adapter}:${user}:${person.v}`, person._id, adapter, user);
    },
  };
}
