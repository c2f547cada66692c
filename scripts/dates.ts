import { findDates } from '../src/understanding/dates/find-dates.ts';
import { tenseAround } from '../src/understanding/dates/tense.ts';
import { answerCases } from './read-cases.ts';

/** `{ id, lang, text, ref, timeZone }` → `{ id, found: [{ start, end, from, to, grain }] }`: dates alone, for measuring. */
interface DateCase {
  id: string;
  lang?: 'zh' | 'en';
  text: string;
  ref: string;
  timeZone: string;
}

await answerCases<DateCase>(({ lang, text, ref, timeZone }) =>
  findDates(text, { at: ref, timeZone, lang, vague: true }).flatMap((mention) => {
    const resolved = mention.resolve(tenseAround(text, mention));
    if (resolved === null) return [];
    const { from, to } = resolved;
    const [start, end] = mention.span;
    return [{ start, end, from, to, grain: mention.grain }];
  }),
);
