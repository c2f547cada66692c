import { randomUUID } from 'node:crypto';
import { NINE, USUAL } from '../../crm/peace/peace.ts';
import type { Team } from '../../crm/team/team.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Colleagues, Member } from '../colleagues.ts';
import { groupBy } from '../group-by.ts';
import { type Day, hoursOf, isDayOn, morningUnderWay, nextMorning, regionOf, usualHours } from '../local-time.ts';
import { TICK_ID, type Tick, tickKind } from '../nudge.ts';
import { chunks, eachBounded } from '../pool.ts';
import { planPush, recipientOf } from '../push-plan.ts';
import { alertRooms } from '../room/room-alerts.ts';
import type { RuleTools } from '../tools.ts';
import { birthdaysByOwner, gatherMornings } from './gather.ts';
import { namesForAll } from './morning-message.ts';
import { dueContent, sendMorning } from './send-morning.ts';

const PEOPLE_A_CHUNK = 100;
const IN_FLIGHT = 16;
const MINUTE_MS = 60_000;

/** The morning of everybody of one zone whose pushes begin at that minute. */
interface Group {
  zone: string;
  from: number;
}

interface GroupMorning extends Group {
  day: Day;
  at: Date;
}

/** The mornings of every zone: decides each once, over all processes and restarts, and keeps those who were just writing for a minute. */
export function createMornings(tools: RuleTools) {
  const { nudges, ledger, team: teams } = tools;

  /** Everything of a morning that has come and not been decided; how many messages were committed. */
  async function run(now: Date, colleagues: Colleagues): Promise<number> {
    const team = await teams.settings();
    const tick = await nudges.tick();
    // At the very first start what is overdue waits for the next morning and is one list then.
    const through = tick?.through ?? new Date(now.getTime() - 1);
    const due = groupsOf(colleagues, team)
      .flatMap((group): GroupMorning[] => {
        const morning = morningUnderWay(now, hoursOfGroup(group, team));
        return morning !== null && morning.at > through ? [{ ...group, ...morning }] : [];
      })
      .sort((left, right) => left.at.getTime() - right.at.getTime());
    const waiting = tick?.held ?? [];
    if (tick !== null && due.length === 0 && waiting.length === 0) return 0;

    let sent = 0;
    const held: Tick['held'] = [];
    const tell = async (people: readonly Member[], morning: GroupMorning) => {
      const done = await tellPeople(people, morning, { now, team, colleagues });
      sent += done.sent;
      held.push(...done.held.map((person) => ({ person, day: morning.day })));
    };
    for (const morning of due) {
      await tell(
        colleagues.all.filter((person) => groupOf(person) === keyOf(morning)),
        morning,
      );
      if (keyOf(morning) === keyOf({ zone: team.zone, from: NINE }))
        sent += await alertRooms(tools, morning.day, { now, team, colleagues });
    }
    for (const people of groupBy(known(waiting, colleagues), groupOf).values()) {
      const [{ zone, quiet } = { zone: team.zone, quiet: USUAL }] = people;
      const group = { zone, from: quiet.from };
      const morning = morningUnderWay(now, hoursOfGroup(group, team));
      const same = people.filter(({ id }) => waiting.some(({ person, day }) => person === id && day === morning?.day));
      if (morning !== null) await tell(same, { ...group, ...morning });
    }
    if (!tools.stopping.aborted) await save(tick, due.at(-1)?.at ?? through, held);
    return sent;
  }

  async function tellPeople(
    everybody: readonly Member[],
    { zone, day }: GroupMorning,
    at: { now: Date; team: Team; colleagues: Colleagues },
  ): Promise<{ sent: number; held: string[] }> {
    const { now, team, colleagues } = at;
    const people = everybody.filter((person) => isDayOn(day, hoursOf(person, team.holidays)));
    if (people.length === 0) return { sent: 0, held: [] };
    const birthdays = await birthdaysByOwner(tools.contacts, day, team, zone);
    const held: string[] = [];
    let sent = 0;
    for (const chunk of chunks(people, PEOPLE_A_CHUNK)) {
      if (tools.stopping.aborted) break;
      const [{ mornings }, pushes, wrote] = await Promise.all([
        gatherMornings(tools, chunk, { ...at, day, birthdays }),
        nudges.pushes(chunk.map(({ id }) => id)),
        nudges.wroteSince(new Date(now.getTime() - MINUTE_MS)),
      ]);
      const told = mornings.flatMap((morning) => {
        const content = dueContent(morning);
        return content === null ? [] : [{ ...morning, ...content }];
      });
      const book = await namesForAll(tools.due, colleagues, told);
      await eachBounded(told, IN_FLIGHT, async (morning) => {
        const { id } = morning.person;
        const wroteAt = wrote.get(id) ?? null;
        const recipient = recipientOf(morning.person, team.holidays, wroteAt);
        const plan = planPush('merged', { ...recipient, pushed: pushes.get(id) ?? null }, now);
        const pushed =
          plan.kind === 'now'
            ? await sendMorning(tools, morning, { now, wroteAt, colleagues, book, holidays: team.holidays })
            : plan;
        if (pushed === 'committed') sent++;
        else if (typeof pushed === 'object' && pushed.kind === 'hold') held.push(id);
      });
    }
    return { sent, held };
  }

  /** Written only when something was decided. Of two processes that did the same work neither undoes what the other holds. */
  async function save(before: Stored<Tick> | null, through: Date, held: Tick['held']): Promise<void> {
    if (before !== null && through <= before.through && same(before.held, held)) return;
    await ledger.record({ id: `rule:tick:${randomUUID()}`, kind: 'rule', by: 'system' }, async (draft) => {
      const tick = await draft.read(tickKind, TICK_ID);
      if (tick === null) return draft.create(tickKind, TICK_ID, { through, held });
      const others = tick.held.filter((one) => ![...held, ...(before?.held ?? [])].some((mine) => isSame(mine, one)));
      draft.change(tickKind, tick, {
        through: through > tick.through ? through : tick.through,
        held: [...held, ...others],
      });
    });
  }

  return {
    run,
    /** The next instant at which a morning may have something to say. */
    async next(after: Date, colleagues: Colleagues): Promise<Date | null> {
      const [team, tick, wrote] = await Promise.all([
        teams.settings(),
        nudges.tick(),
        nudges.wroteSince(new Date(after.getTime() - MINUTE_MS)),
      ]);
      const free = (tick?.held ?? []).flatMap(({ person }) => {
        const at = wrote.get(person);
        return at === undefined ? [] : [at.getTime() + MINUTE_MS];
      });
      const mornings = groupsOf(colleagues, team).map((group) =>
        nextMorning(after, hoursOfGroup(group, team)).getTime(),
      );
      const instants = [...mornings, ...free.filter((at) => at > after.getTime())];
      return instants.length === 0 ? null : new Date(Math.min(...instants));
    },
  };
}

const keyOf = ({ zone, from }: Group): string => `${zone} ${from}`;

const groupOf = ({ zone, quiet }: Member): string => keyOf({ zone, from: quiet.from });

/** Everybody's, and the rooms'. */
function groupsOf(colleagues: Colleagues, team: Team): Group[] {
  const groups = [
    { zone: team.zone, from: NINE },
    ...colleagues.all.map(({ zone, quiet }) => ({ zone, from: quiet.from })),
  ];
  return [...new Map(groups.map((group) => [keyOf(group), group])).values()];
}

const hoursOfGroup = ({ zone, from }: Group, { holidays }: Team) => ({
  ...usualHours(zone, regionOf(zone, holidays)),
  from,
});

const known = (held: Tick['held'], colleagues: Colleagues): Member[] =>
  held.flatMap(({ person }) => colleagues.get(person) ?? []);

const isSame = (left: Tick['held'][number], right: Tick['held'][number]): boolean =>
  left.person === right.person && left.day === right.day;

const same = (left: Tick['held'], right: Tick['held']): boolean =>
  left.length === right.length && left.every((one) => right.some((other) => isSame(one, other)));
