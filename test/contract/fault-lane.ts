import { setTimeout as sleep } from 'node:timers/promises';
import type { Records } from '../../src/app/records.ts';
import type { Rate } from '../../src/chat/chat-adapter.ts';
import { OUTBOX } from '../../src/ledger/collections.ts';
import { TestClock } from '../support/world.ts';

/** One try to say something, as the platform sees it. */
export interface Try {
  room: string;
  text: string;
  /** Monotonic milliseconds. */
  at: number;
}

/** The whole bot over a platform whose calls can be made to fail; `F`: how they fail there. */
export interface FaultWorld<F> {
  adapter: string;
  readonly records: Records;
  /** Rooms that can be written to. */
  rooms: readonly string[];
  /** Opens a further one. */
  another(): Promise<string>;
  /** From now on every call asks this how it goes wrong; `room`: the one that the call speaks of, or null. */
  fail(how: (room: string | null) => F | undefined): void;
  tries(): Try[];
  shown(room: string): Promise<string[]>;
  /** The process ends, and another one begins. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface FaultKinds<F> {
  /** Every way in which a call fails here. */
  all: readonly F[];
  /** Done, and the platform's word of it lost. */
  lost: readonly F[];
  /** The connection that all rooms share falls: any word on its way in it is lost. */
  falls: readonly F[];
  /** Too much in one conversation. */
  limited: F;
  /** Not now, and not for good. */
  down: F;
  refused: F;
  pace: Rate;
  /** How fast the whole platform may be written to, where that is slower than people are told of things. */
  overall?: Rate;
  /** Whether the platform can be asked what it has, or drops what it has already. */
  looksUp(room: string): boolean;
}

/** What is promised of every platform that fails; `open` gives one anew. */
export function faultLane<F>(name: string, open: () => Promise<FaultWorld<F>>, kinds: FaultKinds<F>): void {
  let world: FaultWorld<F>;
  beforeEach(async () => {
    world = await open();
  });
  afterEach(() => world.close());

  const say = (room: string, text: string) => {
    // What is said in one room is said at one instant after the other.
    if (world.records.clock instanceof TestClock) world.records.clock.pass(1);
    return world.records.ledger.record({ id: `rule:${room}:${text}`, kind: 'message', by: 'system' }, async (draft) => {
      draft.send({ adapter: world.adapter, room }, { text });
    });
  };

  test.each([3])(
    `${name}: 30 %% of calls fail, each message is there, in its order, at the platform’s pace (seed %i)`,
    async (seed) => {
      // Numbers of its own for each room: its calls follow one another, those of several come in any order.
      const ofRoom = new Map([null, ...world.rooms].map((room, at) => [room, numbers(seed * 100 + at)]));
      const said = Array.from({ length: 8 }, (_, at) => `第${at}句`);
      const wordsLost: { room: string | null; kind: F; at: number }[] = [];
      let [calls, failed] = [0, 0];
      world.fail((room) => {
        const next = ofRoom.get(room);
        if (next === undefined) return undefined;
        calls += 1;
        if (next() >= 0.3) return undefined;
        failed += 1;
        const kind = kinds.all[Math.floor(next() * kinds.all.length)];
        if (kind !== undefined) wordsLost.push({ room, kind, at: performance.now() });
        return kind;
      });
      for (const text of said) for (const room of world.rooms) await say(room, text);
      const last = said.at(-1) ?? '';
      const done = async () => (await Promise.all(world.rooms.map(world.shown))).every((all) => all.includes(last));
      await until(done, 90_000);
      world.fail(() => undefined);
      await sleep(1_000);
      expect(failed / calls).toBeGreaterThan(0.2);
      for (const room of world.rooms) {
        const shown = await world.shown(room);
        expect(shown.filter((text, at) => text !== shown[at - 1])).toEqual(said);
        const tries = world.tries().filter((one) => one.room === room);
        const mayBeLost = wordsLost.filter(
          (one) => kinds.falls.includes(one.kind) || (one.room === room && kinds.lost.includes(one.kind)),
        );
        for (const text of said) {
          const [first = 0, ...again] = tries.flatMap((one) => (one.text === text ? [one.at] : []));
          const inDoubt = mayBeLost.filter(({ at }) => at >= first && at <= (again.at(-1) ?? first)).length;
          const copies = shown.filter((one) => one === text).length;
          expect(copies - 1).toBeLessThanOrEqual(kinds.looksUp(room) ? 0 : inDoubt);
        }
        expectPace(
          tries.map(({ at }) => at),
          kinds.pace,
        );
      }
    },
    120_000,
  );

  test(`${name}: while one conversation is limited, the others’ messages take less than two seconds`, async () => {
    const [limited = '', ...rest] = world.rooms;
    const others = [...rest];
    while (others.length < 12) others.push(await world.another());
    world.fail((room) => (room === limited ? kinds.limited : undefined));
    for (let n = 0; n < 5; n++) await say(limited, `受限 ${n}`);
    const began = new Map<string, number>();
    for (let round = 0; round < (kinds.overall === undefined ? 2 : 1); round++)
      for (const room of others) {
        began.set(`${room} ${round}`, performance.now());
        await say(room, `${room} ${round}`);
        await sleep(kinds.overall === undefined ? 100 : kinds.overall.everyMs * 1.1);
      }
    const arrived = () => world.tries().filter(({ text }) => began.has(text));
    await until(async () => arrived().length >= began.size, 10_000);
    const delays = arrived()
      .map(({ text, at }) => at - (began.get(text) ?? 0))
      .sort((a, b) => a - b);
    expect(delays).toHaveLength(began.size);
    expect(delays[Math.floor(delays.length * 0.99)]).toBeLessThan(2_000);
    expect(await world.shown(limited)).toEqual([]);
  });

  test(`${name}: what is refused for good holds up nobody; what waits at a restart is said after it, in its order`, async () => {
    const [refusing = '', failing = ''] = world.rooms;
    let refusals = 0;
    world.fail((room) => {
      if (room === failing) return kinds.down;
      if (room !== refusing || refusals > 0) return undefined;
      refusals += 1;
      return kinds.refused;
    });
    const waiting = ['等一句', '等两句', '等三句'];
    for (const text of waiting) await say(failing, text);
    for (const text of ['不收的', '收的']) await say(refusing, text);
    const tried = () => world.tries().some(({ room }) => room === failing);
    await until(async () => tried() && (await world.shown(refusing)).includes('收的'), 10_000);
    expect(await world.shown(refusing)).toEqual(['收的']);
    const dead = await world.records.db.collection(OUTBOX).find({ state: 'dead' }).toArray();
    expect(dead).toMatchObject([{ to: { room: refusing }, attempts: 1 }]);
    world.fail(() => undefined);
    await world.restart();
    await until(async () => (await world.shown(failing)).length >= waiting.length, 10_000);
    expect(await world.shown(failing)).toEqual(waiting);
    expect(await world.shown(refusing)).toEqual(['收的']);
  });
}

/** How long a busy machine may hold up one call between two of ours, so that they arrive closer than they left. */
const HELD_UP_MS = 250;

/** Never more in any stretch of time than a burst and what its length allows. */
function expectPace(times: readonly number[], { burst, everyMs }: Rate): void {
  for (const [from, begin] of times.entries())
    for (const [to, end] of times.entries())
      if (to > from) expect(to - from + 1).toBeLessThanOrEqual(burst + 1 + (end - begin + HELD_UP_MS) / everyMs);
}

async function until(holds: () => Promise<boolean>, ms: number): Promise<void> {
  for (const end = performance.now() + ms; !(await holds()) && performance.now() < end; ) await sleep(100);
}

/** The same numbers at every run (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
