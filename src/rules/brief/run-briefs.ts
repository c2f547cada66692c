import type { Task } from '../../crm/task/task.ts';
import type { Team } from '../../crm/team/team.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Colleagues, Member } from '../colleagues.ts';
import { BRIEF_GRACE_MS, BRIEF_LEAD_MS, briefWindow, type StepBriefFacts, stepBrief } from '../decide/step-brief.ts';
import { type Day, localDay } from '../local-time.ts';
import { type NameBook, openNameBook } from '../name-book.ts';
import { nudgeId } from '../nudge.ts';
import { eachBounded } from '../pool.ts';
import { type Pushed, pushOnce, takePush } from '../push.ts';
import { planPush, recipientOf } from '../push-plan.ts';
import { readerOf } from '../reader.ts';
import { remember } from '../remember.ts';
import type { RuleTools } from '../tools.ts';
import { briefMessage } from './brief-message.ts';

export const BRIEF_CHECK = 'rules.step-brief';
const STEPS_A_PAGE = 100;
const IN_FLIGHT = 16;
const MINUTE_MS = 60_000;

export const briefFacts = (task: Stored<Task>): StepBriefFacts => ({
  task: task._id,
  account: task.account,
  owner: task.owner,
  done: task.doneAt !== null,
  dueAt: task.dueAt?.toISOString() ?? null,
  createdAt: task.createdAt.toISOString(),
});

/** What a brief was written from, so that the deliverer can see whether it still holds. */
export interface BriefSeen {
  set: string;
  task: string;
  dueAt: string | null;
  today: Day;
  /** Of the step and of its customer. */
  versions: [number, number | null];
  /** Whether the recipient might be told of the customer. */
  shown: boolean;
}

interface Moment {
  now: Date;
  team: Team;
  colleagues: Colleagues;
  wrote: ReadonlyMap<string, Date>;
}

/** Steps with a clock time, told 30 minutes before. Reads only what has come into the window since the last run. */
export function createBriefs(tools: RuleTools) {
  const { due, nudges, team: teams } = tools;
  /** Every step up to here has been looked at by this process. */
  let through: Date | undefined;
  /** Steps of people who were just writing. */
  const held = new Map<string, number>();

  async function run(now: Date, colleagues: Colleagues): Promise<number> {
    const [team, wrote] = await Promise.all([teams.settings(), nudges.wroteSince(new Date(now.getTime() - MINUTE_MS))]);
    const moment = { now, team, colleagues, wrote };
    let sent = 0;
    if (held.size > 0) sent += await tell(await due.tasks([...held.keys()]), moment);
    for (const [from, to] of windows(now))
      for await (const page of due.timedSteps(from, to, STEPS_A_PAGE)) {
        if (tools.stopping.aborted) return sent;
        sent += await tell(page, moment);
      }
    through = now;
    return sent;
  }

  /** Steps that come within the lead, and those planned so late that only their own time is left; all at the first run. */
  function windows(now: Date): [Date, Date][] {
    const ahead = new Date(now.getTime() + BRIEF_LEAD_MS);
    if (through === undefined || through > now) return [[new Date(now.getTime() - BRIEF_GRACE_MS), ahead]];
    // A minute of overlap: a step becomes readable a little after its time.
    const from = through.getTime() - MINUTE_MS;
    if (now.getTime() - from >= BRIEF_LEAD_MS) return [[new Date(from), ahead]];
    return [
      [new Date(from), now],
      [new Date(from + BRIEF_LEAD_MS), ahead],
    ];
  }

  async function tell(tasks: readonly Stored<Task>[], moment: Moment): Promise<number> {
    const { now, colleagues, team, wrote } = moment;
    for (const task of tasks) held.delete(task._id);
    const open = tasks.flatMap((task) => {
      const facts = briefFacts(task);
      const window = briefWindow(facts);
      const person = colleagues.get(task.owner);
      if (window === null || person === undefined || window.from > now || window.until <= now) return [];
      return [{ task, facts, person }];
    });
    const [known, pushes] = await Promise.all([
      nudges.nudges(open.map(({ facts }) => nudgeId('step-brief', facts.task, facts.owner))),
      nudges.pushes(open.map(({ person }) => person.id)),
    ]);
    const fresh = open.filter(
      ({ facts }) => known.get(nudgeId('step-brief', facts.task, facts.owner))?.occurrence !== facts.dueAt,
    );
    const allowed = fresh.filter(({ task, person }) => {
      const wroteAt = wrote.get(person.id) ?? null;
      const recipient = { ...recipientOf(person, team.holidays, wroteAt), pushed: pushes.get(person.id) ?? null };
      const plan = planPush('timed', recipient, now);
      if (plan.kind === 'hold') held.set(task._id, plan.until.getTime());
      return plan.kind === 'now';
    });
    if (allowed.length === 0) return 0;
    const accounts = allowed.flatMap(({ facts }) => facts.account ?? []);
    const tasksShown = allowed.map(({ facts }) => facts.task);
    const book = await openNameBook(due, colleagues, { accounts, notes: accounts, tasks: tasksShown });
    let sent = 0;
    await eachBounded(allowed, IN_FLIGHT, async ({ task, facts, person }) => {
      const pushed = await sendBrief(tools, { task, facts, person }, moment, book);
      if (pushed === 'committed') sent++;
      else if (typeof pushed === 'object' && pushed.kind === 'hold') held.set(task._id, pushed.until.getTime());
    });
    return sent;
  }

  return {
    run,
    /** The next instant at which a step may have to be told. */
    async next(after: Date): Promise<Date | null> {
      const ahead = await due.nextTimedStep(new Date(after.getTime() + BRIEF_LEAD_MS));
      const own = await due.nextTimedStep(after);
      const instants = [
        ...(ahead === null ? [] : [ahead.getTime() - BRIEF_LEAD_MS]),
        ...(own === null ? [] : [own.getTime()]),
        ...[...held.values()].filter((until) => until > after.getTime()),
      ];
      return instants.length === 0 ? null : new Date(Math.min(...instants));
    },
  };
}

function sendBrief(
  { ledger, address }: Pick<RuleTools, 'ledger' | 'address'>,
  { task, facts, person }: { task: Stored<Task>; facts: StepBriefFacts; person: Member },
  { now, team, colleagues, wrote }: Moment,
  book: NameBook,
): Promise<Pushed> {
  return pushOnce(ledger, `rule:step-brief:${facts.task}:${facts.dueAt}:${person.id}`, async (draft) => {
    await takePush(draft, 'timed', person.id, recipientOf(person, team.holidays, wrote.get(person.id) ?? null), now);
    const today = localDay(now, person.zone);
    await remember(draft, {
      rule: 'step-brief',
      subject: facts.task,
      recipient: person.id,
      occurrence: facts.dueAt,
      series: facts.dueAt ?? '',
      count: 1,
      firstDay: today,
      lastDay: today,
      snoozedUntil: null,
      paused: false,
    });
    draft.because({ rule: stepBrief.name, version: stepBrief.version, facts: { ...facts, today } });
    const reader = readerOf(person, colleagues, now);
    const seen: BriefSeen = {
      set: draft.setId,
      task: facts.task,
      dueAt: facts.dueAt,
      today,
      versions: [task.v, book.version(facts.account)],
      shown: book.customer(reader.viewer, facts.account) !== null,
    };
    draft.send(address(person), briefMessage(facts, draft.setId, reader, book), {
      recheck: { check: BRIEF_CHECK, facts: { ...seen } },
    });
  });
}
