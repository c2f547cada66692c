import { accountKind } from '../../crm/account/account.ts';
import { companyDayKind } from '../../crm/company-day/company-day.ts';
import { contactKind } from '../../crm/contact/contact.ts';
import { dealKind } from '../../crm/deal/deal.ts';
import { groupKind } from '../../crm/group/group.ts';
import { interactionKind } from '../../crm/interaction/interaction.ts';
import { peaceKind } from '../../crm/peace/peace.ts';
import { joinCodeKind } from '../../crm/person/join-code.ts';
import { personKind } from '../../crm/person/person.ts';
import { rateKind } from '../../crm/rate/rate.ts';
import { roomKind } from '../../crm/room/room.ts';
import { taskKind } from '../../crm/task/task.ts';
import { taughtNameKind } from '../../crm/taught-name/taught-name.ts';
import { teamKind } from '../../crm/team/team.ts';
import type { Change, ChangeSet } from '../../ledger/change-set.ts';
import type { Draft, UndoConflict } from '../../ledger/ledger.ts';

export type Fields = Record<string, unknown>;

/** What several sets did to one record, as if they were one. */
export interface Touched {
  kind: string;
  id: string;
  created: boolean;
  /** An undo, now taken back, had taken it away whole. */
  removed: boolean;
  /** The fields that were written, with their values before the first of the sets and after the last. */
  before: Fields;
  after: Fields;
  /** The record once the sets are taken back; null where it is gone. */
  stands: Fields | null;
}

/**
 * Each record that the sets touched, in the order of first touch; those of the talk itself left out. `kept`: fields
 * that stay because somebody built on them.
 */
export async function touchedBy(
  sets: readonly ChangeSet[],
  draft: Draft,
  kept: readonly UndoConflict[] = [],
): Promise<Touched[]> {
  const touched = new Map<string, Touched>();
  const changes = sets.flatMap((set) => set.changes);
  const handedOn = changes.some((change) => change.kind === accountKind.kind && isOwnerAlone(change));
  for (const change of changes) {
    // What went with its customer is not spoken of: thousands of records need not be read for it.
    if (handedOn && change.kind !== accountKind.kind && isOwnerAlone(change)) continue;
    const kind = worded.find((one) => one.kind === change.kind);
    if (kind === undefined) continue;
    const key = `${change.kind}:${change.id}`;
    const first = touched.get(key);
    const stands = first?.stands ?? ((await draft.read<object>(kind, change.id)) as Fields | null);
    touched.set(key, first === undefined ? start(change, stands) : grow(first, change));
  }
  return [...touched.values()].flatMap((one) => withoutKept(one, kept));
}

/** Whether a record that there was only got another owner. */
const isOwnerAlone = ({ base, set, deleted }: Change): boolean =>
  base > 0 && deleted === undefined && Object.keys(set).join() === 'owner';

function withoutKept(touched: Touched, kept: readonly UndoConflict[]): Touched[] {
  const fields = new Set(
    kept.filter(({ kind, id }) => kind === touched.kind && id === touched.id).map(({ field }) => field),
  );
  if (fields.has('*')) return [];
  return [
    { ...touched, after: Object.fromEntries(Object.entries(touched.after).filter(([field]) => !fields.has(field))) },
  ];
}

const worded = [
  interactionKind,
  taskKind,
  dealKind,
  accountKind,
  contactKind,
  roomKind,
  personKind,
  groupKind,
  joinCodeKind,
  companyDayKind,
  peaceKind,
  rateKind,
  taughtNameKind,
  teamKind,
] as const;

const start = ({ kind, id, base, before, set, deleted = false }: Change, stands: Fields | null): Touched => ({
  kind,
  id,
  created: base === 0,
  removed: deleted,
  before,
  after: set,
  stands,
});

const grow = (touched: Touched, { before, set }: Change): Touched => ({
  ...touched,
  before: { ...before, ...touched.before },
  after: { ...touched.after, ...set },
});
