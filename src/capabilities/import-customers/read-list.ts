import { maySee, type Viewer } from '../../access/viewer.ts';
import { foldedName } from '../../crm/account/account-name.ts';
import { meantBy } from '../../crm/person/meant-by.ts';
import type { Team } from '../../crm/team/team.ts';
import type { CrmTools } from '../crm-turn.ts';
import { type Customers, type Importer, readCustomers } from './read/customers.ts';
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
  | ({ kind: 'read'; unread: string[] } & Customers)
  | { kind: 'gone' }
  | { kind: 'noColumns' }
  | { kind: 'refused'; why: Refusal };

/**
 * Reads the customers of a kept source, of a workbook's first sheet with a head, else the first that has any; `unread`:
 * its other sheets. The same source gives the same customers in the same order.
 */
export async function readList(
  blob: string,
  asker: Asker,
  { blobs, stores }: Pick<CrmTools, 'blobs' | 'stores'>,
): Promise<ListRead> {
  const kept = await blobs.get(blob);
  if (kept === null) return { kind: 'gone' };
  const people = await stores.people.active();
  const byName = new Map(
    people.flatMap(({ _id, name, aliases, email }) =>
      [name, ...(aliases ?? []), ...(email ? [email] : [])].map((one) => [foldedName(one), _id] as const),
    ),
  );
  const colleague = (said: string) => {
    // 张伟(销售一部)
    const bare = said.normalize('NFKC').replace(/\s*\(.*$/u, '');
    const exact = byName.get(foldedName(said)) ?? byName.get(foldedName(bare));
    if (exact !== undefined) return exact;
    const [one, another] = meantBy(people, bare);
    return one !== undefined && another === undefined ? one._id : null;
  };
  const importer: Importer = {
    id: asker.person,
    currency: asker.team.currency,
    today: asker.today,
    colleague,
    isColleague: (name) => byName.has(foldedName(name)),
    mayOwn: (owner) => owner === asker.person || maySee(asker.viewer, owner),
    fold: foldedName,
  };
  try {
    const tables =
      kept.type === PASTED
        ? [{ name: '', rows: readPasted(new TextDecoder().decode(kept.bytes)) ?? [] }]
        : await readSource(kept.bytes);
    let found: ListRead = { kind: 'noColumns' };
    for (const { name, rows } of tables) {
      const read = await readCustomers(rows, importer);
      if (read === null || (read.head.length === 0 && found.kind === 'read')) continue;
      const unread = tables.flatMap((other) => (other.name === name ? [] : other.name));
      found = { kind: 'read', unread, ...read };
      if (read.head.length > 0) break;
    }
    return found;
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'refused', why: error.why };
    throw error;
  }
}
