import { createRequire } from 'node:module';
import * as chrono from 'chrono-node';
import { findDates } from '../../src/understanding/dates/find-dates.ts';
import { phrases } from './phrases.ts';

// RECOGNIZERS=/folder node --import tsx scripts/dev/differential.ts [most] [all]
// Says where this reader, chrono-node and Recognizers-Text (installed in that folder) disagree on everyday phrases.

/** The phrases stand in the sender's zone, which is UTC here, so that every reader reckons alike. */
const AT = '2026-11-24T10:30:00Z';
const CARRIERS = { en: ['let us talk about ', ' please'], zh: ['记得', '，好吗'] } as const;

interface Recognized {
  start: number;
  resolution: { values: { value?: string; start?: string; end?: string; timex?: string }[] } | null;
  text: string;
}
type Recognizer = (text: string, culture: string, options: number, reference: Date) => Recognized[];

const folder = process.env.RECOGNIZERS;
const recognize: Recognizer | null =
  folder === undefined ? null : createRequire(`${folder}/`)('@microsoft/recognizers-text-suite').recognizeDateTime;

function ours(text: string, lang: 'zh' | 'en', from: number, to: number) {
  const whole = findDates(text, { at: AT, timeZone: 'UTC', lang, vague: true });
  const [first] = whole.filter(({ kind }) => kind !== 'duration');
  const resolved = first?.resolve('future') ?? null;
  if (first === undefined || resolved === null) return { said: 'nothing', days: [] };
  const covered = whole.length === 1 && first.span[0] <= from + 1 && first.span[1] >= to - 1;
  return {
    said: `${covered ? '' : `[${whole.map((mention) => mention.text).join('|')}] `}${resolved.from.slice(0, 16)}..${resolved.to?.slice(0, 16) ?? ''} ${first.grain}`,
    days: [resolved.from.slice(0, 10)],
  };
}

function theirs(text: string, lang: 'zh' | 'en') {
  if (recognize === null) return { said: 'not installed', days: [] };
  const found = recognize(text, lang === 'zh' ? 'zh-cn' : 'en-us', 0, new Date('2026-11-24T10:30:00'));
  const [first] = found;
  const values = first?.resolution?.values ?? [];
  return {
    said: `${found.map((one) => one.text).join('|')} ${values.map((one) => one.value ?? `${one.start ?? ''}..${one.end ?? ''}`).join(' or ')}`,
    days: values
      .map((one) => (one.value ?? one.start ?? one.end ?? '').slice(0, 10))
      .filter((day) => /^\d{4}-/.test(day)),
  };
}

function chronos(text: string, lang: 'zh' | 'en') {
  const parser = lang === 'zh' ? chrono.zh.hans : chrono.en.casual;
  const [first] = parser.parse(text, { instant: new Date(AT), timezone: 0 }, { forwardDate: true });
  return first === undefined
    ? { said: '', days: [] }
    : { said: first.text, days: [first.start.date().toISOString().slice(0, 10)] };
}

const [most = '4', all] = process.argv.slice(2);
const tally = { phrases: 0, unread: 0, alike: 0, differ: 0, alone: 0 };
for (const { lang, template, text } of phrases(Number(most))) {
  const [before, after] = CARRIERS[lang];
  const sentence = before + text + after;
  const mine = ours(sentence, lang, before.length, before.length + text.length);
  const others = [theirs(sentence, lang), chronos(sentence, lang)];
  const days = others.flatMap((other) => other.days);
  tally.phrases++;
  if (mine.said === 'nothing') tally.unread++;
  const alike = mine.days.some((day) => days.includes(day));
  if (days.length === 0) tally.alone++;
  else if (alike) tally.alike++;
  else tally.differ++;
  if (all !== undefined || mine.said === 'nothing' || mine.said.startsWith('[') || (days.length > 0 && !alike))
    process.stdout.write(
      `${template}\t${text}\t${mine.said}\tR: ${others[0]?.said}\tC: ${others[1]?.said} ${others[1]?.days}\n`,
    );
}
process.stdout.write(`${JSON.stringify(tally)}\n`);
