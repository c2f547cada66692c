import { maySee, type Viewer } from '../access/viewer.ts';
import { shortName } from '../crm/account/create-account.ts';
import type { Colleagues } from './colleagues.ts';
import type { DueStore, LastNote } from './due-store.ts';
import type { HeldPush } from './held-push.ts';

/** The names behind ids that a tick found, each opened only by a viewer who may be told of its owner. */
export interface NameBook {
  customer(viewer: Viewer, account: string | null): string | null;
  contact(viewer: Viewer, contact: string): string | null;
  task(viewer: Viewer, task: string): string | null;
  note(viewer: Viewer, account: string | null): LastNote | null;
  /** What was held back for this very person. */
  held(viewer: Viewer, push: string): Pick<HeldPush, 'about' | 'state' | 'detail'> | null;
  /** The version of a customer's record, to tell whether it has changed; null where there is none. */
  version(account: string | null): number | null;
  /** Colleagues' names are no secret. */
  person(person: string): string;
}

/** `notes`: customers whose last note is wanted. */
export interface WantedNames {
  accounts?: readonly string[];
  contacts?: readonly string[];
  tasks?: readonly string[];
  notes?: readonly string[];
  held?: readonly string[];
}

/** Reads names in as many commands as there are kinds. */
export async function openNameBook(due: DueStore, colleagues: Colleagues, wanted: WantedNames): Promise<NameBook> {
  const [accounts, contacts, tasks, notes, pushes] = await Promise.all([
    due.accounts(wanted.accounts ?? []),
    due.contacts(wanted.contacts ?? []),
    due.tasks(wanted.tasks ?? []),
    due.lastNotes(wanted.notes ?? []),
    due.heldPushes(wanted.held ?? []),
  ]);
  const owned = (rows: { _id: string; owner: string }[]) => new Map(rows.map((row) => [row._id, row]));
  const account = owned(accounts) as Map<string, (typeof accounts)[number]>;
  const contact = owned(contacts) as Map<string, (typeof contacts)[number]>;
  const task = owned(tasks) as Map<string, (typeof tasks)[number]>;
  const shown = <T extends { owner: string }>(viewer: Viewer, row: T | undefined): T | null =>
    row !== undefined && maySee(viewer, row.owner) ? row : null;
  return {
    customer(viewer, id) {
      const known = id === null ? null : shown(viewer, account.get(id));
      return known === null ? null : shortName(known);
    },
    contact: (viewer, id) => shown(viewer, contact.get(id))?.name ?? null,
    task: (viewer, id) => shown(viewer, task.get(id))?.title ?? null,
    note: (viewer, id) =>
      id !== null && shown(viewer, account.get(id)) !== null ? shown(viewer, notes.get(id)) : null,
    held(viewer, id) {
      const push = pushes.find((one) => one._id === id);
      return push?.recipient === viewer.person ? push : null;
    },
    version: (id) => (id === null ? null : (account.get(id)?.v ?? null)),
    person: (id) => colleagues.get(id)?.name ?? '',
  };
}
