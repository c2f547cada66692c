import type { Viewer } from '../../access/viewer.ts';
import { dayText as dayOf, parseDay } from '../../calendar/days.ts';
import { zonedText } from '../../calendar/zone.ts';
import { shortName } from '../../crm/account/create-account.ts';
import type { Deal } from '../../crm/deal/deal.ts';
import type { Interaction } from '../../crm/interaction/interaction.ts';
import type { Stores } from '../../crm/stores.ts';
import type { Task } from '../../crm/task/task.ts';

/** What one person did on a day and has ahead of them. */
export interface Day {
  logs: Interaction[];
  /** Deals that were worked on without a note of their own. */
  deals: Deal[];
  done: Task[];
  /** Open steps made that day or due within a week. */
  next: Task[];
  /** What people call the customers, by id. */
  names: ReadonlyMap<string, string>;
}

const AHEAD_DAYS = 7;

/** Reads a person's day (`YYYY-MM-DD` in their zone), within the viewer's scope. */
export async function readDay(
  viewer: Viewer,
  person: { id: string; zone: string },
  day: string,
  { interactions, deals, tasks, accounts }: Stores,
): Promise<Day> {
  const start = new Date(zonedText({ day: parseDay(day), minute: 0 }, person.zone));
  const end = new Date(zonedText({ day: parseDay(day) + 1, minute: 0 }, person.zone));
  const within = { $gte: start, $lt: end };
  const [logs, touched, done, open] = await Promise.all([
    interactions.list(
      viewer,
      { by: person.id, createdAt: within, imported: { $ne: true } },
      { sort: { createdAt: 1 } },
    ),
    deals.list(viewer, { owner: person.id, touchedAt: within }, { sort: { touchedAt: 1 } }),
    tasks.list(viewer, { owner: person.id, doneAt: within }, { sort: { doneAt: 1 } }),
    tasks.openOf(viewer, [person.id]),
  ]);
  const noted = new Set(logs.map(({ account }) => account));
  const until = dayOf(parseDay(day) + AHEAD_DAYS);
  const next = open
    .filter((step) => (step.createdAt >= start && step.createdAt < end) || (step.day !== null && step.day <= until))
    .sort((left, right) => (left.day ?? '9').localeCompare(right.day ?? '9'));
  const ids = [...logs, ...touched, ...done, ...next].flatMap(({ account }) => (account === null ? [] : [account]));
  const named = await accounts.list(viewer, { _id: { $in: [...new Set(ids)] } });
  return {
    logs,
    deals: touched.filter(({ account }) => !noted.has(account)),
    done,
    next,
    names: new Map(named.map((account) => [account._id, shortName(account)])),
  };
}
