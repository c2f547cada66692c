import {
  dayOfMonthPhrase,
  edgeOf,
  monthDayPhrase,
  monthPhrase,
  unitEdgePhrase,
  unitPhrase,
  weekdayPhrase,
  weekendPhrase,
  yearPartPhrase,
  yearPhrase,
} from '../day-phrase.ts';
import { holidayPhrase, lunarPhrase } from '../holidays.ts';
import { type Atom, follows, meaningAt, numberAt, type Reading, type Rule, touches, wordAt } from './atom.ts';
import { weekdayPair } from './single-word.ts';
import { thirdAlone, thirdOf } from './third-of-month.ts';

/** After 8月15 without 号: a counted thing or another number shows that it is none. */
const COUNTED = /\s?[个家万亿千百k%元块台套位名次款项条份人天年小点时折倍]|[.:：/]\d|\d/y;
/** 2号楼, 3号机: the number of a thing. */
const NUMBERED_THING =
  /\s?(?:楼|线|店|门|机|厂|院|桌|库|仓|码头|位|标|室|台|座|柜|文|球|井|馆|站|段|房|会议|会场|地块|项目|合同|方案|客户|生产|机组|产品|工厂|园|车间|车(?!间|展)|炉|泵|箱|窗|通道|大街|路|公馆|病|种子|选手|人物|员工|技师|电池|铺|阀|卡|区|岛|塔|轴|刀|模|样)/y;
/** 几年后, 多年前, 周年后: years are counted, or it is another word. */
const COUNTED_YEAR = /^[几半多来数每本全当同周个些干若]$/;
/** 中山东一路12号, 长安街8号. */
const ADDRESS_BEFORE = /(?:路|街|巷|弄|胡同|大道|道口|里弄|新村|门牌|幢|栋|单元)\s?(?:\d{1,4}[-~、])?$/;
const IN_YEAR =
  /\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?月|[上下]半年|[第]?[一二三四]季|Q[1-4]|[春夏秋冬]|元旦|春节|国庆|中秋|出生|毕业/iy;
/** 80年的历史 is long, 98年的房子 old. */
const LASTING = /历|婚|岁月|发展|时间|风雨|经|陪伴|奋斗|光阴|跨度|积累|寿|友|感情|人生|路|坚持|等待|老店|品牌|传承/y;
const THROUGH = new Set(['-', '~', '到', '至']);
const LATIN = /[a-z]/;
const CHINESE_DIGIT_PAIR = /^[一二三四五六七八九]{2}$/;

/** Chinese calendar expressions: 2026年, 12月5号, 5号, 12月底, 一季度, 农历八月十五, 年后. */
export const chineseDate: Rule = (reading, at) =>
  lunarDate(reading, at) ??
  year(reading, at) ??
  month(reading, at) ??
  dayOfMonth(reading, at) ??
  quarter(reading, at) ??
  newYear(reading, at) ??
  edgeOfPeriod(reading, at) ??
  weekday(reading, at) ??
  thirdAlone(reading, at);

/** 下个月初, 今年底, 上季度末, 下月中旬. */
function edgeOfPeriod(reading: Reading, at: number): Atom | null {
  const part = meaningAt(reading, at, 'yearPart');
  const period = meaningAt(reading, at, 'period');
  if (period === null && part === null) return null;
  const next = wordAt(reading, at + 1) === '的' ? at + 2 : at + 1;
  const edge = meaningAt(reading, next, 'edgeOf');
  const phrase =
    period === null ? yearPartPhrase(part?.part ?? 1, part?.length ?? 3) : unitPhrase(period.unit, period.steps);
  if (edge !== null && /^[底末初中]$/.test(wordAt(reading, next)))
    return { from: at, to: next + 1, day: edgeOf(phrase, edge.edge) };
  const third = meaningAt(reading, next, 'third');
  return third === null || period?.unit !== 'month'
    ? null
    : { from: at, to: next + 1, day: thirdOf(phrase, third.index) };
}

/** 周三, 星期天, 礼拜六: the week's word and its day; 周六日 is the weekend. */
function weekday(reading: Reading, at: number): Atom | null {
  const unit = meaningAt(reading, at, 'unit');
  const day = unit?.unit === 'week' ? meaningAt(reading, at + 1, 'weekday') : null;
  if (day === null || !touches(reading, at + 1) || LATIN.test(wordAt(reading, at))) return null;
  const pair = weekdayPair(reading, at + 1, day.weekday);
  if (pair !== null && day.weekday !== 6) return { ...pair, from: at };
  if (day.weekday === 6 && wordAt(reading, at + 2) === '日') return { from: at, to: at + 3, day: weekendPhrase() };
  return { from: at, to: at + 2, day: weekdayPhrase(day.weekday) };
}

function year(reading: Reading, at: number): Atom | null {
  const value = numberAt(reading, at);
  const token = reading.tokens[at];
  const edge = meaningAt(reading, at + 1, 'edge');
  const isYearWord = wordAt(reading, at + 1) === '年' || wordAt(reading, at + 1) === '年度';
  if (value < 0 || token === undefined || (!isYearWord && edge?.unit !== 'year')) return null;
  const full = value >= 1000 && value <= 2100 && (token.digits === 4 || token.text.length === 4);
  if (!full && !isShortYear(reading, at)) return null;
  const phrase = yearPhrase(full ? value : value > 40 ? 1900 + value : 2000 + value);
  return { from: at, to: at + 2, day: edge === null ? phrase : edgeOf(phrase, edge.edge) };
}

/** 26年3月, 05年, 九八年, 零五年: two digits that are read out, or that a month or season follows; 七八年 and 50年 are lengths. */
function isShortYear(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  if (token === undefined || token.number === null) return false;
  const { text } = token;
  const spelled = /^[〇零一二三四五六七八九]{2}$/.test(text);
  if (token.digits !== 2 && !spelled) return false;
  if (follows(reading, at + 2, IN_YEAR)) return token.number <= 40 || token.number >= 50;
  // 98年来的上海: she came; 98年来, in the 98 years since.
  const came =
    (wordAt(reading, at + 2) === '来' && /^[的到了]$/.test(wordAt(reading, at + 3))) ||
    (wordAt(reading, at + 2) === '的' && !follows(reading, at + 3, LASTING));
  if (
    (!came && /^[前后内间来以之底的多半]$/.test(wordAt(reading, at + 2))) ||
    meaningAt(reading, at + 2, 'direction') !== null
  )
    return false;
  if (/^[0零〇]/.test(text)) return true;
  const [first = '', second = ''] = text;
  const neighbours = '一二三四五六七八九'.indexOf(second) === '一二三四五六七八九'.indexOf(first) + 1;
  return (
    (spelled ? !neighbours : token.digits === 2) &&
    token.number >= (spelled ? 60 : 70) &&
    !/^[近约了有过整满达长共活]$/.test(wordAt(reading, at - 1))
  );
}

function month(reading: Reading, at: number): Atom | null {
  if (wordAt(reading, at) === '元月') return monthFrom(reading, at, 1, at + 1);
  const value = numberAt(reading, at);
  if (value < 1 || value > 12 || wordAt(reading, at - 1) === '.' || wordAt(reading, at - 1) === '第') return null;
  const edge = meaningAt(reading, at + 1, 'edge');
  if (edge?.unit === 'month') {
    const lunarDay = edge.edge === 'start' ? numberAt(reading, at + 2) : -1;
    if (lunarDay >= 1 && lunarDay <= 10 && !follows(reading, at + 3, COUNTED))
      return { from: at, to: at + 3, day: lunarPhrase(value, lunarDay, false) };
    return { from: at, to: at + 2, day: edgeOf(monthPhrase(value), edge.edge) };
  }
  const third = meaningAt(reading, at + 1, 'third');
  if (third?.month) return { from: at, to: at + 2, day: thirdOf(monthPhrase(value), third.index) };
  if (wordAt(reading, at + 1) === '月') return monthFrom(reading, at, value, at + 2);
  const last = THROUGH.has(wordAt(reading, at + 1)) ? numberAt(reading, at + 2) : -1;
  if (last <= value || last > 12 || wordAt(reading, at + 3) !== '月' || numberAt(reading, at + 4) >= 0) return null;
  return { from: at, to: at + 4, day: monthPhrase(value), until: { from: at + 2, to: at + 4, day: monthPhrase(last) } };
}

/** What stands after the month: 12月5号, 12月底, 12月中旬, 12月份. */
function monthFrom(reading: Reading, at: number, value: number, next: number): Atom {
  let to = next;
  if (wordAt(reading, to) === '份') to++;
  const inner = meaningAt(reading, to, 'edgeOf');
  if (inner !== null && /[底末初中]/.test(wordAt(reading, to)))
    return { from: at, to: to + 1, day: edgeOf(monthPhrase(value), inner.edge) };
  const part = meaningAt(reading, to, 'third');
  if (part !== null) return { from: at, to: to + 1, day: thirdOf(monthPhrase(value), part.index) };
  if (wordAt(reading, to) === '的') to++;
  const day = numberAt(reading, to);
  const marked = /^[号日]$/.test(wordAt(reading, to + 1));
  if (day >= 1 && day <= 31 && (marked || !follows(reading, to + 1, COUNTED)))
    return withEnd(reading, { from: at, to: marked ? to + 2 : to + 1, day: monthDayPhrase(value, day) }, day);
  return { from: at, to: wordAt(reading, to - 1) === '的' ? to - 1 : to, day: monthPhrase(value) };
}

/** 十月一日到七日: the second number is a day of the same month. */
function withEnd(reading: Reading, atom: Atom, first: number): Atom {
  const { to } = atom;
  const last = THROUGH.has(wordAt(reading, to)) ? numberAt(reading, to + 1) : -1;
  if (last <= first || last > 31 || !/^[号日]$/.test(wordAt(reading, to + 2))) return atom;
  return { ...atom, to: to + 3, until: { from: to + 1, to: to + 3, day: dayOfMonthPhrase(last) } };
}

function dayOfMonth(reading: Reading, at: number): Atom | null {
  const day = numberAt(reading, at);
  const before = wordAt(reading, at - 1);
  if (day < 1 || day > 31 || before === '第' || before === '.' || CHINESE_DIGIT_PAIR.test(wordAt(reading, at)))
    return null;
  const sign = wordAt(reading, at + 1);
  if (sign !== '号' && sign !== '日') {
    const last = THROUGH.has(sign) ? numberAt(reading, at + 2) : -1;
    // 5、6号: the sign stands behind the second day.
    if (sign === '、' && numberAt(reading, at + 2) === day + 1 && wordAt(reading, at + 3) === '号')
      return follows(reading, at + 4, NUMBERED_THING) ? null : { from: at, to: at + 1, day: dayOfMonthPhrase(day) };
    if (last <= day || last > 31 || !/^[号日]$/.test(wordAt(reading, at + 3)) || isAddress(reading, at)) return null;
    return {
      from: at,
      to: at + 4,
      day: dayOfMonthPhrase(day),
      until: { from: at + 2, to: at + 4, day: dayOfMonthPhrase(last) },
    };
  }
  if (sign === '号' && follows(reading, at + 2, NUMBERED_THING)) return null;
  // 5日内 and 5日后 count days.
  const ofMonth = meaningAt(reading, at - 1, 'period')?.unit === 'month';
  if (sign === '日' && !ofMonth && (meaningAt(reading, at + 2, 'direction')?.direction ?? 'by') !== 'by') return null;
  if (sign === '日' && /^[元本次]$/.test(wordAt(reading, at + 2))) return null;
  // 一日, 两日, 三日 alone count days as often as they name one; 中山路12号 is an address.
  if (sign === '日' && !ofMonth && day < 10 && reading.tokens[at]?.digits === 0) return null;
  if (sign === '号' && isAddress(reading, at)) return null;
  return { from: at, to: at + 2, day: dayOfMonthPhrase(day) };
}

function isAddress({ text, tokens }: Reading, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  return ADDRESS_BEFORE.test(text.slice(Math.max(0, start - 8), start));
}

function quarter(reading: Reading, at: number): Atom | null {
  const value = numberAt(reading, at);
  if (value < 1 || value > 4 || wordAt(reading, at + 1) !== '季' || wordAt(reading, at + 2) !== '度') return null;
  const from = wordAt(reading, at - 1) === '第' ? at - 1 : at;
  return { from, to: at + 3, day: yearPartPhrase(value, 3) };
}

/** 年内 is by the end of the year; 年后, 年前: the Spring Festival's year, where no number says that years are counted. */
function newYear(reading: Reading, at: number): Atom | null {
  if (wordAt(reading, at) !== '年') return null;
  const direction = meaningAt(reading, at + 1, 'direction')?.direction;
  if (direction !== 'by' && direction !== 'after' && direction !== 'within') return null;
  if (numberAt(reading, at - 1) >= 0 || COUNTED_YEAR.test(wordAt(reading, at - 1))) return null;
  if (direction === 'within') return { from: at, to: at + 2, day: unitEdgePhrase('year', 'end') };
  const phrase = holidayPhrase('springFestival');
  const day = direction === 'by' ? phrase.before : phrase.after;
  return day === undefined ? null : { from: at, to: at + 2, day };
}

/** 农历八月十五, 正月初八, 闰六月初二, 腊月廿三: a lunar month or day is named, or 农历 stands before. */
function lunarDate(reading: Reading, at: number): Atom | null {
  let next = at;
  let told = false;
  if (meaningAt(reading, next, 'lunar') !== null) {
    told = true;
    next++;
    for (let skipped = 0; skipped < 4 && /^[的是为:生日]$/.test(wordAt(reading, next)); skipped++) next++;
  }
  let lunarYear: number | null = null;
  const year = numberAt(reading, next);
  if (year >= 1900 && year <= 2100 && wordAt(reading, next + 1) === '年') {
    lunarYear = year;
    next += 2;
    if (meaningAt(reading, next, 'lunar') !== null) {
      told = true;
      next++;
    }
  }
  const leap = wordAt(reading, next) === '闰';
  if (leap) next++;
  const named = meaningAt(reading, next, 'lunarMonth');
  const month = named?.month ?? numberAt(reading, next);
  if (month < 1 || month > 12) return null;
  if (named === null) next++;
  const early = meaningAt(reading, next, 'edge');
  const first = named === null && early?.unit === 'month' && early.edge === 'start';
  if (named === null && !first && wordAt(reading, next) !== '月') return null;
  next++;
  const begins = first || wordAt(reading, next) === '初';
  if (begins && !first) next++;
  const day = numberAt(reading, next);
  if (day < 1 || day > (begins ? 10 : 30)) return null;
  const spelled = /[廿卅]/.test(wordAt(reading, next));
  if (!told && !leap && named === null && !begins && !spelled) return null;
  next++;
  if (/^[日号]$/.test(wordAt(reading, next))) next++;
  return { from: at, to: next, day: lunarPhrase(month, day, leap, lunarYear) };
}
