import { readFileSync } from 'node:fs';
import { findDates } from '../../src/understanding/dates/find-dates.ts';
import { tenseAround } from '../../src/understanding/dates/tense.ts';

// What the README beside the cases tells of is held here: nobody reads dates worse than that without noticing.

interface DateCase {
  lang: 'zh' | 'en';
  text: string;
  ref: string;
  timeZone: string;
  expect: { start: number; end: number; from: string }[];
}

const cases = (name: string): DateCase[] =>
  readFileSync(new URL(`${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const found = ({ lang, text, ref, timeZone }: DateCase) =>
  findDates(text, { at: ref, timeZone, lang, vague: true }).flatMap((mention) => {
    const resolved = mention.resolve(tenseAround(text, mention));
    return resolved === null ? [] : [{ span: mention.span, from: resolved.from }];
  });

test.each([
  ['dates-blind/zh', 0.95],
  ['dates-blind/zh-second', 0.94],
  ['dates-blind/en', 0.97],
  ['dates-blind/en-second', 0.97],
  ['dates-blind-2/zh', 0.95],
  ['dates-blind-2/en', 0.98],
  ['dates-blind-3/zh', 0.98],
  ['dates-blind-3/en', 0.98],
  ['dates-blind-4/zh', 0.96],
  ['dates-blind-4/en', 0.96],
])('%s: the right day for at least %d of the expressions', (name, least) => {
  const right = cases(name).flatMap((one) => {
    const mentions = found(one);
    return one.expect.map(({ start, end, from }) =>
      mentions.some(({ span, from: said }) => span[0] < end && span[1] > start && said.startsWith(from.slice(0, 10))),
    );
  });
  expect(right.filter(Boolean).length / right.length).toBeGreaterThanOrEqual(least);
});

test.each([
  ['dates-blind/zh-without-dates', 0.045],
  ['dates-blind/zh-without-dates-second', 0.03],
  ['dates-blind/en-without-dates', 0.025],
  ['dates-blind/en-without-dates-second', 0.04],
  ['dates-blind-2/zh-without-dates', 0.03],
  ['dates-blind-2/en-without-dates', 0.03],
  ['dates-blind-3/zh-without-dates', 0.02],
  ['dates-blind-3/en-without-dates', 0.02],
  ['dates-blind-4/zh-without-dates', 0.03],
  ['dates-blind-4/en-without-dates', 0.03],
])('%s: something found in no more than %d of the texts', (name, most) => {
  const all = cases(name);
  expect(all.filter((one) => found(one).length > 0).length / all.length).toBeLessThanOrEqual(most);
});
