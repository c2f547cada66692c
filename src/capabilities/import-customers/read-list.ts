import { maySee, type Viewer } from '../../access/viewer.ts';
import { foldedName } from '../../crm/account/account-name.ts';
import type { Team } from '../../crm/team/team.ts';
import type { CrmTools } from '../crm-turn.ts';
import { type Customers, readCustomers } from './read/customers.ts';
import { readPasted } from './read/pasted.ts';
import { readSource } from './source/read-source.ts';
import { type Refusal, Unreadable } from './source/table.ts';

/** The media type under which a pasted list is kept, so that it is read as one again. */
export const PASTED = 'text/x-pasted-customers';

const DAY_MS = 86_400_000;

/**
 * How long a source is kept, as it belongs to nobody who could be erased: while it may still be brought in, and for its
 * rows left out once it was, or was set aside.
 */
export const SOURCE_KEPT_MS = { open: 7 * DAY_MS, over: DAY_MS };

/** Who asks for it, with rights as they are now. */
export interface Asker {
  person: string;
  /** In private. */
  viewer: Viewer;
  today: string;
  team: Team;
}

export type ListRead =
  | ({ kind: 'read' } & Customers)
  | { kind: 'gone' }
  | { kind: 'noColumns' }
  | { kind: 'refused'; why: Refusal };

/** Reads the customers of a kept source; the same source gives the same customers in the same order. */
export async function readList(
  blob: string,
  asker: Asker,
  { blobs, stores }: Pick<CrmTools, 'blobs' | 'stores'>,
): Promise<ListRead> {
  const kept = await blobs.get(blob);
  if (kept === null) return { kind: 'gone' };
  const { currency } = asker.team;
  const people = await stores.people.active();
  const byName = new Map(
    people.flatMap(({ _id, name, aliases }) =>
      [name, ...(aliases ?? [])].map((one) => [foldedName(one), _id] as const),
    ),
  );
  try {
    const rows =
      kept.type === PASTED ? (readPasted(new TextDecoder().decode(kept.bytes)) ?? []) : await readSource(kept.bytes);
    const read = await readCustomers(rows, {
      id: asker.person,
      currency,
      today: asker.today,
      colleague: (name) => byName.get(foldedName(name)) ?? null,
      mayOwn: (owner) => owner === asker.person || maySee(asker.viewer, owner),
      fold: foldedName,
    });
    return read === null ? { kind: 'noColumns' } : { kind: 'read', ...read };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'refused', why: error.why };
    throw error;
  }
}
