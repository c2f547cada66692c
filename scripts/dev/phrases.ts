type Slots = Readonly<Record<string, readonly string[]>>;

const list = (words: string, separator = ' ') => words.split(separator);

const EN_SLOTS: Slots = {
  weekday: list('Monday Wednesday friday Sat Thurs'),
  month: list('January March May October December'),
  mon: list('Jan Sep Nov'),
  ordinal: list('1st 3rd 15th 22nd'),
  word: list('first second third last'),
  number: list('2 5 three ten'),
  year: list('2024 2027'),
  unit: list('days weeks months years'),
  small: list('minutes hours'),
  one: list('week month year quarter'),
  clock: [
    '3pm',
    '3 p.m.',
    '10:30',
    '7:45 am',
    '18:00',
    'noon',
    "eight o'clock",
    'half past six',
    'quarter to nine',
    'ten thirty',
  ],
  part: list('morning afternoon evening night'),
  season: list('spring summer fall winter'),
  day: ['today', 'tomorrow', 'yesterday', 'the day after tomorrow', 'tonight'],
  holiday: ['Christmas', 'Thanksgiving', 'Halloween', "New Year's Eve", 'Easter', "Valentine's Day", 'Labor Day'],
  shift: list('this next last'),
};
const EN_PHRASES = list(
  '{weekday};on {weekday};this {weekday};next {weekday};last {weekday};this coming {weekday};this past {weekday};{weekday} {part};{weekday} at {clock};{clock} on {weekday};{weekday} the {ordinal};{number} {unit} from {weekday};a week from {weekday};{weekday} after next;{weekday} to Sunday;' +
    'next {weekday} {part};last {weekday} {part};{weekday} next week;{weekday} of next week;{weekday}s;every {weekday};every other {weekday};every {weekday} at {clock};{weekday} or Sunday;' +
    '{day};{day} at {clock};{clock} {day};{day} {part};{part};this {part};in the {part};late {day};early {day} {part};{day} around {clock};at {clock};{clock};{clock} in the {part};from 3 to 5pm;between {clock} and 11pm;{day} from 9am to 5pm;' +
    '{month} {ordinal};{month} 3;{mon} 21;the {ordinal} of {month};{ordinal} {month} {year};{month} {ordinal}, {year};{month} {year};{month};in {month};next {month};last {month};this {month};early {month};mid {month};late {month};end of {month};the end of {month};beginning of {month} {year};{month} 3-7;{month} 3 to {month} 20;from {month} to December;from {month} 3rd through 9th;{month} {ordinal} at {clock};{year};in {year};since {year};' +
    'the {ordinal};on the {ordinal};the {ordinal} of next month;the {word} {weekday} of next month;{word} {weekday} in {month};the {word} day of next month;the {word} week of {month};the {word} weekend of {month};the {word} {weekday} of every month;the last day of {month};' +
    'in {number} {unit};{number} {unit} ago;{number} {unit} later;{number} {unit} from now;within {number} {unit};in the next {number} {unit};in the last {number} {unit};the past {number} {unit};for the past {number} {unit};over the next {number} {unit};{number} {unit} before {holiday};{number} {unit} after {month} 3;' +
    'in {number} {small};{number} {small} ago;{number} {small} from now;in the next {number} {small};in the past {number} {small};in an hour;in half an hour;in an hour and a half;an hour ago;in a couple of {unit};a few {unit} ago;in a few {small};' +
    'this {one};next {one};last {one};the {one} after next;the {one} before last;the end of the {one};the end of next {one};the beginning of this {one};early next {one};late last {one};later this {one};earlier this {one};mid {one};{shift} weekend;the weekend;weekend;over the weekend;the week of {month} {ordinal};the weekend after next;this {one} so far;the rest of the {one};once a {one};every {one};every {number} {unit};every day at {clock};every weekday at {clock};every {part};daily;weekly;' +
    'Q3;Q1 {year};the second quarter;the first quarter of {year};first half of {year};{year} Q2;fiscal year {year};' +
    '{season};this {season};last {season};next {season};{season} of {year};in the {season};{season} {year};' +
    "the 1980s;the '90s;the nineties;the 80s;the 21st century;the 19th century;the last decade;" +
    '{holiday};next {holiday};last {holiday};{holiday} {year};on {holiday};the day after {holiday};the day before {holiday};this {holiday};before {holiday};after {holiday};' +
    'now;right now;later today;as soon as possible;the day before;the following day;the next day;the previous week;the other day;two days before;' +
    '2026-12-05;12/5/2026;12/5;5/12/26;12.05.2026;2026/12/5;Dec-05-2026;05-Dec-2026;2026-12-05T14:30;2026-12-05 14:30:00;December 5th 2026 at 2:30pm;Sat, 5 Dec 2026;20261205;' +
    'before {weekday};after {weekday};by {weekday};until {weekday};since {weekday};by the end of {month};until {month} {ordinal};since last {one};after {clock};before {clock};by {clock} {day};until tomorrow at {clock};not before {month} {ordinal}',
  ';',
);

const ZH_SLOTS: Slots = {
  weekday: list('周一 星期三 礼拜五 周六 星期天 周日'),
  month: list('一月 3月 十月 12月'),
  date: list('3号 十五号 二十二日 30号'),
  number: list('2 三 十 两'),
  year: list('2024年 二〇二七年 2027年'),
  clock: list('3点 三点半 八点一刻 10:30 7点45 18:00 十二点 九点二十分 六点零五分 8点整'),
  part: list('早上 上午 中午 下午 晚上 凌晨 傍晚'),
  day: list('今天 明天 后天 昨天 大后天 前天'),
  glued: list('今晚 明早 昨晚 明晚 今早'),
  shift: list('上 这 下'),
  span: list('过去 未来 最近 接下来'),
  season: list('春天 夏季 秋天 冬天'),
  holiday: list('春节 国庆节 中秋节 元旦 劳动节 端午 圣诞节 清明节 除夕 元宵节'),
  nth: list('第一个 第二个 最后一个 第三个'),
};
const ZH_PHRASES = list(
  '{weekday};这{weekday};本{weekday};下{weekday};下个{weekday};上{weekday};上个{weekday};下下{weekday};{weekday}{part};{weekday}{part}{clock};下{weekday}{clock};{weekday}到周日;{weekday}至星期六;每{weekday};每个{weekday}{part};每{weekday}{part}{clock};{weekday}之前;{weekday}以后;{weekday}前;' +
    '{day};{day}{part};{day}{part}{clock};{day}{clock};{glued};{glued}{clock};{glued}的{clock};{part};{part}{clock};{clock};{clock}钟;{clock}左右;{part}{clock}到11点;{clock}到12点半;{day}上午9点到下午5点;{day}{clock}以前;{day}一整天;{day}这个时候;{day}夜里;{day}{part}的时候;' +
    '{month};{month}{date};{month}{date}{part};{month}{date}{part}{clock};{year}{month};{year}{month}{date};{year};今年{month};明年{month}{date};去年{month};{month}份;{month}初;{month}底;{month}中旬;{month}上旬;{month}下旬;{month}末;{year}底;{year}初;今年年底;明年年初;去年年中;{month}{date}到{month}30号;{month}5号至9号;{month}到12月;{month}的{nth}{weekday};{month}第一周;{month}最后一天;{month}{nth}周末;' +
    '{date};这个月{date};本月{date};下个月{date};下月{date};上个月{date};每月{date};每个月{date}{clock};下个月{nth}{weekday};下个月初;上个月底;这个月中旬;月底;月初;月中;年底;年初;下个月最后一天;本月第一天;' +
    '{number}天后;{number}天前;{number}天之后;{number}天以内;{number}周后;{number}个星期前;{number}个月后;{number}个月前;{number}年后;{number}年前;{number}小时后;{number}个小时前;{number}分钟后;{number}分钟之前;半小时后;半个小时前;一刻钟后;一个半小时后;半年后;半个月前;一年半以后;再过{number}天;过{number}个小时;{number}天内;{number}个小时内;几天前;几个小时后;' +
    '{span}{number}天;{span}{number}个月;{span}{number}周;{span}一年;{span}{number}个小时;{span}几天;前{number}天;后{number}天;这{number}天;近{number}年;' +
    '{shift}周;{shift}个星期;{shift}礼拜;{shift}个月;{shift}周末;{shift}个周末;本周;本月;本季度;上季度;下个季度;今年;明年;去年;前年;后年;大前年;周末;上上周;下下个月;本周末;这周内;今年内;' +
    '第一季度;{year}第三季度;今年四季度;去年二季度;上半年;{year}下半年;明年上半年;今年下半年;' +
    '{season};今年{season};去年{season};明年{season};{year}{season};今{season};' +
    '80年代;九十年代;上世纪80年代;20世纪90年代;21世纪;本世纪初;上个世纪;90年代末;近十年;' +
    '{holiday};今年{holiday};去年{holiday};明年{holiday};{year}{holiday};{holiday}前;{holiday}后;{holiday}期间;{holiday}前一天;{holiday}假期;{holiday}晚上;' +
    '大年初一;大年初三;正月十五;农历八月十五;腊月二十三;农历五月初五;初八;年三十;' +
    '现在;刚才;此刻;目前;当天;第二天;次日;前一天;改天;' +
    '2026-12-05;2026/12/5;12/5;12-05;2026.12.5;20261205;2026年12月5日14时30分;2026-12-05 14:30;26年12月5日;零五年三月;九八年;12月5日(周六);五月四日;十二月二十五;二零二六年十二月五号;' +
    '每天;每天{clock};每天{part};每天{part}{clock};每周;每周二和周四;每月;每年;每年{month}{date};每两周;每隔{number}天;每隔一周;每个工作日{part}{clock};工作日;周一到周五{part}{clock};每小时;每晚{clock};天天;' +
    '截止到{day};截至{month}{date};从{day}开始;从{month}到12月;从周一到周五;自{year}以来;直到{weekday};不晚于{weekday};{day}或者{weekday};{day}和{weekday};{month}{date}或{date}',
  ';',
);

/** Every filling of a template, up to `most`, spread evenly over its fillings. */
function fill(template: string, slots: Slots, most: number): string[] {
  let phrases = [template];
  for (let round = 0; round < 6; round++)
    phrases = phrases.flatMap((phrase) => {
      const slot = /\{(\w+)\}/.exec(phrase);
      return slot === null ? [phrase] : (slots[slot[1] ?? ''] ?? []).map((word) => phrase.replace(slot[0], word));
    });
  if (phrases.length <= most) return phrases;
  return Array.from({ length: most }, (_, index) => phrases[Math.floor((index * phrases.length) / most)] ?? '');
}

export interface Phrase {
  readonly lang: 'zh' | 'en';
  readonly template: string;
  readonly text: string;
}

/** Everyday phrases of time in both languages, made from templates. */
export function phrases(most: number): Phrase[] {
  const of = (lang: Phrase['lang'], templates: readonly string[], slots: Slots) =>
    templates
      .filter((template) => template !== '')
      .flatMap((template) => fill(template, slots, most).map((text) => ({ lang, template, text })));
  return [...of('en', EN_PHRASES, EN_SLOTS), ...of('zh', ZH_PHRASES, ZH_SLOTS)];
}
