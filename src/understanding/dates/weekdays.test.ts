import { dayText, parseDay } from '../../calendar/days.ts';
import type { Tense } from './date-mention.ts';
import { findDates } from './find-dates.ts';

const CHINESE_DAYS = ['一', '二', '三', '四', '五', '六', '日'];
const ENGLISH_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** A Monday, reckoned with JavaScript's own calendar. */
const MONDAY = '2026-12-28';
const ZONES = ['Asia/Shanghai', 'America/Los_Angeles', 'Europe/Berlin', 'Australia/Sydney'];

const TODAYS = CHINESE_DAYS.map((_, index) => dayText(parseDay(MONDAY) + index));
const PREFIXES = [
  ['上上周', '', -2],
  ['上周', 'last ', -1],
  ['上个星期', '', -1],
  ['这周', 'this ', 0],
  ['本周', '', 0],
  ['下周', 'next ', 1],
  ['下个礼拜', '', 1],
  ['下下周', '', 2],
] as const;

test.each(TODAYS)('on %s a weekday with its week is that day of that week, in any zone', (today) => {
  for (const timeZone of ZONES)
    for (const [index, name] of CHINESE_DAYS.entries())
      for (const [chinese, english, weeks] of PREFIXES) {
        const expected = plain(MONDAY, 7 * weeks + index);
        expect([today, timeZone, chinese + name, resolve(`${chinese}${name}`, today, timeZone, 'future')]).toEqual([
          today,
          timeZone,
          chinese + name,
          expected,
        ]);
        const words = `${english}${ENGLISH_DAYS[index]}`;
        if (english !== '')
          expect([today, words, resolve(words, today, timeZone, 'past')]).toEqual([today, words, expected]);
      }
});

test.each(TODAYS)('on %s a bare weekday is the next one to come or the latest that has been', (today) => {
  const now = TODAYS.indexOf(today);
  for (const [index, name] of CHINESE_DAYS.entries()) {
    const next = plain(MONDAY, index <= now ? index + 7 : index);
    const latest = plain(MONDAY, index > now ? index - 7 : index);
    for (const words of [
      `周${name}`,
      `星期${name}`,
      `礼拜${name}`,
      ENGLISH_DAYS[index] ?? '',
      `on ${ENGLISH_DAYS[index]?.slice(0, 3)}`,
    ]) {
      expect([words, resolve(words, today, 'Asia/Shanghai', 'future')]).toEqual([words, next]);
      expect([words, resolve(words, today, 'Asia/Shanghai', 'past')]).toEqual([words, latest]);
    }
  }
});

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const CHINESE_NUMBERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

test('every month and day, however it is written, is the next or the latest such day', () => {
  const today = '2026-11-18';
  for (const [index, month] of MONTHS.entries())
    for (const day of [1, 9, 18, 28]) {
      const number = index + 1;
      const inYear = `${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const next = `2026-${inYear}` >= today ? `2026-${inYear}` : `2027-${inYear}`;
      const latest = `2026-${inYear}` <= today ? `2026-${inYear}` : `2025-${inYear}`;
      const ways = [
        `${number}月${day}号`,
        `${number}月${day}日`,
        `${CHINESE_NUMBERS[index]}月${day}日`,
        `${month} ${day}`,
        `${day} ${month}`,
        `${month.slice(0, 3)} ${day}th`,
        `the ${day}th of ${month}`,
        `2026年${number}月${day}日`,
      ];
      for (const words of ways) {
        const fixed = words.startsWith('2026');
        expect([words, resolve(words, today, 'Europe/London', 'future')]).toEqual([
          words,
          fixed ? `2026-${inYear}` : next,
        ]);
        expect([words, resolve(words, today, 'Europe/London', 'past')]).toEqual([
          words,
          fixed ? `2026-${inYear}` : latest,
        ]);
      }
    }
});

function resolve(words: string, today: string, timeZone: string, tense: Tense): string | undefined {
  const offset = timeZone === 'America/Los_Angeles' ? '20:00:00Z' : '02:00:00Z';
  const found = findDates(words, { at: `${today}T${offset}`, timeZone });
  return found.length === 1 ? found[0]?.resolve(tense)?.day : `${found.length} finds`;
}

function plain(day: string, shift: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + shift);
  return date.toISOString().slice(0, 10);
}
