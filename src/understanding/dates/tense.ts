import type { DateMention, Tense } from './date-mention.ts';
import {
  CLAUSE_END,
  FUTURE,
  NAMES,
  NEAR_ROUND,
  NO_PAST,
  PAST,
  PLAN_BEFORE,
  PLAN_BEHIND,
  PLAN_OPENS,
} from './tense-words.ts';

/** How far the words around an expression are looked at, in UTF-16 units. */
const REACH = 40;
const SENTENCE_END = /[。！？!?;；\n]|\.(?=\s|$)/;
const DIRECTION = /^(?:from|until|till)\b/i;
const HALF_YEAR = /半年|\bhalf\b/i;
const BEFORE_HOLIDAY = /[节庆秋午旦明][之以]?前$/;

/** A guess from the words of the same clause, for callers that know no more: what is to come unless the clause tells of the past. */
export function tenseAround(
  text: string,
  {
    span: [start, end],
    direction,
    grain,
    kind,
  }: Pick<DateMention, 'span' | 'direction'> & Partial<Pick<DateMention, 'grain' | 'kind'>>,
): Tense {
  const said = text.slice(start, end);
  // A deadline lies ahead, a beginning (since) behind.
  if (direction === 'by' || direction === 'within') return 'future';
  if (direction === 'since' && /since/i.test(said)) return 'past';
  const [left, right] = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)];
  const before = left.split(CLAUSE_END).at(-1) ?? '';
  const after = right.split(CLAUSE_END, 1)[0] ?? '';
  // 5月20日上午，会议召开了: a date before the comma belongs to the whole sentence.
  const alone = before.trim() === '' && after.trim() === '';
  const clause = (alone ? (right.split(SENTENCE_END, 1)[0] ?? '') : `${before} ${after}`)
    .replace(NAMES, ' ')
    .toLowerCase();
  const moved = PLAN_BEFORE.test(`${before}${DIRECTION.exec(said)?.[0] ?? ''}`.toLowerCase());
  if (moved || (PLAN_OPENS.test(before) && PLAN_BEHIND.test(after))) return 'future';
  // 国庆前 is still to come, unless it is told as settled.
  if (BEFORE_HOLIDAY.test(said) && !/[就已]/.test(clause)) return 'future';
  if (kind === 'recurrence') return 'future';
  if (FUTURE.test(clause)) return 'future';
  if ((grain === 'month' || grain === 'range') && NEAR_ROUND.test(clause)) return 'period';
  if (PAST.test(clause.replace(NO_PAST, ' '))) return 'past';
  // 一季度, 上半年 with no word for a time to come: that of the running year.
  return grain === 'quarter' || (grain === 'range' && HALF_YEAR.test(said)) ? 'period' : 'future';
}
