import { withHalfOf } from '../clock-time.ts';
import {
  type Atom,
  type Clock,
  follows,
  meaningAt,
  numberAt,
  type Reading,
  type Rule,
  touches,
  wordAt,
} from './atom.ts';
import { clockAt, halfAt } from './clock-parts.ts';
import { isProportion, isProportionBehind, isResult } from './proportion.ts';
import { spokenClock } from './spoken-clock.ts';
import { withZone } from './zone.ts';

/** 有两点要注意, 第三点, 3点建议: points that are counted or listed, not o'clock. */
const COUNTING = /^(?:有|第|这|那|共|几|提|讲|说|差|重|如下|以下|下面|列|哪|每|某|就|涨|跌|降|让|加|扣|返)$/;
const COUNTED =
  /\s?(?:建议|意见|要求|问题|原因|需求|内容|说明|优势|优点|想法|反馈|疑问|诉求|理由|好处|注意|补充|变化|修改|方案|不足|顾虑|体会|感受|要|都|是|名|击|评|赞|菜|餐|单|头|心|亮|共识|结论|进展|事|之间|一线|成)/y;
const SPAN_JOINT = new Set('- ~ — to 到 至 and'.split(' '));
const NUMBER_BEFORE = /[\d.:/$€£¥-]/;
const ABOUT_HOUR = /^[钟整许多左]$/;
const HOUR_ENDS = /^[许整前后]$/;
const DAY_ENDS = /^[号日早晚]$/;
const HOUR_SIGN = /\s?(?:\d{1,2}|[一二两三四五六七八九十]{1,2})点/y;
/** What follows a bare hour: the end, or words that nothing counts. */
const NOTHING_COUNTED = /\s*(?:$|[.,;!?)\n]|(?:at|in|for|with|if|so|please|pls|works?|is|would|and|or|but)\b)/y;
const HOURS = '一二三四五六七八九';
const NUMBER_UNIT = /\s?[个家万亿千百k%元块台套位次款项条份人天年月号日倍]/y;

/** Clock times: 下午3点半 (the part is joined later), 15:00, 3pm, half past 3, at 3, 10 o'clock. */
export const clockTime: Rule = (reading, at) => {
  const atom =
    clockSpan(reading, at) ??
    hourPair(reading, at) ??
    chineseClock(reading, at) ??
    writtenClock(reading, at) ??
    englishClock(reading, at) ??
    chineseToHour(reading, at) ??
    spokenClock(reading, at);
  if (atom === null) return null;
  // 3点 is a clock time whatever stands around it; 10:30 and 5 to 1 are not.
  const numbers = !/^[点时]$/.test(wordAt(reading, at + 1));
  const proportion =
    numbers && (isProportion(reading, at) || isResult(reading, at) || isProportionBehind(reading, atom.to));
  return proportion && atom.clock?.half === null ? null : withZone(reading, atom);
};

/** 2-3pm, 2到4点, between 2 and 4pm: a bare number that the clock behind it makes one. */
function clockSpan(reading: Reading, at: number): Atom | null {
  const token = reading.tokens[at];
  const hour = numberAt(reading, at);
  const joint = wordAt(reading, at + 1);
  if (token === undefined || hour < 1 || hour > 24 || token.digits > 2 || !SPAN_JOINT.has(joint)) return null;
  if (joint === 'and' && wordAt(reading, at - 1) !== 'between') return null;
  if (NUMBER_BEFORE.test(reading.text.charAt(token.start - 1))) return null;
  const end =
    chineseClock(reading, at + 2) ??
    writtenClock(reading, at + 2) ??
    englishClock(reading, at + 2) ??
    bareHourAfterDay(reading, at);
  if (end?.clock === undefined || (end.clock.hour <= hour && end.clock.half === null && end.clock.hour > 7))
    return null;
  return { from: at, to: end.to, clock: withHalfOf(clockAt(hour, 0), end.clock), until: end };
}

/** 下午四五点: an hour and the next one. */
function hourPair(reading: Reading, at: number): Atom | null {
  const [first = '', second = '', ...rest] = wordAt(reading, at);
  const hour = HOURS.indexOf(first) + 1;
  if (
    hour === 0 ||
    second === '' ||
    rest.length > 0 ||
    second !== HOURS.charAt(hour) ||
    wordAt(reading, at + 1) !== '点'
  )
    return null;
  if (!isTimeBefore(reading, at) && (COUNTING.test(wordAt(reading, at - 1)) || follows(reading, at + 2, COUNTED)))
    return null;
  const end: Atom = { from: at, to: at + 2, clock: clockAt(hour + 1, 0) };
  return { from: at, to: at + 2, clock: clockAt(hour, 0), until: end };
}

/** tomorrow between 10 and 12: a day stands before, and nothing is counted. */
function bareHourAfterDay(reading: Reading, at: number): Atom | null {
  const hour = numberAt(reading, at + 2);
  const dated = meaningAt(reading, at - 2, 'day') !== null || meaningAt(reading, at - 2, 'weekday') !== null;
  if (!dated || wordAt(reading, at - 1) !== 'between' || hour < 1 || hour > 12) return null;
  return follows(reading, at + 3, NOTHING_COUNTED) ? { from: at + 2, to: at + 3, clock: clockAt(hour, 0) } : null;
}

function chineseClock(reading: Reading, at: number): Atom | null {
  const fused = wordAt(reading, at) === '一点';
  const hour = fused ? 1 : numberAt(reading, at);
  const sign = fused ? '点' : wordAt(reading, at + 1);
  if (hour < 0 || hour > 24 || (sign !== '点' && sign !== '时')) return null;
  if (wordAt(reading, at - 1) === '.' && touches(reading, at)) return null;
  let to = fused ? at + 1 : at + 2;
  const minutes = minutesAt(reading, to);
  const prepared = isTimeBefore(reading, at);
  if (minutes === null && !prepared) {
    if (fused || COUNTING.test(wordAt(reading, at - 1)) || follows(reading, to, COUNTED)) return null;
    if (sign === '时' && !HOUR_ENDS.test(wordAt(reading, to)) && meaningAt(reading, to, 'direction') === null)
      return null;
  }
  to = minutes?.to ?? to;
  const missing = minutes === null && wordAt(reading, to) === '差' ? missingMinutes(reading, to) : null;
  if (missing !== null && follows(reading, missing.to, HOUR_SIGN) === false)
    return {
      from: at,
      to: missing.to,
      clock: before({ hour, minute: 0, half: null, exact: hour > 12, fine: true }, missing.minute),
    };
  if (minutes === null && ABOUT_HOUR.test(wordAt(reading, to))) to++;
  if (minutes === null && wordAt(reading, to - 1) === '左' && wordAt(reading, to) === '右') to++;
  const clock: Clock = {
    hour,
    minute: minutes?.minute ?? 0,
    half: null,
    exact: hour > 12 || hour === 0,
    fine: minutes !== null,
  };
  return { from: at, to, clock };
}

/** 差五分九点, 差一刻八点, 九点差五分: so many minutes before the hour. */
function chineseToHour(reading: Reading, at: number): Atom | null {
  if (wordAt(reading, at) !== '差') return null;
  const missing = missingMinutes(reading, at);
  const hour = missing === null ? null : chineseClock(reading, missing.to);
  if (missing === null || hour?.clock === undefined || hour.clock.fine) return null;
  return { from: at, to: hour.to, clock: before(hour.clock, missing.minute) };
}

function missingMinutes(reading: Reading, at: number): { minute: number; to: number } | null {
  const value = numberAt(reading, at + 1);
  if (value < 1 || value > 30) return null;
  if (wordAt(reading, at + 2) === '刻') return value === 1 ? { minute: 15, to: at + 3 } : null;
  return /^分钟?$/.test(wordAt(reading, at + 2)) ? { minute: value, to: at + 3 } : null;
}

function before(clock: Clock, minutes: number): Clock {
  return { ...clock, minute: -minutes, fine: true };
}

/** 半, 一刻, 三刻, 15分, 零五, 过10分 after 点. */
function minutesAt(reading: Reading, at: number): { minute: number; to: number } | null {
  const word = wordAt(reading, at);
  if (word === '半') return { minute: 30, to: at + 1 };
  const next = word === '过' || word === '零' ? at + 1 : at;
  const value = numberAt(reading, next);
  if (value < 0 || value > 59) return null;
  if (wordAt(reading, next + 1) === '刻') return value >= 1 && value <= 3 ? { minute: 15 * value, to: next + 2 } : null;
  if (/^分钟?$/.test(wordAt(reading, next + 1))) return { minute: value, to: next + 2 };
  const twoDigits =
    (reading.tokens[next]?.digits ?? 0) === 2 ||
    (reading.tokens[next]?.text.length === 2 && reading.tokens[next]?.digits === 0) ||
    /^[二三四五]?十[一二三四五六七八九]?$|^零/.test(wordAt(reading, next));
  return twoDigits && !reading.tokens[next]?.spaced && !follows(reading, next + 1, NUMBER_UNIT)
    ? { minute: value, to: next + 1 }
    : null;
}

/** Whether a part of the day or a day stands right before. */
function isTimeBefore(reading: Reading, at: number): boolean {
  const before = reading.tokens[at - 1];
  if (before === undefined) return false;
  if (DAY_ENDS.test(before.text)) return true;
  const { meaning } = before;
  return (
    meaning !== null &&
    (meaning.is === 'part' || meaning.is === 'day' || meaning.is === 'weekday' || meaning.is === 'through')
  );
}

/** 14:30, 2:30pm, 9:00. */
function writtenClock(reading: Reading, at: number): Atom | null {
  const token = reading.tokens[at];
  if (token === undefined || token.number === null || token.digits === 0 || token.digits > 2 || token.number > 24)
    return null;
  const dotted = wordAt(reading, at + 1) === '.' && halfAt(reading, at + 3) !== null;
  if ((wordAt(reading, at + 1) !== ':' && !dotted) || !touches(reading, at + 1) || !touches(reading, at + 2))
    return null;
  const minute = reading.tokens[at + 2];
  if (minute === undefined || minute.digits !== 2 || minute.number === null || minute.number > 59) return null;
  if (/[\d:.]/.test(reading.text.charAt(token.start - 1))) return null;
  let to = at + 3;
  if (wordAt(reading, to) === ':' && touches(reading, to) && reading.tokens[to + 1]?.digits === 2) to += 2;
  else if (follows(reading, to, /:\d/y)) return null;
  const half = halfAt(reading, to);
  const exact = half === null && (token.number > 12 || (token.digits === 2 && token.number < 10) || token.number === 0);
  return {
    from: at,
    to: half?.to ?? to,
    clock: { hour: token.number, minute: minute.number, half: half?.half ?? null, exact, fine: true },
  };
}

/** 3pm, 3 p.m., 10am, 9 o'clock, 3ish. */
function englishClock(reading: Reading, at: number): Atom | null {
  const token = reading.tokens[at];
  const hour = numberAt(reading, at);
  if (
    token === undefined ||
    hour < 1 ||
    hour > 12 ||
    token.digits > 2 ||
    /[.,:$£€¥]/.test(reading.text.charAt(token.start - 1))
  )
    return null;
  const half = halfAt(reading, at + 1);
  if (half !== null)
    return { from: at, to: half.to, clock: { hour, minute: 0, half: half.half, exact: false, fine: false } };
  const oclock =
    /^o$/.test(wordAt(reading, at + 1)) &&
    /^['’]$/.test(wordAt(reading, at + 2)) &&
    wordAt(reading, at + 3) === 'clock';
  if (oclock) return { from: at, to: at + 4, clock: clockAt(hour, 0) };
  if (wordAt(reading, at + 1) === 'oclock') return { from: at, to: at + 2, clock: clockAt(hour, 0) };
  if (touches(reading, at + 1) && wordAt(reading, at + 1) === 'ish')
    return { from: at, to: at + 2, clock: clockAt(hour, 0) };
  return null;
}
