import { dayText, mondayOf, parseDay } from '../../calendar/days.ts';
import type { WorkRegion } from '../../calendar/work-calendar.ts';
import type { Deal } from '../../crm/deal/deal.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { TeamNews } from '../decide/team-digest.ts';
import type { DueStore } from '../due-store.ts';
import { lastStep } from '../facts-of.ts';
import { groupBy } from '../group-by.ts';
import { addDays, type Day, workdayFrom, workdayUpTo } from '../local-time.ts';

const DAY_MS = 86_400_000;

interface Asked {
  day: Day;
  now: Date;
  region: WorkRegion;
}

/**
 * What happened with the open and just closed deals of these owners since the last working day, on a week's first
 * working day since a week ago; by owner, so that several managers' news are summed from one reading.
 */
export async function readTeamNews(
  { due, ledger }: { due: DueStore; ledger: Pick<Ledger, 'findSet'> },
  owners: readonly string[],
  { day, now, region }: Asked,
): Promise<(owners: readonly string[]) => TeamNews> {
  const weekly = isWeekly(day, region);
  const days = weekly ? 7 : parseDay(day) - parseDay(workdayUpTo(addDays(day, -1), region));
  const since = new Date(now.getTime() - days * DAY_MS);
  const [touched, open] = await Promise.all([due.touchedDeals(owners, since), due.openDeals(owners)]);
  const steps = groupBy(
    await due.stepsAhead(
      open.map(({ account }) => account),
      day,
    ),
    ({ account }) => account,
  );
  const moved = new Set<string>();
  for (const deal of touched) if (await hasMoved(deal, since, ledger)) moved.add(deal._id);
  const hasNoStep = (deal: Stored<Deal>) =>
    !(deal.pausedUntil !== null && deal.pausedUntil > day) && lastStep(deal, steps.get(deal.account) ?? []) === null;
  const of = <T extends { owner: string }>(rows: readonly T[], who: ReadonlySet<string>) =>
    rows.filter(({ owner }) => who.has(owner));

  return (mine) => {
    const who = new Set(mine);
    const closed = of(touched, who).filter(({ closedAt }) => closedAt !== null && closedAt > since);
    return {
      weekly,
      won: closed.filter(({ stage }) => stage === 'won').map(({ account, owner }) => ({ account, owner })),
      lost: closed.filter(({ stage }) => stage === 'lost').length,
      moved: of(touched, who).filter(({ _id, closedAt }) => closedAt === null && moved.has(_id)).length,
      gaps: of(open, who).filter(hasNoStep).length,
    };
  };
}

/** Whether a day is the first working day of its week. */
const isWeekly = (day: Day, region: WorkRegion): boolean =>
  workdayFrom(dayText(mondayOf(parseDay(day))), region) === day;

/** Whether the deal has another stage since then than it had. */
async function hasMoved(
  { _id, writers }: Stored<Deal>,
  since: Date,
  ledger: Pick<Ledger, 'findSet'>,
): Promise<boolean> {
  const set = writers.stage === undefined ? null : await ledger.findSet(writers.stage);
  if (set === null || set.at <= since) return false;
  return set.changes.some(
    ({ kind, id, base, before, set: after }) =>
      kind === 'deal' && id === _id && base > 0 && before.stage !== undefined && before.stage !== after.stage,
  );
}
