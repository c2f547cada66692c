import type { Amount } from './amount.ts';

interface Candidate {
  readonly first: Amount;
  readonly last: Amount;
  readonly start: number;
  readonly end: number;
  readonly currency: string | null;
}

/** What follows a number that counts or measures things: 20万台, 9000台, 两千平, 200万像素, 10k users. */
const COUNTED_ZH =
  /\s?(?:[多余几来好]+)?\s?\+?(?:[台个人件套次家吨米条份名只张部辆座位户箱字股亩度岁步粒片瓶根支页层栋间票单克斤升桶]|平|公里|千米|用户|粉丝|像素|千瓦|瓦|毫|厘|公斤|小时|分钟|天|年(?![底初内末中前后])|月(?![底初内末中前后])|日|号|点|周|倍|折|%|％|行|条|期|级|所|门|路|线|版|代|楼|室|人次|客户|设备|伏|赫|兆|英寸|寸|后|前$|分感|分抱|分火|分重|火急)/y;
/** Units that a price is given by come after it with a slash or 每: 500元/台. Money words may stand where a counter would. */
const COUNTED_EN =
  /[ -]?(?:users?|seats?|units?|people|ppl|employees|staff|sites?|stores?|locations?|sq(?:m|ft)?\b|km|kms|miles?|meters?|metres?|tons?|tonnes|kg|kw|mw|watts?|views|followers|rows|records|lines|words|steps|hours?|hrs?|days?|weeks?|months?|years?|yrs?|mins?|minutes|seconds|times|x\b|%|percent|pct|run\b|race|resolution|screen|tv|monitor|video|customers|clients|contacts|leads|calls|emails|visits|licen[cs]es|devices|machines|cars|trucks|pieces|pcs|boxes|pallets|orders|downloads|impressions|clicks|degrees|points?|bps|mah|rpm|px|gb|tb|mb|th\b|st\b|nd\b|rd\b|am\b|pm\b|(?:other |more |new |different )[a-z]+s\b)/iy;
const PRICE_ZH =
  /(?:报价?了?|合计|共计|总计|总共|一共|总数|总额|(?<=[\s,，])总|价格?|价位|金额|预算|合同额|总额|总价|单价|底价|成交|标价|优惠到|还价?到?|让到|降到|降价到|涨到|压到|砍到|谈到|费用?|收费|定金|订金|首付|尾款|回款|付款?了?|到账|款项?|卖|花了?|成本|营收|值|改成|改为|调到)(?:大概|大约|约|是|为|在|到|了|的|:|：|差不多|最低|一共|总共|出到|给到|\s){0,4}$/;
const PRICE_EN =
  /(?:quot(?:e|ed|ing)|pric(?:e|ed|ing)|value|valued|amount|budget|offer(?:ed)?|cost(?:s)?|worth|deal|total|paid|pay(?:ing)?|fee|deposit|invoice|revenue|countered|counter|asking|(?:settled|closed|agreed|landed|signed|sold) (?:at|for|on)|comes? to|came to|order|contract|tcv|acv|arr|mrr|ballpark|(?:picked|chose|went with) us|won)(?:'s)?(?: (?:is|was|at|of|for|now|to|about|around|roughly|approx|them|him|her|us|a|the|it|be|came|in|size))*(?: ?[:=~!.,])? ?$/i;
/** 月费299: what is paid in small sums, of which no 万 has been left out. */
const SMALL_PRICE =
  /(?:月费|月租|提成|佣金|日薪|时薪|每个?月|每年|每天|每台|每套|每位|会费|学费|运费|邮费|房租|租金|押金|工资|月薪|话费|电费|水费|车费|票价|罚款|奖金|红包|每人|人均|单价)(?:大概|大约|约|是|为|要|了|:|：|才|只要|\s){0,3}$/;
const IDENTIFIER_BEFORE = /[A-Za-z0-9_#@.]$|[A-Za-z]-$/;
const CLOCK_OR_DATE =
  /\s?(?:年(?![底初内末])|月(?![底初内末])|日|号|点|时|:\d|\/\d|周|季|am\b|pm\b|th\b|st\b|nd\b|rd\b)/iy;
/** 粉丝10w: what stands before is what is counted. */
const COUNT_BEFORE =
  /(?:\b(?:thanks|one in|(?:feel|look)s? like) |\b(?:ran|run|running|walked|cycled|jogged|swam)\b|粉丝|容量|功率|电压|用户|阅读|播放|销量|访问量|人数|日活|月活|会员|面积|里程|步数|跑了个?|跑过|比例尺?\s?[:：]?|\d[:：])[量数]?(?: an?| my| the)?(?:有|达|到|约|大概|超|过|是|\s)*$/;
/** 几十万, 数百万: no figure is told. */
const VAGUE_BEFORE = /[几数]$/;
/** 两百五能卖吗, 三千五一台. */
const SOLD_BEHIND =
  /(?:一(?:台|个(?!人|半)|套|件|次|张|斤|公斤|吨|箱|年|个?月|天|晚|平|米|瓶|盒|本|间|小时|节|单|条|根|只|辆|度)|块?钱)|\s?(?:能?卖吗?|拿下|成交|包邮|一口价|能不能卖|行不行卖)/y;
/** two grand pianos */
const GRAND =
  / (?:pianos?|prix|slams?|juries|jury|finals?|tours?|hotels?|openings?|mothers?|fathers?|masters?|children|parents)(?![a-z])/iy;
const POWER = /\s?的?(?:充|电|功率|灯|瓦|快充|电源|音箱|公里|大灯|灯泡)/y;

/** 最多18, down to 55: after these a bare figure is a price, where a sum with a scale stands by. */
const LIMIT_BEFORE =
  /(?:最多|最少|最低|至少|顶多|起码|只肯给?|只给|只出|想要|非要|还到?|砍到|压到|降到|谈到|给到|出到|改成|改为|不是|是|说|to|at|for|do|offered|not|it's|just|only)\s?$/i;
/** What may follow a figure whose scale was left out: the end of what is said, not a thing that it counts. */
const FIGURE_END =
  /\s?(?:$|[，。,;；!！?？、)）\n]|\.(?!\d)|了|吧|左右|就|才|都|成交|but\b|and\b|instead\b|so\b|now\b)/iy;

/** Whether a small bare figure may be a price in the scale of a sum near by: 报价65万, 还到58. */
export function mayBorrowScale(text: string, { first, last, start, end, currency }: Candidate): boolean {
  if (currency !== null || last !== first || first.scale !== '' || !(first.value > 0 && first.value < 10_000))
    return false;
  if (IDENTIFIER_BEFORE.test(text.slice(Math.max(0, start - 2), start))) return false;
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    matches(FIGURE_END, text, end) && (LIMIT_BEFORE.test(before) || PRICE_ZH.test(before) || PRICE_EN.test(before))
  );
}

/** Pounds that somebody or something weighs. */
const WEIGHED =
  /(?:weigh(?:s|ed|ing)?|lift(?:s|ed|ing)?|lost|gained|heav(?:y|ier)|weight of|drop(?:ped)?)\W+(?:\w+\W+){0,2}$/i;

export function isWeight(text: string, start: number, end: number): boolean {
  return (
    /pounds?$/i.test(text.slice(Math.max(start, end - 6), end)) &&
    (WEIGHED.test(text.slice(Math.max(0, start - 30), start)) ||
      matches(/ (?:of (?!the)|heav|overweight|lighter)/iy, text, end))
  );
}

/** 友商4500,我们4800: a bare figure that a side stands at, and nothing behind it that it could count. */
const SIDE_BEFORE =
  /(?:^|[,，。;；\s])(?:但|而|那)?(?:是)?(?:我们|咱们|我方|我这边|友商|对手|竞品|他们|对方)(?:家|这边|那边)?(?:是|要|出)?$/;

/** 付款改成3331: instalments in tenths of the whole, no price. */
const TERMS_BEFORE = /(?:付款|回款|款项|账期|分期|比例|条款|方式|改成|改为|按)[^,，。\d]{0,6}$/;
const PRICE_NAMED = /(?:金额|价|费|额|款项是)[^,，。]{0,6}$/;

function areInstalments(written: string, before: string): boolean {
  if (!/^[1-9]{3,5}$/.test(written) || !TERMS_BEFORE.test(before) || PRICE_NAMED.test(before)) return false;
  return [...written].reduce((sum, digit) => sum + Number(digit), 0) === 10;
}

/** ₹12.5L, 7.2L rupees: an L is a lakh where rupees are spoken of, else a litre. */
const RUPEES = /₹|(?<![a-z])(?:rupees?|inr|rs\.?|lakhs?|crores?)(?![a-z])/i;

/** 报价-5万, at -5k, -$5k: less than nothing is no price. A dash behind a figure is a range's, one before a blank a list's. */
const MINUS_BEFORE = /(?:(?<![\d万亿千百元块kmw%$€£¥₹)\]-])[-−]|负|\bminus )$/iu;

/** How sure it is that a number is a sum of money: 0 for none, up to 1 where a currency stands by it. */
export function isSum(text: string, { first, last, start, end, currency }: Candidate): number {
  if (Number.isNaN(last.value) || Number.isNaN(first.value) || last.value <= 0) return 0;
  if ([start, first.start].some((at) => MINUS_BEFORE.test(text.slice(Math.max(0, at - 6), at)))) return 0;
  if (last.scale === 'l') return currency === 'INR' ? 1 : currency === null && RUPEES.test(text) ? 0.9 : 0;
  if (currency === null && IDENTIFIER_BEFORE.test(text.slice(Math.max(0, start - 2), start))) return 0;
  if (/\d[-/]$/.test(text.slice(Math.max(0, start - 2), start))) return 0;
  if ((last.scale === '' ? /^[-/ ]?\d/ : /^[-/]?\d/).test(text.slice(end, end + 2)) && currency === null) return 0;
  if (currency !== null) return last.end < end || first.start > start || !matches(COUNTED_ZH, text, last.end) ? 1 : 0.9;
  const counted = matches(COUNTED_ZH, text, end) || matches(COUNTED_EN, text, end) || matches(CLOCK_OR_DATE, text, end);
  const before = text.slice(Math.max(0, start - 24), start);
  if (counted || COUNT_BEFORE.test(before) || (first.chinese && VAGUE_BEFORE.test(before))) return 0;
  if (areInstalments(text.slice(start, end), before)) return 0;
  const chinese = PRICE_ZH.test(before) || (SIDE_BEFORE.test(before) && matches(FIGURE_END, text, end));
  const priced = chinese || matches(SOLD_BEHIND, text, end) || PRICE_EN.test(before);
  const least = SMALL_PRICE.test(before) ? 1 : chinese ? 1000 : 100;
  return last.scale === ''
    ? bareSum(last, priced || least === 1, least)
    : scaledSum(text, last, end, priced || least === 1);
}

/** A bare figure after a price; of a small one in Chinese the 万 has been left out (报价80), and it is not guessed. */
function bareSum({ value, grouped }: Amount, priced: boolean, least: number): number {
  if (!priced || value < least || value > 1e10) return 0;
  return grouped ? 0.8 : 0.6;
}

function scaledSum(text: string, { scale, value, start, end: ownEnd }: Amount, end: number, priced: boolean): number {
  if (priced) return 1;
  const spoken = text.slice(start, ownEnd);
  switch (scale) {
    case '百':
    case '千':
    case 'hundred':
      return 0;
    case 'thousand':
      // A hundred and thirty thousand, and nothing that it could count.
      return /^[a-z]/i.test(spoken) && value >= 10_000 && matches(FIGURE_END, text, end) ? 0.7 : 0;
    case 'grand':
      return matches(GRAND, text, end) ? 0 : 0.9;
    case 'w':
      return matches(POWER, text, end) ? 0 : 0.9;
    case 'k':
      return /^401 ?k$/i.test(spoken) ||
        (/^[482] ?k$/i.test(spoken) && value !== 2000 && !isSetOff(text, end - spoken.length, end))
        ? 0
        : pluralFollows(text, end)
          ? 0
          : 0.9;
    case 'm':
    case 'b':
      return /^\d+(?:\.\d+)?M$/.test(spoken) &&
        spoken !== '3M' &&
        !pluralFollows(text, end) &&
        !/^\s?\p{Script=Han}/u.test(text.slice(end, end + 2))
        ? 0.8
        : 0;
    case 'million':
    case 'billion':
    case 'trillion':
      return pluralFollows(text, end) ? 0 : 0.9;
    default:
      return 0.9;
  }
}

/** Closed lost, 8k: set off by a comma or held to by its word, and nothing behind it; 4k alone is a screen. */
function isSetOff(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  return matches(FIGURE_END, text, end) && /(?:[,:;–—-]|(?<![a-z])(?:for|at|worth|to|do|now)) ?$/i.test(before);
}

const PLURAL =
  / (?:[a-z]+ )?(?!(?:is|as|was|has|this|its|his|plus|deals?|yes|us|less|terms|across|his|dollars|bucks)\b)[a-z]{3,}s\b/iy;

/** A plural noun after the number is what it counts. */
function pluralFollows(text: string, at: number): boolean {
  return (
    matches(PLURAL, text, at) &&
    !matches(
      / (?:for|in|on|at|with|from|per|and|or|but|to|by|he|she|we|they|i|it|if|after|before|over|deal|of|vs|not|no|then|so|the|a|an|is|was|all|both)\b/iy,
      text,
      at,
    )
  );
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
