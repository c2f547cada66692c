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
  'USD EUR GBP CNY HKD SGD AUD CAD NZD JPY KRW TWD INR CHF SEK NOK DKK THB MYR IDR VND PHP AED SAR BRL MXN ZAR PLN CZK HUF TRY RUB ILS'.split(
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
];

const byWord = new Map<string, string>();
for (const [sign, currency] of SIGNS) byWord.set(sign.toLowerCase(), currency);
for (const code of CODES) byWord.set(code.toLowerCase(), code);
for (const [currency, words] of WORDS) for (const word of words.split(' ')) byWord.set(word, currency);
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
/** A currency right after a number and its scale. 块 and 刀 are other things as well (三块屏): what follows them tells. */
const AFTER = new RegExp(
  `(?:\\s|-(?=[a-z]{4}))?(?:(?:${escaped(latin.filter((word) => word !== 'rs' && word !== 'rs.' && word !== 'rm' && word !== 'rp'))})(?![a-z])|(?:块(?!钱)|刀)(?=$|[^\\p{Script=Han}]|[的一每/左多吧了就能够以起封包卖]|搞定|拿下|成交|出头|[二两三四五六七八九](?:[毛角]|$|[^\\p{Script=Han}]|[的吧了左一]))|蚊(?![子香帐虫])|${escaped(others.filter((word) => word !== '块' && word !== '刀' && word !== '蚊'))}|${YEN})`,
  'iuy',
);

export interface CurrencyMark {
  readonly currency: string;
  readonly start: number;
  readonly end: number;
}

/** The longest word for a currency, and how far it may stand from its number. */
const WIDTH = 10;

export function currencyBefore(text: string, at: number, yen: string): CurrencyMark | null {
  const window = text.slice(Math.max(0, at - WIDTH), at);
  const match = BEFORE.exec(window);
  if (match === null) return null;
  return { currency: currencyOf(match[0].trim(), yen), start: at - match[0].length, end: at };
}

export function currencyAfter(text: string, at: number, yen: string): CurrencyMark | null {
  AFTER.lastIndex = at;
  const match = AFTER.exec(text);
  return match === null
    ? null
    : { currency: currencyOf(match[0].replace(/^[\s-]+/, ''), yen), start: at, end: at + match[0].length };
}

function currencyOf(word: string, yen: string): string {
  return word === YEN ? yen : (byWord.get(word.toLowerCase()) ?? yen);
}
