import { accountKind } from '../../crm/account/account.ts';
import { dealKind } from '../../crm/deal/deal.ts';
import { ownPeace, type Peace, USUAL } from '../../crm/peace/peace.ts';
import { taskKind } from '../../crm/task/task.ts';
import { addDays, type Day, type Hours, hoursOf, isDayOn } from '../local-time.ts';
import { startStore, startWorld, type Told, type World } from './world.ts';

const MINUTE_MS = 60_000;
const FIRST: Day = '2026-11-23';
const REPS = 16;
const DEALS = 150;
const ZONES = ['Asia/Shanghai', 'Asia/Shanghai', 'America/New_York'] as const;

/** Somebody of the made-up team, with what they asked for. */
export interface Somebody {
  id: string;
  manager: string | null;
  hours: Hours;
  peace: Partial<Peace>;
}

/** What must not be lost: from `at` on it is to be told to `person` under that subject. */
interface Owed {
  kind: 'timed' | 'step' | 'birthday' | 'note';
  person: string;
  subject: string;
  at: Date;
  /** The day for which it was promised. */
  day: Day;
  /** From then on there is nothing to tell. */
  doneAt: Date | null;
}

export interface Month {
  people: readonly Somebody[];
  told: readonly Told[];
  /** When each person wrote. */
  wrote: ReadonlyMap<string, readonly Date[]>;
  promises: readonly Owed[];
  /** Every touch of each deal, oldest first. */
  deals: readonly { id: string; account: string; owner: string; touches: Date[] }[];
  /** Days for which a step of each customer was planned, and since when. */
  planned: ReadonlyMap<string, readonly { since: Date; day: Day }[]>;
  end: Date;
}

/** Repeatable chance (mulberry32). */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function team(): Somebody[] {
  const wish = (n: number): Partial<Peace> => {
    if (n === 1) return { from: 8 * 60 + 30 };
    if (n === 2) return { fewer: true };
    if (n === 3) return { daysOff: true };
    if (n % 5 === 4) return { away: { from: addDays(FIRST, n), until: addDays(FIRST, n + 6) } };
    return {};
  };
  const somebody = (id: string, manager: string | null, zone: string, peace: Partial<Peace>): Somebody => {
    const { from = USUAL.from, away = null } = peace;
    return { id, manager, peace, hours: hoursOf({ zone, quiet: { ...USUAL, from: from ?? USUAL.from, away } }, 'CN') };
  };
  return [
    somebody('boss', null, 'Asia/Shanghai', {}),
    ...[0, 1, 2].map((n) => somebody(`m${n}`, 'boss', 'Asia/Shanghai', {})),
    ...Array.from({ length: REPS }, (_, n) => somebody(`r${n}`, `m${n % 3}`, ZONES[n % 3] ?? ZONES[0], wish(n))),
  ];
}

/** So many days of a team of twenty with 150 open deals, over the real rules, ledger and store. `seed`: the same, the same month. */
export async function simulateMonth(seed: number, days = 30): Promise<Month> {
  const store = await startStore();
  const world = await startWorld(store);
  try {
    return await play(world, chanceFrom(seed), days);
  } finally {
    await world.stop();
    await store.stop();
  }
}

async function play(world: World, chance: (below: number) => number, days: number): Promise<Month> {
  const people = team();
  const reps = people.filter(({ id }) => id.startsWith('r'));
  const promises: Owed[] = [];
  const wrote = new Map(people.map(({ id }) => [id, [] as Date[]]));
  const planned = new Map<string, { since: Date; day: Day }[]>();
  const instant = (day: Day, minute: number) => new Date(world.at(`${day}T00:00`).getTime() + minute * MINUTE_MS);
  const events: { at: Date; act: () => Promise<void> }[] = [];
  const on = (at: Date, act: () => Promise<void>) => events.push({ at, act });
  let count = 0;

  world.setClock(`${FIRST}T07:00`);
  for (const { id, manager, hours, peace } of people) {
    const role = id === 'boss' ? 'admin' : id.startsWith('m') ? 'manager' : 'rep';
    await world.person(id, { manager, zone: hours.zone, role });
    if (Object.keys(peace).length > 0) await world.peace(ownPeace(id), peace);
  }
  const deals = Array.from({ length: DEALS }, (_, n) => {
    const owner = `r${n % REPS}`;
    return { id: `d${n}`, account: `客户${n}`, owner, touches: [instant(addDays(FIRST, -1 - chance(12)), 600)] };
  });
  for (const [n, { id, account, owner, touches }] of deals.entries()) {
    const [touchedAt] = touches;
    await world.account(account, owner, { important: n % 10 === 0 });
    await world.deal(id, owner, account, touchedAt === undefined ? {} : { touchedAt });
    if (n % 4 !== 0) continue;
    const day = addDays(FIRST, 2 + chance(days - 4));
    const [, month = '1', date = '1'] = day.split('-');
    await world.contact(`王${n}`, owner, account, {
      calendar: 'solar',
      month: Number(month),
      day: Number(date),
      year: null,
      leap: false,
    });
    promises.push({ kind: 'birthday', person: owner, subject: `王${n}`, at: instant(FIRST, 0), day, doneAt: null });
  }

  const writes = async (person: string, at: Date) => {
    wrote.get(person)?.push(at);
    await world.wrote(person, at.toISOString());
  };
  /** A note by somebody on a deal; the owner is told where it is not theirs. */
  const note = (by: string, deal: (typeof deals)[number], at: Date) =>
    on(at, async () => {
      await writes(by, at);
      deal.touches.push(at);
      await world.change(dealKind, deal.id, { touchedAt: at });
      await world.change(accountKind, deal.account, { lastContactAt: at });
      if (by === deal.owner) return;
      const marked = `${by}记了一笔:第${count++}条`;
      promises.push({ kind: 'note', person: deal.owner, subject: marked, at, day: '', doneAt: null });
      await world.ledger.record({ id: `told:${marked}`, kind: 'message', by }, (draft) =>
        world.rules.tell(
          draft,
          { adapter: 'web', room: `direct:${deal.owner}` },
          { recipient: deal.owner, account: deal.account, customer: deal.account, state: '有新记录', detail: marked },
          new Date(at.getTime() + 2 * MINUTE_MS),
        ),
      );
    });
  /** A step, done half of the time. */
  const step = (owner: string, account: string, made: Date, day: Day, time: string | null, doneAt: Date | null) =>
    on(made, async () => {
      const id = `t${count++}`;
      await world.task(id, owner, account, day, time);
      const known = planned.get(account) ?? [];
      planned.set(account, [...known, { since: made, day }]);
      const due = time === null ? instant(day, 1439) : world.at(`${day}T${time}`);
      if (doneAt === null || doneAt > due)
        promises.push({ kind: time === null ? 'step' : 'timed', person: owner, subject: id, at: made, day, doneAt });
      if (doneAt !== null) on(doneAt, () => world.change(taskKind, id, { doneAt }));
    });

  for (let n = 0; n < days; n++) {
    const day = addDays(FIRST, n);
    for (const { id, hours } of reps) {
      const own = deals.filter(({ owner }) => owner === id);
      const any = () => own[chance(own.length)] ?? own[0];
      if (isDayOn(day, hours))
        for (let k = chance(4); k >= 0; k--) {
          const deal = any();
          const at = instant(day, 480 + chance(700));
          if (deal !== undefined) note(id, deal, at);
          if (deal === undefined || chance(3) > 0) continue;
          const when = addDays(day, 1 + chance(5));
          const time = chance(2) === 0 ? null : `${String(9 + chance(9)).padStart(2, '0')}:30`;
          const doneAt = chance(2) === 0 ? null : instant(when, 1200 + chance(3000));
          step(id, deal.account, at, when, time, doneAt);
        }
    }
    for (const manager of ['m0', 'm1', 'm2']) {
      const deal = deals[chance(DEALS)];
      if (deal !== undefined && chance(3) === 0) note(manager, deal, instant(day, 480 + chance(900)));
    }
  }
  // One evening of a manager who goes through everything of one rep.
  for (let k = 0; k < 15; k++) {
    const deal = deals[k * REPS];
    if (deal !== undefined) note('m0', deal, instant(addDays(FIRST, 3), 620 + k));
  }

  const end = instant(addDays(FIRST, days), 0);
  await pass(world, events, end);
  return { people, told: world.told, wrote, promises, deals, planned, end };
}

/** Lets events and rules take place in the order of their time. */
async function pass(world: World, events: { at: Date; act: () => Promise<void> }[], end: Date): Promise<void> {
  let now = world.at(`${FIRST}T07:30`);
  await world.runAt(now.toISOString());
  for (;;) {
    events.sort((left, right) => left.at.getTime() - right.at.getTime());
    const [event] = events;
    const rule = await world.rules.nextInstant(now);
    const next = [event?.at, rule].filter((at): at is Date => at != null && at <= end);
    if (next.length === 0) return;
    now = new Date(Math.max(now.getTime(), Math.min(...next.map((at) => at.getTime()))));
    if (event !== undefined && event.at <= now) {
      events.shift();
      world.setClock(now.toISOString());
      await event.act();
    } else await world.runAt(now.toISOString());
  }
}
