import { dayText } from '../calendar/days.ts';
import { wallTime } from '../calendar/zone.ts';
import { defineTexts } from '../chat/texts.ts';
import { fitted, roomFor } from '../chat/width.ts';
import { countsOf, type HandedOver } from '../crm/account/hand-over.ts';
import type { HandedCounts } from '../crm/handing/handing.ts';
import type { Person } from '../crm/person/person.ts';
import type { Stored } from '../ledger/change-set.ts';
import type { CrmTools, CrmTurn } from './crm-turn.ts';
import { handedCounts, handedRows } from './handed-words.ts';

const TWO_MINUTES = 120_000;
/** A report has eight rows of a bubble; two are its head and the counts. */
const MOST_LINES = 8;
export const MOST_ROWS = MOST_LINES - 2;

const texts = defineTexts({ zh: { all: '全部' }, en: { all: 'Show all' } });

/**
 * Tells a new owner once what came to them and what is open in it, by the rules of pushes; undo within two minutes
 * withdraws it. `counts`: where `handed` is only the first of it.
 */
export async function tellHanded(
  turn: Pick<CrmTurn, 'draft' | 'now'>,
  owner: Stored<Person>,
  handed: HandedOver,
  head: string,
  tools: Pick<CrmTools, 'addressOf' | 'stores'> & { rules: Pick<CrmTools['rules'], 'allowPush'> },
  counts: HandedCounts = countsOf(handed),
): Promise<void> {
  const to = await tools.addressOf(owner._id);
  if (to === null) return;
  const team = await tools.stores.team.settings();
  const today = dayText(wallTime(turn.now.getTime(), owner.zone).day);
  const reader = { locale: owner.locale, today, team };
  const rows = handedRows(handed, reader);
  const above = [head, handedCounts(counts, reader)];
  const shown = rows.slice(0, roomFor(rows, above, MOST_LINES));
  const args = { accounts: handed.accounts.map(({ _id }) => _id) };
  const all = { label: texts(owner.locale).all, action: 'hand-over.all', args };
  const held = new Date(turn.now.getTime() + TWO_MINUTES);
  const leave = await tools.rules.allowPush(turn.draft, owner._id, held);
  turn.draft.send(
    to,
    {
      text: fitted([...above, ...shown], MOST_LINES).join('\n'),
      buttons: rows.length > shown.length ? [all] : [],
    },
    leave,
  );
}
