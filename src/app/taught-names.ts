import type { Stores } from '../crm/stores.ts';
import { taughtNameKind } from '../crm/taught-name/taught-name.ts';
import type { ChangeSet } from '../ledger/change-set.ts';
import type { Clock } from '../ports/clock.ts';
import type { MessageContext } from '../understanding/understanding.ts';

type Taught = NonNullable<MessageContext['taught']>;

const OVERLAP_MS = 60_000;

/** The words that each person has taught the bot, held in memory and kept up to date as the names are. */
export function createTaughtNames({ taughtNames }: Pick<Stores, 'taughtNames'>, clock: Clock) {
  const held = new Map<string, Taught>();
  let seenTo = new Date(0);

  async function pass(people: readonly string[]): Promise<void> {
    if (people.length === 0) return;
    const found = await taughtNames.of(people);
    for (const person of people) {
      const own = found.filter((one) => one.person === person);
      held.set(
        person,
        own.map(({ alias, account, contact }) => ({
          alias,
          accountId: account,
          ...(contact == null ? {} : { contactId: contact }),
        })),
      );
    }
  }

  return {
    of: (person: string | undefined): Taught => (person === undefined ? [] : (held.get(person) ?? [])),
    async refresh(): Promise<void> {
      const now = clock.now();
      const changed = await taughtNames.changedSince(new Date(Math.max(0, seenTo.getTime() - OVERLAP_MS)));
      await pass([...new Set(changed.map(({ value }) => value))]);
      seenTo = now;
    },
    async note(set: ChangeSet): Promise<void> {
      const people = set.changes.flatMap(({ kind, set: now, before }) => {
        const person = kind === taughtNameKind.kind ? (now.person ?? before.person ?? set.cause.by) : null;
        return typeof person === 'string' ? [person] : [];
      });
      await pass([...new Set(people)]);
    },
  };
}
