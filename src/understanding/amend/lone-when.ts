import { isOfStep } from '../continues/of-step.ts';
import { cue } from '../intent/glyphs.ts';
import type { Reading } from '../intent/reading.ts';
import type { PreviousRecord } from './previous-record.ts';

/** A time and nothing else, or whom it suits: 上午10点, 那就周二吧, 他说周二可以, say 3pm, Friday works for her. */
const ALONE = cue({
  zh: `^(?:(?:他|她|他们|对方|客户|◇)(?:们)?(?:那边)?(?:刚)?(?:说|回复?)|那|就|嗯|哦|噢|对了|算了|还是|要不|先|暂定|暂时|应该|大概|大约|差不多|约|定|好|了|时间|日期|具体|是|在|到|于|同一天|当天|[,:\\s])*◷[,\\s]*◷?(?:他|她|他们|对方|客户|我)?(?:都|也|比较|更)*(?:吧|哈|啊|呀|啦|嘛|左右|前后|那天|那会儿?|之?前|见|碰|去|过去|开始|可以|行|有空|有时间|方便|合适|OK|ok|好了|就行|就好|没问题|[,\\s])*[。.!~]*$`,
  en: `^(?:(?:s?he|they|◇) (?:just )?(?:said|says|can do|is free|are free|prefers?)|so|no|yes|yeah|still|wait|hang on|hm+|oh|ok|okay|and|then|let's (?:say|do|go (?:with|for))|say|around|about|at|on|maybe|probably|more like|like|by|for|it's|it is|its|it'll be|that's|will be|time is|time's|we said|set|set for|confirmed|confirmed for|agreed|agreed on|booked for|fixed for|same time|sometime|make|[,:\\s])*◷[, ]*(?:(?:at|on|around|by|about) )?◷?(?:[, ]*(?:ish|then|pls|please|(?:works|suits|is (?:fine|good|ok|free))(?: (?:for )?(?:him|her|them|us|me))?|it is|sharp|o'?clock)|(?:'s| is| would be)? (?:better|good|fine|easier|ok)(?: for (?:him|her|them|us|me))?)*[,\\s.!]*$`,
});

/** 这个月, this quarter: a period is asked about; a step is due on a day or in a week. */
const PERIODS: ReadonlySet<string> = new Set(['month', 'quarter', 'year']);

/** Whether words say nothing but a time. */
export const isTimeAlone = (skeleton: string): boolean => ALONE.test(skeleton.trim());

/** Whether words are nothing but a time, which the step just told of then is to have. */
export function tellsTimeAlone({ dates, skeleton }: Reading, { tasks, done = [] }: PreviousRecord): boolean {
  if (tasks.every((_, at) => done.includes(at)) || !isTimeAlone(skeleton.text)) return false;
  return dates.every(({ kind, grain }) => (kind === 'date' || kind === 'clock') && !PERIODS.has(grain));
}

/** Where a message that tells a time goes on to say how the step is to be: 周二上午,在他们公司. Null where it does not. */
export function stepWordsAt({ skeleton: { text, offsets } }: Reading): number | null {
  let at: number | null = null;
  for (const clause of [...text.matchAll(/[^,;。]+/gu)].slice(1).reverse()) {
    if (!isOfStep(clause[0])) break;
    at = clause.index;
  }
  return at === null ? null : (offsets[at] ?? null);
}
