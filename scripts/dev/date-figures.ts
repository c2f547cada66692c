import { readFileSync } from 'node:fs';
import { findDates } from '../../src/understanding/dates/find-dates.ts';
import { tenseAround } from '../../src/understanding/dates/tense.ts';

/** A sentence with what a reader finds in it; `from` and `to` are the beginnings of local ISO texts (a day, or a minute). */
interface DateCase {
  id: string;
  lang: 'zh' | 'en';
  text: string;
  ref: string;
  timeZone: string;
  expect: { start: number; end: number; words: string; from: string; to?: string; grain?: string }[];
}

/** `node scripts/dev/date-figures.ts cases.jsonl …`: how many expressions are found, have the right day, moment, end and grain. */
function figures(file: string): void {
  const cases = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): DateCase => JSON.parse(line));
  const count = { expected: 0, found: 0, day: 0, moment: 0, end: 0, grain: 0, false: 0, falseTexts: 0, emptyTexts: 0 };
  const faults: string[] = [];
  for (const { id, lang, text, ref, timeZone, expect } of cases) {
    const found = findDates(text, { at: ref, timeZone, lang, vague: true }).flatMap((mention) => {
      const resolved = mention.resolve(tenseAround(text, mention));
      return resolved === null ? [] : [{ mention, from: resolved.from, to: resolved.to }];
    });
    const used = new Set<number>();
    for (const wanted of expect) {
      count.expected++;
      const index = found.findIndex(({ mention: { span } }) => span[0] < wanted.end && span[1] > wanted.start);
      const hit = found[index];
      if (hit === undefined) {
        faults.push(`${id} not found: ${wanted.words} | ${text}`);
        continue;
      }
      used.add(index);
      count.found++;
      const day = hit.from.startsWith(wanted.from.slice(0, 10));
      const moment = hit.from.startsWith(wanted.from);
      const end = wanted.to === undefined || (hit.to ?? '').startsWith(wanted.to);
      const grain = wanted.grain === undefined || hit.mention.grain === wanted.grain;
      if (day) count.day++;
      if (day && moment) count.moment++;
      if (day && moment && end) count.end++;
      if (day && grain) count.grain++;
      if (!(day && moment && end && grain))
        faults.push(
          `${id} ${day ? (moment ? (end ? 'grain' : 'end') : 'moment') : 'DAY'}: ${wanted.words} wants ${wanted.from}..${wanted.to ?? ''} ${wanted.grain ?? ''}, has "${hit.mention.text}" ${hit.from}..${hit.to ?? 'null'} ${hit.mention.grain} | ${text}`,
        );
    }
    const extra = found.filter((_, index) => !used.has(index));
    count.false += extra.length;
    if (expect.length === 0) {
      count.emptyTexts++;
      if (extra.length > 0) count.falseTexts++;
    }
    for (const { mention } of extra) faults.push(`${id} FALSE: ${mention.text} | ${text}`);
  }
  process.stdout.write(`${faults.join('\n')}\n${file}\n`);
  const share = (part: number, whole: number) => (whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`);
  process.stdout.write(
    `expressions ${count.expected}, found ${share(count.found, count.expected)}, right day ${share(count.day, count.expected)}, moment ${share(count.moment, count.expected)}, end ${share(count.end, count.expected)}, day and grain ${share(count.grain, count.expected)}; finds beside them ${count.false}; texts without a date ${count.emptyTexts}, with a false find ${share(count.falseTexts, count.emptyTexts)}\n`,
  );
}

for (const file of process.argv.slice(2)) figures(file);
