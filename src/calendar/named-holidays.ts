import { type Day, dayText, parseDay, yearMonthDay } from './days.ts';
import { HOLIDAYS, type Holiday } from './holiday-days.ts';
import { CHINESE_HOLIDAYS, ENGLISH_HOLIDAYS, LOOSE_HOLIDAYS } from './holiday-names.ts';
import { lunarToSolar } from './lunar.ts';
import { numberTold } from './number-words.ts';

/** A holiday that words name: 元旦, 明年国庆, 初六, Christmas 2027. */
export interface NamedHoliday {
  /** Its day in the year that was named, else the next one on or after `from`. */
  on(from: Day): Day;
  /** Whether the mainland has days off around it. */
  hasDaysOff: boolean;
}

const NAMED = new Map<string, Holiday>([
  ...[...CHINESE_HOLIDAYS, ...LOOSE_HOLIDAYS].flatMap(([words, name]) =>
    words.split(' ').map((word): [string, Holiday] => [word, HOLIDAYS[name]]),
  ),
  ...ENGLISH_HOLIDAYS.flatMap(([words, name]) =>
    words.split('|').map((word): [string, Holiday] => [asKey(word), HOLIDAYS[name]]),
  ),
]);

const longestFirst = (words: string[]): string => words.sort((a, b) => b.length - a.length).join('|');
const chinese = longestFirst([...NAMED.keys()].filter((name) => /^\p{Script=Han}/u.test(name)));
const english = longestFirst(
  ENGLISH_HOLIDAYS.flatMap(([words]) => words.split('|')).map((name) =>
    name.replace('.', '\\.').replaceAll("'", "['’]?").replaceAll('-', '[- ]').replaceAll(' ', ' +'),
  ),
);
const FORMS = new RegExp(
  [
    // 十一 and 五一 are numbers as well.
    `(?:(?<year>今年|明年|后年|(?<!\\d)20\\d\\d年)的?|(?<!\\d年的?))(?:(?<![一二三四五六七八九十])(?<zh>${chinese})(?![月号日点])|(?:农历|阴历)?(?:正月|大年)?初(?<lunar>[一二三四五六七八九十]))(?:当天|当日|那天|期间|假期|小?长假|黄金周|[这那]几天)?(?!的?[前后之以])`,
    `(?<![\\p{Script=Latin}\\d])(?<en>${english})(?:,? +(?<enYear>20\\d\\d))?(?![\\p{Script=Latin}\\d]| +(?:breaks?|holidays?|week|weekend)(?!\\p{L}))`,
  ].join('|'),
  'giu',
);

/** The text with the names of holidays in it replaced. */
export function replaceHolidays(text: string, by: (holiday: NamedHoliday) => string): string {
  return text.replace(FORMS, (...match) => {
    const { year, zh, lunar, en, enYear } = match.at(-1) as Record<string, string | undefined>;
    const named = NAMED.get(zh ?? asKey(en ?? ''));
    const dayIn = (one: number): Day =>
      named === undefined
        ? lunarToSolar({ month: 1, day: numberTold(lunar ?? '一'), leap: false }, one)
        : dayText(named.day(one));
    return by({
      on(from) {
        const thisYear = yearMonthDay(parseDay(from)).year;
        const asked = yearTold(year ?? enYear, thisYear);
        if (asked !== null) return dayIn(asked);
        return dayIn(thisYear) >= from ? dayIn(thisYear) : dayIn(thisYear + 1);
      },
      hasDaysOff: named?.length !== undefined,
    });
  });
}

const RELATIVE_YEARS: Readonly<Record<string, number>> = { 今年: 0, 明年: 1, 后年: 2 };

function yearTold(words: string | undefined, thisYear: number): number | null {
  if (words === undefined) return null;
  const away = RELATIVE_YEARS[words];
  return away === undefined ? Number.parseInt(words, 10) : thisYear + away;
}

/** One form for the ways in which an English name is written. */
function asKey(name: string): string {
  return name.toLowerCase().replace(/['’]/gu, '').replace(/[- ]+/gu, ' ');
}
