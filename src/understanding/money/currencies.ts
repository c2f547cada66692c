/** Signs and codes before a number, the longest first. */
const SIGNS: readonly (readonly [string, string])[] = [
  ['US$', 'USD'],
  ['USD$', 'USD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['S$', 'SGD'],
  ['SG$', 'SGD'],
  ['HK$', 'HKD'],
  ['NT$', 'TWD'],
  ['C$', 'CAD'],
  ['CA$', 'CAD'],
  ['NZ$', 'NZD'],
  ['MX$', 'MXN'],
  ['R$', 'BRL'],
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['₺', 'TRY'],
  ['₪', 'ILS'],
];
const CODES =
  'USD EUR GBP CNY HKD SGD AUD CAD NZD JPY KRW TWD INR CHF SEK NOK DKK THB MYR IDR VND PHP AED SAR BRL MXN ZAR PLN CZK HUF TRY RUB ILS KWD QAR BHD OMR EGP NGN KES PKR BDT LKR ARS CLP COP PEN UAH RON MOP KZT MNT MMK KHR'.split(
    ' ',
  );
/** Words for a currency, in Chinese and English. */
const WORDS: readonly (readonly [string, string])[] = [
  ['CNY', '人民币 元人民币 元 圆 块钱 块 rmb yuan renminbi 软妹币'],
  ['USD', '美金 美元 美刀 刀 dollars dollar bucks'],
  ['EUR', '欧元 欧 euros euro'],
  ['GBP', '英镑 镑 pounds pound quid sterling'],
  ['HKD', '港币 港元 港纸 港幣'],
  ['SGD', '新币 新元 坡币 新加坡元 新加坡币'],
  ['AUD', '澳元 澳币 澳刀'],
  ['CAD', '加元 加币 加拿大元'],
  ['NZD', '纽币 新西兰元'],
  ['JPY', '日元 日币 円 yen'],
  ['KRW', '韩元 韩币 won'],
  ['TWD', '台币 新台币 台币元'],
  ['INR', '卢比 印度卢比 rupees rupee'],
  ['CHF', '瑞郎 瑞士法郎 francs'],
  ['MYR', '马币 令吉 ringgit'],
  ['THB', '泰铢 baht'],
  ['AED', '迪拉姆 dirhams'],
  ['RUB', '卢布 rubles roubles ruble'],
  ['VND', '越南盾'],
  ['IDR', '印尼盾 rupiah'],
  ['MOP', '澳门元 澳门币 葡币'],
  ['PHP', '菲律宾比索'],
  ['ZAR', '兰特 rand'],
  ['TRY', '里拉 lira liras'],
];
/** hong kong dollars: an amount is as often told in the name of the country. */
const NATIONAL: readonly (readonly [string, string])[] = [
  ['USD', 'us|u.s.|american dollars|dollar'],
  ['HKD', 'hong kong|hk dollars|dollar'],
  ['SGD', 'singapore|singaporean|sing dollars|dollar'],
  ['AUD', 'australian|aussie dollars|dollar'],
  ['CAD', 'canadian dollars|dollar'],
  ['NZD', 'new zealand|kiwi dollars|dollar'],
  ['TWD', 'taiwan|taiwanese|new taiwan dollars|dollar'],
  ['CHF', 'swiss francs|franc'],
  ['GBP', 'british|uk pounds|pound'],
  ['GBP', 'pounds sterling'],
  ['EGP', 'egyptian pounds|pound'],
  ['CNY', 'chinese yuan|renminbi'],
  ['JPY', 'japanese yen'],
  ['KRW', 'korean|south korean won'],
  ['INR', 'indian rupees|rupee'],
  ['PKR', 'pakistani|pakistan rupees|rupee'],
  ['SEK', 'swedish kronor|krona|crowns'],
  ['NOK', 'norwegian kroner|krone|crowns'],
  ['DKK', 'danish kroner|krone|crowns'],
  ['MXN', 'mexican pesos|peso'],
  ['PHP', 'philippine pesos|peso'],
  ['BRL', 'brazilian reais|reals|real'],
  ['AED', 'uae|emirati dirhams|dirham'],
  ['SAR', 'saudi riyals|riyal'],
  ['KWD', 'kuwaiti dinars|dinar'],
];

const byWord = new Map<string, string>();
for (const [sign, currency] of SIGNS) byWord.set(sign.toLowerCase(), currency);
for (const code of CODES) byWord.set(code.toLowerCase(), code);
for (const [currency, words] of WORDS) for (const word of words.split(' ')) byWord.set(word, currency);
for (const [currency, names] of NATIONAL) {
  const last = names.lastIndexOf(' ');
  for (const country of names.slice(0, last).split('|'))
    for (const unit of names.slice(last + 1).split('|')) byWord.set(`${country} ${unit}`, currency);
}
byWord.set('蚊', 'HKD');
byWord.set('rs', 'INR');
byWord.set('rs.', 'INR');
byWord.set('rm', 'MYR');
byWord.set('rp', 'IDR');

const escaped = (words: Iterable<string>) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.$]/g, '\\$&'))
    .join('|');
const latin = [...byWord.keys()].filter((word) => /^[a-z]/.test(word) && !word.endsWith('$'));
const others = [...byWord.keys()].filter((word) => !latin.includes(word));
const YEN = '¥';

/** A currency right before a number. */
const BEFORE = new RegExp(
  `(?:(?<![a-z])(?:${escaped(latin.filter((word) => word !== 'won' && word !== 'rm' && word !== 'rp'))})|(?<![a-z])(?:RM|Rp)|${escaped(others.filter((word) => !/^(?:元|圆|块|块钱|刀|欧|镑|円|蚊)$/.test(word)))}|${YEN})\\s?$`,
  'i',
);
/** 三元锂, 二元方程, 三元桥: made of so many, no price. */
const NOT_OF_KIND =
  '(?!元(?:[一二三]次|方程|函数|论|锂|材料|前驱|正极|电池|催化|乙丙|结构|对立|悖论|桥|里(?!面)|合金|共聚|化合))';
/** A currency right after a number and its scale. 块 and 刀 are other things as well (三块屏): what follows them tells. */
const AFTER = new RegExp(
  `(?:\\s|-(?=[a-z]{4}))?(?:(?:${escaped(latin.filter((word) => word !== 'rs' && word !== 'rs.' && word !== 'rm' && word !== 'rp'))})(?![a-z])|(?:块(?!钱)|刀)(?=$|[^\\p{Script=Han}]|[的一每/左多吧了就能够以起封包卖]|搞定|拿下|成交|出头|零?[一二两三四五六七八九](?:[毛角]|$|[^\\p{Script=Han}]|[的吧了左一包起就能卖]))|蚊(?![子香帐虫])|${NOT_OF_KIND}(?:${escaped(others.filter((word) => word !== '块' && word !== '刀' && word !== '蚊'))})|${YEN})`,
  'iuy',
);

export interface CurrencyMark {
  readonly currency: string;
  readonly start: number;
  readonly end: number;
}

/** The longest word for a currency, and how far it may stand from its number. */
const WIDTH = 18;

export function currencyBefore(text: string, at: number, yen: string): CurrencyMark | null {
  const window = text.slice(Math.max(0, at - WIDTH), at);
  const match = BEFORE.exec(window);
  if (match === null || isWord(match[0])) return null;
  return { currency: currencyOf(match[0].trim(), yen), start: at - match[0].length, end: at };
}

export function currencyAfter(text: string, at: number, yen: string): CurrencyMark | null {
  AFTER.lastIndex = at;
  const match = AFTER.exec(text);
  return match === null || isWord(match[0])
    ? null
    : { currency: currencyOf(match[0].replace(/^[\s-]+/, ''), yen), start: at, end: at + match[0].length };
}

/** Codes that are words or names as well unless they stand in capitals: try 500, Ron 80k. */
function isWord(written: string): boolean {
  return /^[\s-]?(?:try|cop|pen|ron|mop)\s?$/i.test(written) && written !== written.toUpperCase();
}

function currencyOf(word: string, yen: string): string {
  return word === YEN ? yen : (byWord.get(word.toLowerCase()) ?? yen);
}
