import type { Score } from './score.ts';

/** What is committed of a run, to hold the next one against. */
export interface EvalResult {
  sets: Record<string, Score>;
  promptCases: { of: number; right: number };
}

/** A figure this much lower than the last one is a regression; less is rounding. */
const NOISE = 0.0005;

const percent = (value: number | null | undefined): string => (value == null ? '–' : (100 * value).toFixed(1));

/** Slots down, sets (by language) across. */
export function slotTable(sets: Record<string, Score>): string {
  const names = Object.keys(sets);
  const row = (label: string, cells: string[]) => label.padEnd(24) + cells.map((cell) => cell.padStart(9)).join('');
  const slots = Object.keys(Object.values(sets)[0]?.slots ?? {});
  return [
    row('', names),
    row(
      'messages',
      names.map((name) => String(sets[name]?.messages)),
    ),
    row(
      'HEADLINE (mean slot F1)',
      names.map((name) => percent(sets[name]?.headline)),
    ),
    row(
      'intent',
      names.map((name) => percent(sets[name]?.intent)),
    ),
    row(
      'message exact',
      names.map((name) => percent(sets[name]?.exact)),
    ),
    ...slots.map((slot) =>
      row(
        slot,
        names.map((name) => percent(sets[name]?.slots[slot])),
      ),
    ),
  ].join('\n');
}

/** What is lower than in the last committed result, a line each. */
export function regressions(last: EvalResult, now: EvalResult): string[] {
  const lower = (before: number | null | undefined, after: number | null | undefined): boolean =>
    before != null && (after ?? 0) < before - NOISE;
  const lines = Object.entries(now.sets).flatMap(([name, after]) => {
    const before = last.sets[name];
    if (before === undefined) return [];
    const figures: [string, number | null | undefined, number | null | undefined][] = [
      ['headline', before.headline, after.headline],
      ['intent', before.intent, after.intent],
      ['message exact', before.exact, after.exact],
      ...Object.keys(after.slots).map((slot): [string, number | null | undefined, number | null | undefined] => [
        slot,
        before.slots[slot],
        after.slots[slot],
      ]),
    ];
    const changed = before.messages === after.messages ? '' : ` (${before.messages} → ${after.messages} messages)`;
    return figures
      .filter(([, one, other]) => lower(one, other))
      .map(([what, one, other]) => `${name}: ${what} ${percent(one)} → ${percent(other)}${changed}`);
  });
  const share = ({ of, right }: EvalResult['promptCases']) => (of === 0 ? null : right / of);
  if (lower(share(last.promptCases), share(now.promptCases))) lines.push("the prompts' cases");
  return lines;
}
