import { maySee } from '../access/viewer.ts';
import { listRow } from '../chat/width.ts';
import type { ChangeSet } from '../ledger/change-set.ts';
import { digestRow, type MorningContent, morningRows, namesFor } from './morning/morning-message.ts';
import type { MorningFacts } from './morning/send-morning.ts';
import { openNameBook } from './name-book.ts';
import type { Reader } from './reader.ts';
import { refreshListed, refreshMorning } from './recheck/refresh.ts';
import type { RoomAlertFacts } from './room/room-alerts.ts';
import type { ToldRow } from './told-rows.ts';
import type { RuleTools } from './tools.ts';

/** A row as it is shown, numbered, and what it stands for. */
export type ListedRow = ToldRow & { text: string };

/** Every row of a list that was cut, as it stands now and as far as this reader may see; null when the set is no list. */
export async function listAll(tools: RuleTools, set: ChangeSet | null, reader: Reader): Promise<ListedRow[] | null> {
  const { due, colleagues, team } = tools;
  const [everybody, settings] = await Promise.all([colleagues.recent(), team.settings()]);
  const context = { due, team: settings, colleagues: everybody };
  const numbered = (rows: readonly ReturnType<typeof digestRow>[]): ListedRow[] =>
    rows.map(({ parts, ...row }, index) => ({ ...row, text: listRow(parts, `${index + 1} `) }));
  if (set?.reason?.rule === 'morning') {
    const told = set.reason.facts as unknown as MorningFacts;
    const content: MorningContent = await refreshMorning(context, told, told.person);
    const book = await openNameBook(due, everybody, namesFor(content));
    return numbered(morningRows(content, { ...reader, today: told.day }, book));
  }
  if (set?.reason?.rule === 'room-alerts') {
    const told = set.reason.facts as unknown as RoomAlertFacts;
    const items = (await refreshListed(context, told.items, told.day)).filter(({ owner }) =>
      maySee(reader.viewer, owner),
    );
    const book = await openNameBook(due, everybody, { accounts: items.map(({ account }) => account) });
    return numbered(items.map((item) => digestRow(item, { ...reader, today: told.day }, book)));
  }
  return null;
}
