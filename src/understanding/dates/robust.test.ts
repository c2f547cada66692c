import { findMoney } from '../money/find-money.ts';
import { normalise } from '../text/normal-text.ts';
import { findDates } from './find-dates.ts';

const CONTEXT = { at: '2026-11-18T10:00:00+08:00', timeZone: 'Asia/Shanghai' };
const PIECES = [
  '一',
  '周',
  '下周',
  '9月',
  '1,',
  '3点',
  'at ',
  'next ',
  'Dec ',
  '1-',
  '$',
  '万',
  '1万',
  '十',
  'the ',
  '农历',
  'e',
  '到',
  '再',
  '周一到',
  'Mon-',
  '9:30 ',
  '2026-',
  'one-',
  '😀',
  '\ud800',
  '\udc00',
  '\u202e',
  '\u200b',
  'İ',
  'ﬁ',
  '㈠',
  '½',
  '\0',
  '5000年前',
  '9999-12-31',
  '闰十二月三十',
  'Feb 30',
  '99999999999999999999',
  '25:00',
  '€',
  '1e999',
  '亿亿',
  'lunar 31',
];

test('random texts never throw, and every span is its text', () => {
  const random = generator(20261118);
  for (let round = 0; round < 3000; round++) {
    let text = '';
    const length = 1 + (random() % 8);
    for (let piece = 0; piece < length; piece++)
      text += random() % 10 < 7 ? (PIECES[random() % PIECES.length] ?? '') : String.fromCharCode(random() % 65536);
    for (const mention of findDates(text, CONTEXT)) {
      expect(mention.text).toBe(text.slice(...mention.span));
      for (const tense of ['past', 'future', 'period'] as const) mention.resolve(tense)?.from;
    }
    for (const sum of findMoney(text)) expect(Number.isFinite(sum.amount)).toBe(true);
  }
});

test.each(PIECES)('%j repeated: the time grows with the text, not with its square', (piece) => {
  const short = piece.repeat(Math.ceil(2000 / piece.length));
  const long = piece.repeat(Math.ceil(20_000 / piece.length));
  for (const read of [(text: string) => findDates(text, CONTEXT), (text: string) => findMoney(text), normalise]) {
    const tenShort = () => {
      for (let round = 0; round < 10; round++) read(short);
    };
    // Under a square law it would take ten times as long; the rest is the noise of a busy machine.
    expect(cpuTime(() => read(long))).toBeLessThan(3 * cpuTime(tenShort) + 30_000);
  }
});

/** The least processor time of three runs, in microseconds. */
function cpuTime(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const start = process.cpuUsage();
    work();
    best = Math.min(best, process.cpuUsage(start).user);
  }
  return best;
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >>> 7;
  };
}
