import { CHINESE_HOLIDAYS, LOOSE_HOLIDAYS } from '../../../calendar/holiday-names.ts';
import type { Unit } from '../windows.ts';
import { CHINESE_ERAS } from './eras.ts';
import { CHINESE_LOOK_ALIKES } from './look-alikes.ts';
import type { Meaning } from './meaning.ts';

type Entry = readonly [words: string, meaning: Meaning];

const STEPS: readonly (readonly [string, number])[] = [
  ['上上上个 上上上', -3],
  ['上上个 上上', -2],
  ['上一个 上个 上一 上 前一个', -1],
  ['本 这个 这一 这 当 该 呢个', 0],
  ['下一个 下个 下一 下', 1],
  ['下下个 下下', 2],
  ['下下下个 下下下', 3],
];
/** 次月, 次年 */
const NEXT: readonly Entry[] = [
  ['次月', { is: 'period', unit: 'month', steps: 1 }],
  ['次年', { is: 'period', unit: 'year', steps: 1 }],
];
const PERIODS: readonly (readonly [string, Unit])[] = [
  ['周 星期 礼拜', 'week'],
  ['周末', 'weekend'],
  ['月 月份', 'month'],
  ['季度 季', 'quarter'],
  ['年 年度 财年', 'year'],
  ['工作日', 'workday'],
];
/** Prefix and unit that make another word together. */
const NO_PERIOD = new Set([
  '上一周末',
  '这一月',
  '该周',
  '当周末',
  '该周末',
  '这一年度',
  '上一季',
  '本工作日',
  '上年',
  '上工作日',
  '下工作日',
  '当工作日',
  '该工作日',
  '这工作日',
]);

function periods(): Entry[] {
  const entries: Entry[] = [...NEXT];
  for (const [prefixes, steps] of STEPS)
    for (const prefix of prefixes.split(' '))
      for (const [units, unit] of PERIODS)
        for (const word of units.split(' '))
          if (!NO_PERIOD.has(prefix + word)) entries.push([prefix + word, { is: 'period', unit, steps }]);
  return entries;
}

const WORDS: readonly Entry[] = [
  ['今天 今日 今儿 今儿个 当日', { is: 'day', offset: 0 }],
  ['昨天 昨日 昨儿 昨儿个 寻日 琴日', { is: 'day', offset: -1 }],
  ['前天 前日 前儿', { is: 'day', offset: -2 }],
  ['大前天 大前日', { is: 'day', offset: -3 }],
  ['大大前天', { is: 'day', offset: -4 }],
  ['明天 明日 明儿 明儿个 翌日 听日', { is: 'day', offset: 1 }],
  ['后天 后日 后儿', { is: 'day', offset: 2 }],
  ['大后天 大后日', { is: 'day', offset: 3 }],
  ['大大后天', { is: 'day', offset: 4 }],
  ['今明两天 今明两日 今明', { is: 'day', offset: 0, last: 1 }],
  ['明后天 明后两天 明后', { is: 'day', offset: 1, last: 2 }],
  ['昨今两天', { is: 'day', offset: -1, last: 0 }],
  ['今早 今晨 今天早上', { is: 'part', part: 'morning', offset: 0 }],
  ['今晚 今夜 今晚上 今儿晚上', { is: 'part', part: 'evening', offset: 0 }],
  ['昨晚 昨夜 昨晚上 昨儿晚上 寻晚 琴晚', { is: 'part', part: 'evening', offset: -1 }],
  ['前晚', { is: 'part', part: 'evening', offset: -2 }],
  ['明早 明晨 听朝', { is: 'part', part: 'morning', offset: 1 }],
  ['明晚 明晚上 明夜 听晚', { is: 'part', part: 'evening', offset: 1 }],
  ['后晚', { is: 'part', part: 'evening', offset: 2 }],
  ['凌晨 拂晓 后半夜', { is: 'part', part: 'dawn' }],
  ['早上 早晨 清晨 上午 清早 一早 一大早 大清早 大早上 午前 晨间 上昼', { is: 'part', part: 'morning' }],
  ['中午 正午 晌午', { is: 'part', part: 'noon' }],
  ['下午 午后 傍晚 黄昏 下昼', { is: 'part', part: 'afternoon' }],
  ['晚上 晚间 夜晚 夜里 夜间 大晚上 入夜', { is: 'part', part: 'evening' }],
  ['半夜 深夜 午夜 大半夜 三更半夜', { is: 'part', part: 'night' }],
  ['下班前 下班之前 下班以前', { is: 'edge', edge: 'end', unit: 'day' }],
  ['今年 今年度 本年', { is: 'period', unit: 'year', steps: 0 }],
  ['明年 来年', { is: 'period', unit: 'year', steps: 1 }],
  ['后年', { is: 'period', unit: 'year', steps: 2 }],
  ['去年 上年 旧年', { is: 'period', unit: 'year', steps: -1 }],
  ['前年', { is: 'period', unit: 'year', steps: -2 }],
  ['大前年', { is: 'period', unit: 'year', steps: -3 }],
  ['周末 双休日', { is: 'weekend' }],
  ['月底 月末 月尾', { is: 'edge', edge: 'end', unit: 'month' }],
  ['月中', { is: 'edge', edge: 'middle', unit: 'month' }],
  ['月初 月头', { is: 'edge', edge: 'start', unit: 'month' }],
  ['年底 年末 年尾 岁末 年终', { is: 'edge', edge: 'end', unit: 'year' }],
  ['年中', { is: 'edge', edge: 'middle', unit: 'year' }],
  ['年初 开年 年头', { is: 'edge', edge: 'start', unit: 'year' }],
  ['季度末 季末 季度底 季底', { is: 'edge', edge: 'end', unit: 'quarter' }],
  ['季度初 季初', { is: 'edge', edge: 'start', unit: 'quarter' }],
  ['上半年', { is: 'yearPart', part: 1, length: 6 }],
  ['下半年', { is: 'yearPart', part: 2, length: 6 }],
  ['一季度 第一季度 首季度 头季度', { is: 'yearPart', part: 1, length: 3 }],
  ['二季度 第二季度', { is: 'yearPart', part: 2, length: 3 }],
  ['三季度 第三季度', { is: 'yearPart', part: 3, length: 3 }],
  ['四季度 第四季度', { is: 'yearPart', part: 4, length: 3 }],
  ['底 末', { is: 'edgeOf', edge: 'end' }],
  ['中', { is: 'edgeOf', edge: 'middle' }],
  ['上旬', { is: 'third', index: 0 }],
  ['中旬', { is: 'third', index: 1 }],
  ['下旬', { is: 'third', index: 2 }],
  ['初', { is: 'edgeOf', edge: 'start' }],
  ['农历 阴历 旧历 古历 夏历 老历', { is: 'lunar' }],
  ['上半月 上半个月', { is: 'third', index: 'firstHalf' }],
  ['下半月 下半个月', { is: 'third', index: 'secondHalf' }],
  ['月上旬', { is: 'third', index: 0, month: true }],
  ['月中旬', { is: 'third', index: 1, month: true }],
  ['月下旬', { is: 'third', index: 2, month: true }],
  ['大年', { is: 'lunarMonth', month: 1 }],
  ['元月', { is: 'month', month: 1 }],
  ['正月', { is: 'lunarMonth', month: 1 }],
  ['冬月', { is: 'lunarMonth', month: 11 }],
  ['腊月', { is: 'lunarMonth', month: 12 }],
  ['天', { is: 'unit', unit: 'day' }],
  ['工作日 个工作日 个交易日', { is: 'unit', unit: 'workday' }],
  ['周 星期 礼拜 个星期 个礼拜', { is: 'unit', unit: 'week' }],
  ['周末 个周末', { is: 'weekend' }],
  ['个月', { is: 'unit', unit: 'month' }],
  ['个季度', { is: 'unit', unit: 'quarter' }],
  ['年', { is: 'unit', unit: 'year' }],
  ['小时 个小时 钟头 个钟头 个钟', { is: 'unit', unit: 'hour' }],
  ['刻钟', { is: 'unit', unit: 'minute' }],
  ['分钟', { is: 'unit', unit: 'minute' }],
  ['秒 秒钟', { is: 'unit', unit: 'second' }],
  ['之前 以前 前 为止 截止 止', { is: 'direction', direction: 'by', side: 'after' }],
  ['之后 以后 过后 后', { is: 'direction', direction: 'after', side: 'after' }],
  ['之内 以内 内', { is: 'direction', direction: 'within', side: 'after' }],
  ['以来 开始 起', { is: 'direction', direction: 'since', side: 'after' }],
  ['截止到 截至 截止 最晚 最迟 不晚于 不迟于 赶在', { is: 'direction', direction: 'by', side: 'before' }],
  ['直到', { is: 'direction', direction: 'until', side: 'before' }],
  ['到 至', { is: 'through' }],
  ['每 每个 逢', { is: 'every' }],
  ['每天 天天 每日', { is: 'recurring', unit: 'day' }],
  ['每周 每星期 每个星期 每礼拜 每个礼拜 每逢周', { is: 'recurring', unit: 'week' }],
  ['每月 每个月', { is: 'recurring', unit: 'month' }],
  ['每季度 每季 每个季度', { is: 'recurring', unit: 'quarter' }],
  ['每年', { is: 'recurring', unit: 'year' }],
  ['每个工作日 每工作日', { is: 'recurring', unit: 'workday' }],
  ['过去 最近 近 前 这', { is: 'span', steps: -1 }],
  ['未来 接下来 今后 往后', { is: 'span', steps: 1 }],
];

/** Words by the code of their first character, the longest first. */
export const CHINESE_WORDS: ReadonlyMap<number, readonly (readonly [string, Meaning])[]> = (() => {
  const table = new Map<string, Map<string, Meaning>>();
  const add = (words: string, meaning: Meaning): void => {
    for (const word of words.split(' ')) {
      const row = table.get(word.charAt(0)) ?? new Map<string, Meaning>();
      // The same word may stand on both sides (截止, 前): the grammar reads its side from its place.
      if (!row.has(word)) row.set(word, meaning);
      table.set(word.charAt(0), row);
    }
  };
  add(CHINESE_LOOK_ALIKES, { is: 'other' });
  for (const [words, meaning] of [...WORDS, ...CHINESE_ERAS, ...periods()]) add(words, meaning);
  for (const [words, name] of CHINESE_HOLIDAYS) add(words, { is: 'holiday', name });
  for (const [words, name] of LOOSE_HOLIDAYS) add(words, { is: 'holiday', name, loose: true });
  return new Map(
    [...table].map(([first, row]) => [first.charCodeAt(0), [...row].sort(([a], [b]) => b.length - a.length)]),
  );
})();
