import { isDeepStrictEqual } from 'node:util';
import { allKinds } from '../../src/app/records.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { conversationKind } from '../../src/chat/conversation.ts';
import { type Chooser, chooser, correction, customers, message, type Rep, reps } from '../support/random-talk.ts';
import { fillTeam } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

/**
 * For random histories, a message and its undo leave every field of every record as before. Versions, writers and
 * history grow; what the talk keeps for itself is not compared.
 */
const SEEDS = [1, 2, 3, 4];
const EPISODES = 10;
const MINUTE = 60_000;

type Fields = Record<string, unknown>;
/** Every living record's own fields, by kind and id. */
type State = Map<string, Fields>;

let world: World;
afterEach(() => world.close());

async function state(): Promise<State> {
  const kept: State = new Map();
  for (const kind of allKinds.filter(({ bookkeeping }) => bookkeeping !== true))
    for (const { _id, v: _v, updatedAt: _at, writers: _writers, ...fields } of await world.kept(kind))
      kept.set(`${kind.kind}:${_id}`, fields as Fields);
  return kept;
}

/** `before`, with whatever changed from `from` to `to`: what is expected where others went on meanwhile. */
function withChanges(before: State, from: State, to: State): State {
  const expected: State = new Map();
  for (const key of new Set([...before.keys(), ...to.keys()])) {
    const [was, then, now] = [before.get(key), from.get(key), to.get(key)];
    if (was === undefined) {
      // Made by the message that is taken back, or by somebody else after it.
      if (then === undefined && now !== undefined) expected.set(key, now);
      continue;
    }
    const changed = Object.entries(now ?? {}).filter(([field, value]) => !isDeepStrictEqual(then?.[field], value));
    expected.set(key, { ...was, ...Object.fromEntries(changed) });
  }
  return expected;
}

const plain = (records: State) => Object.fromEntries([...records].sort(([a], [b]) => (a < b ? -1 : 1)));

/** What typed 撤销 would take back from this person now. */
async function undoable(rep: Rep): Promise<string | undefined> {
  const talks = await world.kept(conversationKind);
  return talks.find(({ person }) => person === rep.id)?.undoable.at(-1);
}

interface Said {
  replies: Reply[];
  /** The set that can be taken back, where the message made one. */
  set: string | undefined;
}

async function say(choose: Chooser, rep: Rep, text: string): Promise<Said> {
  world.clock.pass(choose.between(1, 12) * MINUTE);
  const before = await undoable(rep);
  const replies = await world.person(rep.id).says(text);
  const set = await undoable(rep);
  return { replies, set: set === before ? undefined : set };
}

const takesBack = (replies: readonly Reply[], rep: Rep) =>
  replies.find(({ message }) => message.buttons?.some(({ label }) => label === rep.undo));

/** The set that a set corrected or went on with. */
const amendedBy = async (set: string) => (await world.records.ledger.findSet(set))?.amends;

const tally = { typed: 0, button: 0, amends: 0, later: 0 };

test.each(SEEDS)('undo leaves everything as it was, seed %i', async (seed) => {
  world = await World.open('2026-11-23T09:30:00+08:00', (records) => fillTeam(records, customers));
  const choose = chooser(seed);
  for (let episode = 0; episode < EPISODES; episode++) {
    const past: string[] = [];
    for (let n = choose.between(0, 2); n > 0; n--) {
      const rep = choose.one(reps);
      const text = choose.chance(0.2) ? rep.undo : message(choose, rep);
      past.push(`${rep.id}: ${text}`);
      await say(choose, rep, text);
    }
    await logAndUndo(choose, past);
  }
});

async function logAndUndo(choose: Chooser, past: string[]): Promise<void> {
  const rep = choose.one(reps);
  const before = [await state()];
  const told = [message(choose, rep)];
  const log = await say(choose, rep, told[0] ?? '');
  if (log.set === undefined) {
    expect({ told, past, kept: plain(await state()) }).toEqual({ told, past, kept: plain(before[0] ?? new Map()) });
    return;
  }
  // A message that went on with an earlier record has that one's receipt, whose button takes back the whole.
  let receipt = (await amendedBy(log.set)) === undefined ? takesBack(log.replies, rep) : undefined;
  for (let n = choose.between(0, 2); n > 0; n--) {
    const previous = await state();
    const text = correction(choose, rep);
    told.push(text);
    const amended = await say(choose, rep, text);
    if (amended.set === undefined) continue;
    // What went elsewhere is no part of this record: only by typing are both taken back.
    const same = (await amendedBy(amended.set)) === log.set;
    receipt = same ? receipt && (takesBack(amended.replies, rep) ?? receipt) : undefined;
    before.push(previous);
    tally.amends++;
  }
  const logged = await state();
  const others: string[] = [];
  for (let n = choose.chance(0.4) ? choose.between(1, 2) : 0; n > 0; n--) {
    const other = choose.one(reps.filter((one) => one !== rep));
    const text = message(choose, other);
    others.push(`${other.id}: ${text}`);
    await say(choose, other, text);
    tally.later++;
  }
  const later = await state();
  const check = (kept: State, expected: State | undefined, how: string) =>
    expect({ how, rep: rep.id, told, others, past, kept: plain(kept) }).toEqual({
      how,
      rep: rep.id,
      told,
      others,
      past,
      kept: plain(withChanges(expected ?? new Map(), logged, later)),
    });

  if (receipt !== undefined && choose.chance(0.5)) {
    await world.person(rep.id).presses(receipt, rep.undo);
    check(await state(), before[0], 'by button');
    tally.button++;
    return;
  }
  while (before.length > 0) {
    await world.person(rep.id).says(rep.undo);
    check(await state(), before.pop(), `typed, ${before.length} left`);
    tally.typed++;
  }
}

test('the histories were no empty ones', async () => {
  world = await World.open('2026-11-23T09:30:00+08:00', (records) => fillTeam(records, []));
  expect(tally.typed).toBeGreaterThan(20);
  expect(tally.button).toBeGreaterThan(8);
  expect(tally.amends).toBeGreaterThan(10);
  expect(tally.later).toBeGreaterThan(5);
});
