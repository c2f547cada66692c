import { type Gold, SLOTS, type SlotRule } from './slot-items.ts';

/** One message with what it should be read as. `skip`: slots that the contract leaves open for it. */
export interface ScoredCase {
  text: string;
  gold: Gold;
  skip?: readonly string[];
}

/** Shares between 0 and 1; null where there was nothing to count. */
export interface Score {
  messages: number;
  /** The mean of the slots' F1. */
  headline: number | null;
  intent: number | null;
  /** Messages with intent and every slot right. */
  exact: number | null;
  slots: Record<string, number | null>;
}

/** Scores readings against what was meant: equal items pair off, what is left over on either side counts against. */
export function score(cases: readonly ScoredCase[], readings: readonly Gold[]): Score {
  const tally = new Map<string, { right: number; items: number }>();
  let [asked, intents, exact] = [0, 0, 0];
  for (const [index, { text, gold, skip = [] }] of cases.entries()) {
    const read: Gold = readings[index] ?? { intent: 'unknown' };
    let allRight = true;
    if (!skip.includes('intent')) {
      asked += 1;
      if (read.intent === gold.intent) intents += 1;
      else allRight = false;
    }
    for (const [slot, rule] of Object.entries(SLOTS)) {
      if ([slot, ...rule.also].some((name) => skip.includes(name))) continue;
      const wanted = rule.items(gold);
      const got = rule.items(read);
      const right = pairs(rule, wanted, got, text, gold);
      const sum = tally.get(slot) ?? { right: 0, items: 0 };
      tally.set(slot, { right: sum.right + right, items: sum.items + wanted.length + got.length });
      if (right !== wanted.length || right !== got.length) allRight = false;
    }
    if (allRight) exact += 1;
  }
  const slots = Object.fromEntries(
    Object.keys(SLOTS).map((slot) => {
      const { right = 0, items = 0 } = tally.get(slot) ?? {};
      return [slot, share(2 * right, items)];
    }),
  );
  const counted = Object.values(slots).filter((value) => value !== null);
  const headline = share(
    counted.reduce((sum, value) => sum + value, 0),
    counted.length,
  );
  return { messages: cases.length, headline, intent: share(intents, asked), exact: share(exact, cases.length), slots };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function pairs(rule: SlotRule, gold: unknown[], read: unknown[], text: string, whole: Gold): number {
  const same = (rule.same?.(text, whole) ?? sameJson) as (gold: unknown, read: unknown) => boolean;
  return rule.ordered ? inOrder(gold, read, same) : matched(gold, read, same);
}

const sameJson = (gold: unknown, read: unknown): boolean => JSON.stringify(gold) === JSON.stringify(read);

/** How many pair off at most, each once (Kuhn's augmenting paths). */
function matched(gold: unknown[], read: unknown[], same: (gold: unknown, read: unknown) => boolean): number {
  const taker = new Map<number, number>();
  const place = (wanted: number, seen: Set<number>): boolean =>
    read.some((item, at) => {
      if (seen.has(at) || !same(gold[wanted], item)) return false;
      seen.add(at);
      const holder = taker.get(at);
      if (holder !== undefined && !place(holder, seen)) return false;
      taker.set(at, wanted);
      return true;
    });
  return gold.filter((_item, wanted) => place(wanted, new Set())).length;
}

/** The longest common subsequence. */
function inOrder(gold: unknown[], read: unknown[], same: (gold: unknown, read: unknown) => boolean): number {
  let row = new Array<number>(read.length + 1).fill(0);
  for (const wanted of gold) {
    const next = [0];
    for (const [at, item] of read.entries())
      next.push(same(wanted, item) ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}
