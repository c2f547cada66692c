import { mayRunCompany } from '../../access/rights.ts';
import { defineTexts } from '../../chat/texts.ts';
import { personKind } from '../../crm/person/person.ts';
import { PersonError } from '../../errors.ts';
import type { Change, ChangeSet } from '../../ledger/change-set.ts';
import type { CrmTools, CrmTurn } from '../crm-turn.ts';
import { onlyAdmin } from '../only-admin.ts';

const texts = defineTexts({
  zh: { lastAdmin: '这样就没有管理员了,先再设一位。' },
  en: { lastAdmin: 'That would leave no admin; make another one first.' },
});

const COMPANY = new Set(['person', 'group', 'join-code']);

/** What was only relied on is no change. */
const isOfCompany = ({ kind, set, deleted }: Change): boolean =>
  COMPANY.has(kind) && (deleted !== undefined || Object.keys(set).length > 0);

/** Where one is oneself says everybody for themselves. */
const isOwnZone = ({ kind, id, set }: Change, { speaker }: CrmTurn): boolean =>
  kind === personKind.kind && id === speaker.id && Object.keys(set).every((field) => field === 'zone');

/**
 * Undo goes by today's rights: what an admin did to colleagues, groups and join codes is taken back by an admin alone,
 * and never so that the company is left without one. Called with the undo already in the draft.
 */
export async function refuseUnfit(turn: CrmTurn, undid: readonly ChangeSet[], { stores }: CrmTools): Promise<void> {
  const touched = undid.flatMap(({ changes }) => changes).filter((one) => isOfCompany(one) && !isOwnZone(one, turn));
  if (touched.length === 0) return;
  const people = await stores.people.active();
  const touchedIds = touched.flatMap(({ kind, id }) => (kind === personKind.kind ? [id] : []));
  const ids = [...new Set([...people.map(({ _id }) => _id), ...touchedIds])];
  const admins = [];
  for (const id of ids) {
    const listed = people.find(({ _id }) => _id === id);
    // Only who was an admin, or is touched by this, can be one afterwards.
    if (!touchedIds.includes(id) && listed?.role !== 'admin') continue;
    const after = await turn.draft.read(personKind, id);
    if (mayRunCompany(after)) admins.push(id);
  }
  if (admins.length === 0) throw new PersonError(texts(turn.speaker.locale).lastAdmin);
  // The speaker was an admin a moment ago, whatever this takes from them.
  const own = people.find(({ _id }) => _id === turn.speaker.id);
  if (own === undefined || !mayRunCompany(own)) await onlyAdmin(turn);
}
