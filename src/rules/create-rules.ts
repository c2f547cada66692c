import type { Address } from '../chat/message.ts';
import type { ContactStore } from '../crm/contact/contact-store.ts';
import { type Quiet, USUAL } from '../crm/peace/peace.ts';
import type { PeaceStore } from '../crm/peace/peace-store.ts';
import type { PersonStore } from '../crm/person/person-store.ts';
import type { RoomStore } from '../crm/room/room-store.ts';
import type { TeamStore } from '../crm/team/team-store.ts';
import type { AnyKind, Draft, Ledger } from '../ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { type Asked, pause, snooze } from './ask-less.ts';
import { createColleagues, type Member } from './colleagues.ts';
import type { DueStore } from './due-store.ts';
import { createEvenings } from './evening/run-evening.ts';
import { explain } from './explain.ts';
import { heldPushKind } from './held-push.ts';
import { type ListedRow, listAll } from './list-all.ts';
import { type Day, localDay } from './local-time.ts';
import { createMornings } from './morning/run-mornings.ts';
import { MORNING_CHECK } from './morning/send-morning.ts';
import { nudgeKind, pushesKind, tickKind } from './nudge.ts';
import type { NudgeStore } from './nudge-store.ts';
import type { Reader } from './reader.ts';
import type { Recheck } from './recheck/recheck.ts';
import { recheckMorning } from './recheck/recheck-morning.ts';
import { recheckRoomAlert, recheckWin } from './recheck/recheck-room.ts';
import { recheckTimed } from './recheck/recheck-timed.ts';
import { ROOM_CHECK } from './room/room-alerts.ts';
import { createWins, WIN_CHECK } from './room/wins.ts';
import { allowPush, HELD_CHECK, type Leave, recheckHeld, type ToldPush, tellPerson } from './tell-person.ts';
import { createTimed } from './timed/run-timed.ts';
import { BRIEF, QUESTION } from './timed/timed-rule.ts';
import { type ToldRow, toldRows } from './told-rows.ts';
import type { AskAgain, OpenQuestions, Prompt } from './tools.ts';
import { createWatch } from './watch/run-watch.ts';

/** The kinds of record that the rules keep; the ledger must know them. */
export const ruleKinds: readonly AnyKind[] = [heldPushKind, nudgeKind, pushesKind, tickKind];

interface RuleOptions {
  ledger: Ledger;
  stores: {
    people: Pick<PersonStore, 'active'>;
    peace: PeaceStore;
    contacts: Pick<ContactStore, 'withBirthday'>;
    rooms: Pick<RoomStore, 'subscribed' | 'byRoom'>;
    team: Pick<TeamStore, 'settings'>;
    due: DueStore;
    nudges: NudgeStore;
  };
  /** Business time. */
  clock: Clock;
  logger: Logger;
  /** Where a person is told something unasked. */
  address: (person: Member) => Address;
  /** Lets the words that come next in a talk be the answer to how a step went. */
  prompt: Prompt;
  openQuestions: OpenQuestions;
  askAgain: AskAgain;
}

/** For whom a why or a list is written. */
export type Asking = Omit<Reader, 'today'> & { now: Date };

export interface Rules {
  /** Everything that is due up to now, committed once over all processes; how many messages. Runs one after the other. */
  runDue(now: Date): Promise<number>;
  /** Lets go of a run under way after the reminders in hand; what is left is told by the next process. */
  stop(): Promise<void>;
  /** The next instant after `after` at which something could be due; null while nobody is there. */
  nextInstant(after: Date): Promise<Date | null>;
  /** Looks again at what is about to leave, by the check's name. */
  recheckHandlers: Readonly<Record<string, Recheck>>;
  /** Why a set spoke unasked, or why a row of its list is there: rule, facts, next firing, how to stop it; null when it told nothing. */
  explain(set: string, asking: Asking, about?: ToldRow | null): Promise<string[] | null>;
  /** All rows behind 全部 / Show all, numbered; null when the set is no list of a rule. */
  listAll(set: string, asking: Asking): Promise<ListedRow[] | null>;
  /** What the rows that a set showed stand for; none where it told of no customers. */
  toldRows(set: string, asking: Asking): Promise<ToldRow[]>;
  /** Puts reminders off to the first working morning so many days away, whose day it returns; null: nothing to put off. */
  snooze(draft: Draft, asked: Asked & { days: number }, asker: { zone: string; now: Date }): Promise<Day | null>;
  /** Stops reminding of one thing (or takes it up again); false: there is nothing of the kind. */
  pause(draft: Draft, asked: Asked & { paused: boolean }, asker: { zone: string; now: Date }): Promise<boolean>;
  /** Tells what somebody else's act makes due: from `at` on by itself; at night, on days off, over the cap in the next list. */
  tell(draft: Draft, to: Address, push: ToldPush, at: Date): Promise<void>;
  /** What holds for what a person is told unasked. */
  quiet(person: string): Promise<Quiet>;
  /** How many a manager, or an admin, asks for when it is for everybody. */
  peopleUnder(person: string): Promise<number>;
  /** Takes one of a person's pushes for a message with buttons of its own; returns how it may leave, for `draft.send`. */
  allowPush(draft: Draft, person: string, at: Date): Promise<Leave>;
}

export function createRules({ stores, ...options }: RuleOptions): Rules {
  const { people, peace, team, ...reads } = stores;
  const colleagues = createColleagues({ people, peace });
  const stopping = new AbortController();
  const tools = { ...options, ...reads, team, colleagues, stopping: stopping.signal };
  const mornings = createMornings(tools);
  const briefs = createTimed(tools, BRIEF);
  const questions = createTimed(tools, QUESTION);
  const evenings = createEvenings(tools);
  const wins = createWins(tools);
  const watch = createWatch(tools);
  const asker = async ({ zone, now }: { zone: string; now: Date }) => ({
    zone,
    now,
    holidays: (await team.settings()).holidays,
  });
  const reader = ({ now, ...asking }: Asking): Reader => ({ ...asking, today: localDay(now, asking.zone) });
  let last: Promise<unknown> = Promise.resolve();

  async function due(now: Date): Promise<number> {
    const everybody = await colleagues.fresh();
    let told = 0;
    for (const rule of [briefs, mornings, questions, evenings, wins, watch]) told += await rule.run(now, everybody);
    return told;
  }

  return {
    runDue(now) {
      const run = last.then(() => (stopping.signal.aborted ? 0 : due(now)));
      last = run.catch(() => undefined);
      return run;
    },
    async stop() {
      stopping.abort();
      await last;
    },
    async nextInstant(after) {
      const everybody = await colleagues.fresh();
      const instants = await Promise.all([
        mornings.next(after, everybody),
        briefs.next(after),
        questions.next(after),
        evenings.next(after, everybody),
      ]);
      const times = instants.flatMap((instant) => (instant === null ? [] : [instant.getTime()]));
      return times.length === 0 ? null : new Date(Math.min(...times));
    },
    recheckHandlers: {
      [MORNING_CHECK]: recheckMorning(tools),
      [BRIEF.check]: recheckTimed(tools, BRIEF),
      [QUESTION.check]: recheckTimed(tools, QUESTION),
      [ROOM_CHECK]: recheckRoomAlert(tools),
      [WIN_CHECK]: recheckWin(tools),
      [HELD_CHECK]: recheckHeld(tools),
    },
    explain: async (set, asking, about) => explain(tools, await tools.ledger.findSet(set), reader(asking), about),
    listAll: async (set, asking) => listAll(tools, await tools.ledger.findSet(set), reader(asking)),
    toldRows: async (set, asking) => toldRows(tools, await tools.ledger.findSet(set), reader(asking)),
    snooze: async (draft, { days, ...asked }, who) => snooze(draft, tools, asked, days, await asker(who)),
    pause: async (draft, { paused, ...asked }, who) => pause(draft, asked, paused, await asker(who)),
    quiet: async (person) => (await colleagues.fresh()).get(person)?.quiet ?? USUAL,
    async peopleUnder(person) {
      const everybody = await colleagues.fresh();
      const under = everybody.get(person)?.role === 'admin' ? everybody.all : everybody.subtree(person);
      return under.filter(({ id }) => id !== person).length;
    },
    tell: (draft, to, push, at) => tellPerson(draft, tools, to, push, at),
    allowPush: (draft, person, at) => allowPush(draft, tools, person, at),
  };
}
