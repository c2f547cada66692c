import { maySee, type Viewer } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import { dayText } from '../../chat/format.ts';
import type { Locale } from '../../chat/texts.ts';
import { listRow, soft } from '../../chat/width.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { INTERACTION_KINDS, type Interaction } from '../../crm/interaction/interaction.ts';
import { kindLabel } from '../../crm/interaction/kind-label.ts';
import type { Person } from '../../crm/person/person.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { notYoursTexts } from '../not-yours.ts';
import { type Days, instantsOf, periodText } from '../period.ts';
import { ownersAsked, type Whose } from '../whose.ts';
import { dailyTexts } from './texts.ts';

/** Colleagues in a report's first answer. */
export const TEAM_ROWS = 6;
/** Customers named in a colleague's row. */
const MOST_NAMES = 3;

/** Whose notes are counted, and of which days; `of` null: of all whom the asker sees. */
export interface TeamWork {
  of: Whose | null;
  days: Days;
}

/**
 * What people logged, the busiest first, and which reps logged nothing: nobody has to write a report for it. Of one day with the customers,
 * of more of them with the kinds of contact. What came in with a list was no work of theirs.
 */
export async function sayTeamWork(turn: CrmTurn, { of, days }: TeamWork, most: number | null, tools: CrmTools) {
  const { stores } = tools;
  const { locale, zone } = turn.speaker;
  const texts = dailyTexts(locale);
  const viewer = privately(turn.viewer);
  if (days.from > todayOf(turn)) return void turn.whisper({ text: texts.ahead });
  const owners = of === null ? null : await ownersAsked(viewer, of, tools);
  if (of !== null && owners === null) return void turn.whisper({ text: notYoursTexts(locale).records(of.name) });
  const people = (await stores.people.active()).filter(
    ({ _id }) => maySee(viewer, _id) && (owners === null || owners.includes(_id)),
  );
  const { from, to } = instantsOf(days, zone);
  const by = { $in: people.map(({ _id }) => _id) };
  const logs = await stores.interactions.list(viewer, {
    by,
    createdAt: { $gte: from, $lte: to },
    imported: { $ne: true },
  });
  const counted = people
    .map((person) => ({ person, own: logs.filter((log) => log.by === person._id) }))
    .sort((left, right) => right.own.length - left.own.length);
  const busy = counted.filter(({ own }) => own.length > 0);
  const idle = counted.filter((one) => one.own.length === 0 && isAwaited(one.person, turn, people.length));
  if (busy.length + idle.length === 0) return void turn.whisper({ text: texts.nobody });
  const today = todayOf(turn);
  const isDay = days.from === days.to;
  const when = isDay ? dayText(days.from, locale, today) : periodText(days, today, locale);
  const head = [isDay ? texts.title : texts.work, ...(of === null ? [] : [of.name]), when].join(' · ');
  const names = await namesOf(viewer, logs, tools);
  const rows = busy.map(({ person, own }) => [
    person.name,
    texts.logs(own.length),
    isDay || busy.length === 1 ? customersIn(own, names, texts.and) : '',
    isDay ? '' : kindsIn(own, locale),
  ]);
  const shown = rows.slice(0, most ?? rows.length);
  const lines = [
    head,
    ...shown.map((row) => listRow(row.filter((part) => part !== '').map(soft))),
    ...(rows.length > shown.length ? [texts.more(rows.length - shown.length)] : []),
    ...(idle.length > 0 ? [listRow([soft(idle.map(({ person }) => person.name).join(texts.and))], texts.idle)] : []),
  ];
  const cut = rows.length > shown.length;
  const all = { label: texts.all, action: 'daily-report.team', args: { of, days } };
  turn.whisper({ text: lines.join('\n'), buttons: cut ? [all] : [] });
}

/** Whose silence is worth a word: a rep's; one's own where it is one's own work that is asked about. */
const isAwaited = ({ _id, role }: Stored<Person>, { speaker }: CrmTurn, asked: number): boolean =>
  _id === speaker.id ? asked === 1 : role === 'rep';

async function namesOf(
  viewer: Viewer,
  logs: readonly Interaction[],
  { stores }: CrmTools,
): Promise<Map<string, string>> {
  const ids = [...new Set(logs.flatMap(({ account }) => account ?? []))];
  const accounts = await stores.accounts.list(viewer, { _id: { $in: ids } });
  return new Map(accounts.map((account) => [account._id, shortName(account)]));
}

function customersIn(logs: readonly Interaction[], names: ReadonlyMap<string, string>, and: string): string {
  const customers = [...new Set(logs.flatMap(({ account }) => names.get(account ?? '') ?? []))];
  return customers.slice(0, MOST_NAMES).join(and);
}

/** 电话4 拜访2, the most frequent first. */
const kindsIn = (logs: readonly Interaction[], locale: Locale): string =>
  INTERACTION_KINDS.map((kind) => ({ kind, count: logs.filter((log) => log.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .sort((left, right) => right.count - left.count)
    .map(({ kind, count }) => `${kindLabel(kind, locale)} ${count}`)
    .join(' ');
