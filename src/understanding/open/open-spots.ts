import type { MonthDay } from '../../calendar/lunar.ts';
import type { DateMention } from '../dates/date-mention.ts';
import type { Reading } from '../intent/reading.ts';
import type { MoneyMention } from '../money/find-money.ts';
import type { Span } from '../text/normal-text.ts';

/** A place in the original text that can be read in two ways; each of `words` put there makes the text say one of them. */
export interface OpenSpot {
  span: Span;
  words: readonly [string, string];
  missing: MonthDay | null;
}

/** Between two values of which one is meant: 周四或周五, 80k or 85k. */
const EITHER = /^\s*[吧呢]?[,，]?\s*(?:或者?是?|还是|要么|or|\/)\s*$/iu;
/** A bare figure that takes the unit of the sum behind it: 80或85万. */
const FIGURE_BEFORE = /(?<![\d.])(\d+(?:\.\d+)?)\s*(?:或者?是?|还是|or|\/)\s*$/iu;
const EITHER_WITHIN = /\s*(?:\bor\b|或者?是?|还是)\s*/iu;
const UNIT = /[^\d.\s]+$/u;

/** The places where the writer left open which day or sum is meant, or named a day that does not exist. */
export function openSpots(reading: Reading): OpenSpot[] {
  const spots = [
    ...reading.dates.flatMap((day) => missingDay(reading, day)),
    ...eitherOf(
      reading,
      reading.dates.filter(({ kind, impossible }) => kind === 'date' && impossible === null),
    ),
    ...eitherOf(reading, reading.sums),
    ...reading.sums.flatMap((sum) => oneSumOfTwo(reading, sum)),
  ];
  return spots.map((spot) => ({ ...spot, span: reading.normal.toOriginal(spot.span) }));
}

function missingDay({ lang }: Reading, day: DateMention): OpenSpot[] {
  if (day.impossible === null) return [];
  const [before, after] = day.impossible.nearest;
  const words = (near: string) => [dayWords(near, day, lang), ...(day.time === null ? [] : [day.time])].join(' ');
  return [{ span: day.span, words: [words(before), words(after)], missing: day.monthDay }];
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day that exists, in the way the missing one was said: with its year only where one was said. */
function dayWords(near: string, said: DateMention, lang: Reading['lang']): string {
  if (said.monthDay?.year != null) return near;
  const [month, day] = [Number(near.slice(5, 7)), Number(near.slice(8))];
  return lang === 'zh' ? `${month}月${day}日` : `${MONTHS[month - 1]} ${day}`;
}

function eitherOf({ text }: Reading, mentions: readonly { span: Span; text: string }[]): OpenSpot[] {
  return mentions.flatMap((mention, index): OpenSpot[] => {
    const next = mentions[index + 1];
    if (next === undefined || !EITHER.test(text.slice(mention.span[1], next.span[0]))) return [];
    return [{ span: [mention.span[0], next.span[1]], words: [mention.text, next.text], missing: null }];
  });
}

/** Two figures with one unit: read as one sum with its upper end, or as the second alone. */
function oneSumOfTwo({ text }: Reading, sum: MoneyMention): OpenSpot[] {
  const unit = UNIT.exec(sum.text)?.[0] ?? '';
  const before = FIGURE_BEFORE.exec(text.slice(Math.max(0, sum.span[0] - 16), sum.span[0]));
  if (before !== null) {
    const from = sum.span[0] - before[0].length;
    return [{ span: [from, sum.span[1]], words: [`${before[1]}${unit}`, sum.text], missing: null }];
  }
  const [first, second, third] = sum.text.split(EITHER_WITHIN);
  if (first === undefined || second === undefined || third !== undefined) return [];
  return [{ span: sum.span, words: [UNIT.test(first) ? first : `${first}${unit}`, second], missing: null }];
}
