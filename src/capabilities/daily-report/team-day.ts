import { maySee } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import { parseDay } from '../../calendar/days.ts';
import { zonedText } from '../../calendar/zone.ts';
import { dayText } from '../../chat/format.ts';
import { listRow, soft } from '../../chat/width.ts';
import { shortName } from '../../crm/account/create-account.ts';
import type { Person } from '../../crm/person/person.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { ownersOf, type Whose } from '../whose.ts';
import { dailyTexts } from './texts.ts';

/** Colleagues in a report's first answer. */
export const TEAM_ROWS = 6;
/** Customers named in a colleague's row. */
const MOST_NAMES = 3;

/** What a team logged today, the busiest first, and who logged nothing: nobody has to write a report for it. `of` null: all whom the asker sees. */
export async function sayTeamDay(turn: CrmTurn, of: Whose | null, most: number | null, tools: CrmTools): Promise<void> {
  const { stores } = tools;
  const { locale, id, zone } = turn.speaker;
  const texts = dailyTexts(locale);
  const viewer = privately(turn.viewer);
  const owners = await ownersOf(of, tools);
  const asked = (person: Stored<Person>) =>
    person._id !== id &&
    person.role === 'rep' &&
    maySee(viewer, person._id) &&
    (owners === 'all' || owners.has(person._id));
  const people = (await stores.people.active()).filter(asked);
  const today = todayOf(turn);
  const head = [texts.title, ...(of === null ? [] : [of.name]), dayText(today, locale, today)].join(' · ');
  if (people.length === 0) return void turn.whisper({ text: texts.nobody });
  const start = new Date(zonedText({ day: parseDay(today), minute: 0 }, zone));
  const by = { $in: people.map(({ _id }) => _id) };
  const logs = await stores.interactions.list(viewer, { by, createdAt: { $gte: start }, imported: { $ne: true } });
  const accounts = await stores.accounts.list(viewer, { _id: { $in: logs.flatMap(({ account }) => account ?? []) } });
  const names = new Map(accounts.map((account) => [account._id, shortName(account)]));
  const counted = people
    .map((person) => ({ person, own: logs.filter((log) => log.by === person._id) }))
    .sort((left, right) => right.own.length - left.own.length);
  const rows = counted
    .filter(({ own }) => own.length > 0)
    .map(({ person, own }) => {
      const customers = [...new Set(own.flatMap(({ account }) => names.get(account ?? '') ?? []))];
      return [person.name, texts.logs(own.length), soft(customers.slice(0, MOST_NAMES).join(texts.and))];
    });
  const idle = counted.filter(({ own }) => own.length === 0).map(({ person }) => person.name);
  const shown = rows.slice(0, most ?? rows.length);
  const lines = [
    head,
    ...shown.map((row) => listRow(row)),
    ...(rows.length > shown.length ? [texts.more(rows.length - shown.length)] : []),
    ...(idle.length > 0 ? [listRow([soft(idle.join(texts.and))], texts.idle)] : []),
  ];
  const buttons = rows.length > shown.length ? [{ label: texts.all, action: 'daily-report.team', args: { of } }] : [];
  turn.whisper({ text: lines.join('\n'), buttons });
}
