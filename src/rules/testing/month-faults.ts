import { addWorkdays } from '../../calendar/work-calendar.ts';
import type { Item } from '../item.ts';
import { subjectOf } from '../item.ts';
import { addDays, type Day, EVENING, isDayOn, localDay, localMinute } from '../local-time.ts';
import type { Month, Somebody } from './month.ts';
import type { Told } from './world.ts';

const MOST_A_DAY = 6;
const STALE_AFTER = 3;
const DAY_MS = 86_400_000;

/** One push as it arrives. */
interface Arrival {
  person: Somebody;
  at: Date;
  day: Day;
  rule: string;
  /** What it names. */
  subjects: string[];
  text: string;
}

function arrivalOf({ to, text, set, message }: Told, people: readonly Somebody[]): Arrival[] {
  const person = people.find(({ id }) => to === `direct:${id}`);
  if (person === undefined) return [];
  const at = new Date(Math.max(set.at.getTime(), message.notBefore?.getTime() ?? 0));
  const rule = set.reason?.rule ?? 'told';
  const facts = set.reason?.facts as { items?: Item[]; task?: string } | undefined;
  const subjects = facts?.items?.map(subjectOf) ?? (facts?.task === undefined ? [] : [facts.task]);
  return [{ person, at, day: localDay(at, person.hours.zone), rule, subjects, text }];
}

const isTimed = ({ rule }: Arrival): boolean => rule === 'step-brief' || rule === 'step-question';

/** What "When to keep quiet" promises and the month broke, in words; an empty list is peace. And each one's count. */
export function monthFaults(month: Month): { faults: string[]; counts: Map<string, number> } {
  const arrivals = month.told.flatMap((told) => arrivalOf(told, month.people));
  const faults = [
    ...arrivals.flatMap((arrival) => outOfHours(arrival, month)),
    ...overTheCap(arrivals),
    ...twiceADay(arrivals),
    ...lost(arrivals, month),
    ...unnamedStale(arrivals, month),
  ];
  const counts = new Map(month.people.map(({ id }) => [id, arrivals.filter(({ person }) => person.id === id).length]));
  return { faults, counts };
}

function outOfHours(arrival: Arrival, { wrote }: Month): string[] {
  const { person, at, day, rule } = arrival;
  const { hours, peace } = person;
  const minute = localMinute(at, hours.zone);
  const said = `${rule} to ${person.id} at ${at.toISOString()}`;
  const off = !isDayOn(day, hours);
  const early = !isTimed(arrival) && (off || minute < hours.from || minute >= EVENING);
  const dayOff = peace.daysOff === true && off;
  const writing = wrote
    .get(person.id)
    ?.some((wrotenAt) => at >= wrotenAt && at.getTime() - wrotenAt.getTime() < 60_000);
  return [
    ...(early || dayOff ? [`outside the hours: ${said}`] : []),
    ...(writing ? [`while they were writing: ${said}`] : []),
  ];
}

function overTheCap(arrivals: readonly Arrival[]): string[] {
  const byDay = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const key = `${arrival.person.id} ${arrival.day}`;
    byDay.set(key, [...(byDay.get(key) ?? []), arrival]);
  }
  return [...byDay].flatMap(([key, all]) => [
    ...(all.length > MOST_A_DAY ? [`${all.length} pushes: ${key}`] : []),
    ...(all.filter(({ rule }) => rule === 'morning').length > 1 ? [`two lists: ${key}`] : []),
  ]);
}

/** A step told by its brief is in no list of that day, and no subject is named twice by one rule. */
function twiceADay(arrivals: readonly Arrival[]): string[] {
  const seen = new Set<string>();
  return arrivals.flatMap(({ person, day, rule, subjects }) =>
    subjects.flatMap((subject) => {
      const key = `${person.id} ${day} ${rule === 'step-question' ? 'asked ' : ''}${subject}`;
      if (seen.has(key)) return [`twice in a day: ${key}`];
      seen.add(key);
      return [];
    }),
  );
}

/** Every step, birthday and note that was not told by the working day after the one it was for. */
function lost(arrivals: readonly Arrival[], { promises, people, end }: Month): string[] {
  return promises.flatMap(({ kind, person: id, subject, at, day, doneAt }) => {
    const person = people.find((one) => one.id === id);
    if (person === undefined) return [];
    const own = arrivals.filter((arrival) => arrival.person.id === id);
    const told = own.some(({ subjects, text }) => subjects.includes(subject) || text.includes(subject));
    const held = own.some(({ rule, at: told }) => kind === 'note' && rule === 'morning' && told > at);
    if (told || held) return [];
    // A birthday within an absence is over when they come back.
    if (kind === 'birthday' && !isDayOn(day, { ...person.hours, region: 'none' }) && person.hours.away !== null)
      return [];
    const from = day === '' || day < localDay(at, person.hours.zone) ? localDay(at, person.hours.zone) : day;
    const due = nextDayOn(addDays(from, 1), person);
    if (doneAt !== null && localDay(doneAt, person.hours.zone) <= due) return [];
    return due < localDay(new Date(end.getTime() - DAY_MS), person.hours.zone)
      ? [`lost: ${kind} ${subject} of ${id}, ${day}`]
      : [];
  });
}

/** Every deal that stood untouched, without a step ahead, over a morning on which its owner was there. */
function unnamedStale(arrivals: readonly Arrival[], { deals, planned, people, end }: Month): string[] {
  return deals.flatMap(({ id, account, owner, touches }) => {
    const person = people.find((one) => one.id === owner);
    if (person === undefined) return [];
    const { zone, region } = person.hours;
    const last = localDay(new Date(end.getTime() - 2 * DAY_MS), zone);
    return touches.flatMap((touch, n) => {
      const until = touches[n + 1] === undefined ? last : localDay(touches[n + 1] ?? end, zone);
      const steps = (planned.get(account) ?? []).filter(({ since }) => localDay(since, zone) < until);
      const stepsEnd = steps.map(({ day }) => addDays(day, 1));
      const due = [addWorkdays(localDay(touch, zone), STALE_AFTER, region), ...stepsEnd].sort().at(-1) ?? last;
      const morning = nextDayOn(due < '2026-11-24' ? '2026-11-24' : due, person);
      if (morning >= until) return [];
      const named = arrivals.some((one) => one.person.id === owner && one.at > touch && one.subjects.includes(id));
      return named ? [] : [`never named: ${id} of ${owner}, touched ${touch.toISOString()}, due ${morning}`];
    });
  });
}

function nextDayOn(day: Day, { hours }: Somebody): Day {
  let candidate = day;
  for (let tries = 0; tries < 60 && !isDayOn(candidate, hours); tries++) candidate = addDays(candidate, 1);
  return candidate;
}
