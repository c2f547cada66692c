import type { Contact } from '../../crm/contact/contact.ts';
import type { ContactStore } from '../../crm/contact/contact-store.ts';
import { isMuted } from '../../crm/peace/peace.ts';
import type { Task } from '../../crm/task/task.ts';
import type { Team } from '../../crm/team/team.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { birthdayWindow } from '../birthday-window.ts';
import type { Colleagues, Member } from '../colleagues.ts';
import { BRIEF_GRACE_MS } from '../decide/step-brief.ts';
import type { TeamDigestFacts, TeamNews } from '../decide/team-digest.ts';
import type { DueStore } from '../due-store.ts';
import { birthdayFacts, stepFacts, toldFacts } from '../facts-of.ts';
import { groupBy } from '../group-by.ts';
import type { HeldPush } from '../held-push.ts';
import {
  birthdayItem,
  type Item,
  importantItem,
  staleItem,
  stepItem,
  subjectOf,
  toldItem,
  withNamed,
} from '../item.ts';
import { type Day, regionOf } from '../local-time.ts';
import { type Nudge, namedOf, nudgeId } from '../nudge.ts';
import type { NudgeStore } from '../nudge-store.ts';
import { digestItems, type Standing, standingOf } from './standing.ts';
import { readTeamNews } from './team-news.ts';

/** What was held back longer ago is no news any more. */
const HELD_MS = 60 * 86_400_000;

/** Everything that one person's morning may have to tell. */
export interface Morning {
  person: Member;
  day: Day;
  items: readonly Item[];
  digest: TeamDigestFacts | null;
}

interface MorningSources {
  due: DueStore;
  ledger: Pick<Ledger, 'findSet'>;
  nudges: NudgeStore;
  contacts: Pick<ContactStore, 'withBirthday'>;
}

/** One morning of one zone. */
interface MorningTime {
  day: Day;
  now: Date;
  team: Team;
  colleagues: Colleagues;
  birthdays: Map<string, Stored<Contact>[]>;
}

/** Contacts whose birthday may have to be told on that day, by owner. */
export async function birthdaysByOwner(
  contacts: MorningSources['contacts'],
  day: Day,
  team: Team,
  zone: string,
): Promise<Map<string, Stored<Contact>[]>> {
  const { solar, lunar } = birthdayWindow(day, team.birthdayLeadDays, regionOf(zone, team.holidays));
  const found = await Promise.all([contacts.withBirthday('solar', solar), contacts.withBirthday('lunar', lunar)]);
  return groupBy(found.flat(), ({ owner }) => owner);
}

/** Reads the mornings of some people of one zone, in a fixed number of commands; with what was remembered, by nudge id. */
export async function gatherMornings(
  { due, nudges, ledger }: MorningSources,
  people: readonly Member[],
  time: MorningTime,
): Promise<{ mornings: Morning[]; remembered: Map<string, Stored<Nudge>> }> {
  const { day, now, team, colleagues } = time;
  const own = people.map(({ id }) => id);
  const owners = [...new Set([...own, ...own.flatMap((id) => colleagues.reports(id))])];
  const hears = (person: Member) => !isMuted(person.quiet, 'team-digest') && colleagues.reports(person.id).length > 0;
  const [tasks, held, standing, newsFor] = await Promise.all([
    due.stepsUpTo(own, day),
    due.heldFor(own, new Date(now.getTime() - HELD_MS)),
    standingOf({ due, team, colleagues, day }, owners, now),
    newsOfTeams({ due, ledger }, people.filter(hears), time),
  ]);
  const byOwner = {
    tasks: groupBy(tasks, ({ owner }) => owner),
    held: groupBy(held, ({ recipient }) => recipient),
    deals: groupBy(standing.deals, ({ owner }) => owner),
    accounts: groupBy(standing.accounts, ({ owner }) => owner),
  };
  const found = people.map((person) => ({
    person,
    items: itemsOf(person, byOwner, time),
    listed: hears(person) ? digestItems(standingWith(colleagues.reports(person.id), byOwner)) : [],
    news: hears(person) ? newsFor(colleagues.reports(person.id)) : null,
  }));

  const remembered = await nudges.nudges(
    found.flatMap(({ person, items, news }) => [
      ...items.map((item) => nudgeId(item.rule, subjectOf(item), person.id)),
      ...items.flatMap((item) => (item.rule === 'step-due' && item.facts.time !== null ? [briefId(item.facts)] : [])),
      ...(news === null ? [] : [digestId(person.id)]),
    ]),
  );
  const taskById = new Map(tasks.map((task) => [task._id, task]));
  const mornings = found.map(({ person, items, listed, news }) => ({
    person,
    day,
    items: items.map((item) => {
      const known = withNamed(item, namedOf(remembered.get(nudgeId(item.rule, subjectOf(item), person.id))));
      if (known.rule !== 'step-due') return known;
      const brief = remembered.get(briefId(known.facts));
      const briefed = toldByBrief(taskById.get(known.facts.task), brief, day, now);
      return stepItem({ ...known.facts, briefed });
    }),
    digest:
      news === null
        ? null
        : { manager: person.id, today: day, items: listed, named: namedOf(remembered.get(digestId(person.id))), news },
  }));
  return { mornings, remembered };
}

/** What happened with the teams of these managers, all of one zone. */
async function newsOfTeams(
  sources: Pick<MorningSources, 'due' | 'ledger'>,
  managers: readonly Member[],
  { day, now, team, colleagues }: MorningTime,
): Promise<(owners: readonly string[]) => TeamNews | null> {
  const [first] = managers;
  if (first === undefined) return () => null;
  const owners = [...new Set(managers.flatMap(({ id }) => colleagues.reports(id)))];
  return readTeamNews(sources, owners, { day, now, region: regionOf(first.zone, team.holidays) });
}

export const digestId = (manager: string): string => nudgeId('team-digest', manager, manager);
const briefId = ({ task, owner }: { task: string; owner: string }): string => nudgeId('step-brief', task, owner);

interface ByOwner {
  tasks: Map<string, Stored<Task>[]>;
  held: Map<string, Stored<HeldPush>[]>;
  deals: Map<string, Standing['deals']>;
  accounts: Map<string, Standing['accounts']>;
}

const standingWith = (owners: readonly string[], { deals, accounts }: ByOwner): Standing => ({
  deals: owners.flatMap((owner) => deals.get(owner) ?? []),
  accounts: owners.flatMap((owner) => accounts.get(owner) ?? []),
});

function itemsOf(
  { id, zone, quiet }: Member,
  { tasks, held, deals, accounts }: ByOwner,
  { day, team, birthdays }: MorningTime,
): Item[] {
  const base = { region: regionOf(zone, team.holidays), today: day, named: null };
  const leads = quiet.fewer ? team.birthdayLeadDays.slice(0, 1) : team.birthdayLeadDays;
  const items = [
    ...(tasks.get(id) ?? []).map((task) => stepItem(stepFacts(task, { ...base, briefed: false }))),
    ...(birthdays.get(id) ?? []).map((contact) => birthdayItem(birthdayFacts(contact, { ...base, leads }))),
    ...(held.get(id) ?? []).map((push) => toldItem(toldFacts(push, base))),
    ...(accounts.get(id) ?? []).map((facts) => importantItem({ ...facts, once: quiet.fewer })),
    ...(deals.get(id) ?? []).map((facts) => staleItem({ ...facts, once: quiet.fewer })),
  ];
  return items.filter(({ rule }) => !isMuted(quiet, rule));
}

/** A step with a clock time today belongs to its brief, unless that could not be given. */
function toldByBrief(task: Stored<Task> | undefined, brief: Stored<Nudge> | undefined, day: Day, now: Date): boolean {
  if (task?.dueAt == null || task.day !== day) return false;
  return brief?.occurrence === task.dueAt.toISOString() || task.dueAt.getTime() + BRIEF_GRACE_MS > now.getTime();
}
