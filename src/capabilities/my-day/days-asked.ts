import type { Heard } from '../../understanding/open/heard.ts';

/** Which steps are asked for: those due today and the overdue ones, those of other days, or all that are open. */
export type Span = { kind: 'today' } | { kind: 'days'; from: string; to: string } | { kind: 'all' };

/** 明天呢, 下周, and Friday?: days alone, whatever they are asked of. */
const DAYS_ALONE =
  /^(?:那么?|and|what about|how about)?[\s,，]*[^,，。.;；]{1,20}?(?:的|份)?(?:呢|有(?:什么|啥)(?:事|安排)?)?[\s??。.!!]*$/iu;

/** The days that a question about steps names; all open steps where it names none (我的待办). */
export function spanAsked({ period, remarks }: Heard): Span {
  const days = period ?? remarks.period;
  return days === null ? { kind: 'all' } : { kind: 'days', ...days };
}

/** The days of words that go on about a list of steps; null where they name none or say more. A lone day is one to come. */
export function spanAfter(text: string, { remarks: { period, when } }: Heard): Span | null {
  if (period === null || !DAYS_ALONE.test(text.trim())) return null;
  const [day] = period.from === period.to ? (when?.days ?? []) : [];
  return { kind: 'days', ...(day === undefined ? period : { from: day, to: day }) };
}

/** The one day that it is now is today, with what is overdue. */
export const seenFrom = (today: string, span: Span): Span =>
  span.kind === 'days' && span.from === today && span.to === today ? { kind: 'today' } : span;
