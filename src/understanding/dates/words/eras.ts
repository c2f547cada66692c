import type { Meaning } from './meaning.ts';

type Entry = readonly [words: string, meaning: Meaning];

/** Seasons, decades and centuries, and words for the moment itself. */
export const CHINESE_ERAS: readonly Entry[] = [
  ['春天 春季 春日', { is: 'season', season: 0 }],
  ['夏天 夏季 夏日 盛夏', { is: 'season', season: 1 }],
  ['秋天 秋季 金秋', { is: 'season', season: 2 }],
  ['冬天 冬季 寒冬', { is: 'season', season: 3 }],
  ['今春', { is: 'season', season: 0, years: 0 }],
  ['今夏', { is: 'season', season: 1, years: 0 }],
  ['今秋', { is: 'season', season: 2, years: 0 }],
  ['今冬', { is: 'season', season: 3, years: 0 }],
  ['去夏', { is: 'season', season: 1, years: -1 }],
  ['去秋', { is: 'season', season: 2, years: -1 }],
  ['去冬', { is: 'season', season: 3, years: -1 }],
  ['年代', { is: 'decade' }],
  ['世纪', { is: 'century' }],
  ['上世纪 上个世纪', { is: 'century', steps: -1 }],
  ['本世纪 这个世纪', { is: 'century', steps: 0 }],
  ['下世纪 下个世纪', { is: 'century', steps: 1 }],
  ['现在 此刻 此时此刻 眼下 这会儿 刚才 刚刚 马上 立刻', { is: 'vague' }],
  ['次日 第二天 隔天', { is: 'vague', offset: 1 }],
  ['前些天 前些日子 前阵子 前一阵子 前段时间', { is: 'vague', offset: -3 }],
  ['当天 当日 同一天', { is: 'vague', offset: 0 }],
];

export const ENGLISH_ERAS: readonly Entry[] = [
  ['spring springtime', { is: 'season', season: 0, loose: true }],
  ['summer summertime', { is: 'season', season: 1, loose: true }],
  ['autumn fall', { is: 'season', season: 2, loose: true }],
  ['winter wintertime', { is: 'season', season: 3, loose: true }],
  ['twenties', { is: 'decade', of: 20 }],
  ['thirties', { is: 'decade', of: 30 }],
  ['forties', { is: 'decade', of: 40 }],
  ['fifties', { is: 'decade', of: 50 }],
  ['sixties', { is: 'decade', of: 60 }],
  ['seventies', { is: 'decade', of: 70 }],
  ['eighties', { is: 'decade', of: 80 }],
  ['nineties', { is: 'decade', of: 90 }],
  ['century', { is: 'century' }],
  ['now asap', { is: 'vague' }],
];
