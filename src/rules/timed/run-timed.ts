import type { Task } from '../../crm/task/task.ts';
import type { Team } from '../../crm/team/team.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Colleagues, Member } from '../colleagues.ts';
import type { StepQuestionFacts } from '../decide/step-question.ts';
import { type Day, localDay } from '../local-time.ts';
import { type NameBook, openNameBook } from '../name-book.ts';
import { nudgeId } from '../nudge.ts';
import { eachBounded } from '../pool.ts';
import { type Pushed, pushOnce, takePush } from '../push.ts';
import { planPush, recipientOf } from '../push-plan.ts';
import { readerOf } from '../reader.ts';
import { remember } from '../remember.ts';
import type { RuleTools } from '../tools.ts';
import { BRIEF, type TimedRule, timedFacts } from './timed-rule.ts';

const STEPS_A_PAGE = 100;
const IN_FLIGHT = 16;
const MINUTE_MS = 60_000;

/** What a message about a step was written from, so that the deliverer can see whether it still holds. */
export interface TimedSeen {
  set: string;
  task: string;
  dueAt: string | null;
  today: Day;
  /** Of the step and of its customer. */
  versions: [number, number | null];
  /** Whether the recipient might be told of the customer. */
  shown: boolean;
}

const NOTHING: { notedAt: Date | null; briefed: boolean } = { notedAt: null, briefed: false };

interface Moment {
  now: Date;
  team: Team;
  colleagues: Colleagues;
  wrote: ReadonlyMap<string, Date>;
}

/** Steps with a clock time, told of by it. Reads only what has come into the window since the last run. */
export function createTimed(tools: RuleTools, timed: TimedRule) {
  const { due, nudges, team: teams } = tools;
  const { offsets, until } = timed;
  const first = offsets[0] ?? 0;
  const last = offsets.at(-1) ?? 0;
  const idOf = ({ task, owner }: StepQuestionFacts) => nudgeId(timed.rule.name, task, owner);
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

  /** Between which times steps have come up: each of the rule's offsets by itself; in one at the first run and after a gap. */
  function windows(now: Date): [Date, Date][] {
    const newest = new Date(now.getTime() - first);
    if (through === undefined || through > now) return [[new Date(now.getTime() - until), newest]];
    // A minute of overlap: a step becomes readable a little after its time.
    const from = through.getTime() - MINUTE_MS;
    if (now.getTime() - from >= last - first) return [[new Date(from - last), newest]];
    return offsets.map((offset): [Date, Date] => [new Date(from - offset), new Date(now.getTime() - offset)]);
  }

  async function tell(tasks: readonly Stored<Task>[], moment: Moment): Promise<number> {
    const { now, colleagues, team, wrote } = moment;
    for (const task of tasks) held.delete(task._id);
    const since = timed.asks ? await sinceTold(tasks) : () => NOTHING;
    const open = tasks.flatMap((task) => {
      const facts = timedFacts(task, since(task));
      const window = timed.window(facts);
      const person = colleagues.get(task.owner);
      if (window === null || person === undefined || window.from > now || window.until <= now) return [];
      return timed.wanted(person) ? [{ task, facts, person }] : [];
    });
    const [known, pushes] = await Promise.all([
      nudges.nudges(open.map(({ facts }) => idOf(facts))),
      nudges.pushes(open.map(({ person }) => person.id)),
    ]);
    const fresh = open.filter(({ facts }) => known.get(idOf(facts))?.occurrence !== facts.dueAt);
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
      const pushed = await sendTimed(tools, timed, { task, facts, person }, moment, book);
      if (pushed === 'committed') sent++;
      else if (typeof pushed === 'object' && pushed.kind === 'hold') held.set(task._id, pushed.until.getTime());
    });
    return sent;
  }

  /** What was told of the steps before their time, and noted on their customers after it. */
  async function sinceTold(tasks: readonly Stored<Task>[]): Promise<(task: Stored<Task>) => typeof NOTHING> {
    const briefId = ({ _id, owner }: Stored<Task>) => nudgeId(BRIEF.rule.name, _id, owner);
    const [noted, briefs] = await Promise.all([
      due.lastNotes(tasks.flatMap(({ account }) => account ?? [])),
      nudges.nudges(tasks.map(briefId)),
    ]);
    return (task) => ({
      notedAt: noted.get(task.account ?? '')?.createdAt ?? null,
      briefed: briefs.get(briefId(task))?.occurrence === task.dueAt?.toISOString(),
    });
  }

  return {
    run,
    /** The next instant at which a step may have to be told. */
    async next(after: Date): Promise<Date | null> {
      const steps = await Promise.all(
        offsets.map(async (offset) => {
          const step = await due.nextTimedStep(new Date(after.getTime() - offset));
          return step === null ? [] : [step.getTime() + offset];
        }),
      );
      const instants = [...steps.flat(), ...[...held.values()].filter((until) => until > after.getTime())];
      return instants.length === 0 ? null : new Date(Math.min(...instants));
    },
  };
}

function sendTimed(
  { ledger, address, prompt }: Pick<RuleTools, 'ledger' | 'address' | 'prompt'>,
  { rule, check, message, asks }: TimedRule,
  { task, facts, person }: { task: Stored<Task>; facts: StepQuestionFacts; person: Member },
  { now, team, colleagues, wrote }: Moment,
  book: NameBook,
): Promise<Pushed> {
  return pushOnce(ledger, `rule:${rule.name}:${facts.task}:${facts.dueAt}:${person.id}`, async (draft) => {
    await takePush(draft, 'timed', person.id, recipientOf(person, team.holidays, wrote.get(person.id) ?? null), now);
    const today = localDay(now, person.zone);
    await remember(draft, {
      rule: rule.name,
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
    draft.because({ rule: rule.name, version: rule.version, facts: { ...facts, today } });
    const reader = readerOf(person, colleagues, now);
    const seen: TimedSeen = {
      set: draft.setId,
      task: facts.task,
      dueAt: facts.dueAt,
      today,
      versions: [task.v, book.version(facts.account)],
      shown: book.customer(reader.viewer, facts.account) !== null,
    };
    const to = address(person);
    draft.send(to, message(facts, draft.setId, reader, book), { recheck: { check, facts: { ...seen } } });
    if (asks)
      await prompt(draft, to, person.id, { task: facts.task, account: facts.account, set: draft.setId, at: now });
  });
}
