/** What people call the currencies that deals are told in, the ISO code left out. */
const NAMES: Readonly<Record<string, string>> = {
  CNY: '人民币 块钱 元 块 rmb yuan renminbi ¥',
  USD: '美元 美金 美刀 dollars dollar us$ $',
  EUR: '欧元 欧 euros euro €',
  GBP: '英镑 镑 pounds pound sterling £',
  HKD: '港币 港元 港纸 hk$',
  JPY: '日元 日币 日圆 yen',
  SGD: '新加坡元 新加坡币 新币 坡币 s$ sg$',
  TWD: '新台币 台币 nt$',
  AUD: '澳元 澳币 澳大利亚元 a$ au$',
  CAD: '加元 加币 加拿大元 c$ ca$',
  NZD: '新西兰元 纽币 nz$',
  KRW: '韩元 韩币 won ₩',
  INR: '印度卢比 卢比 rupees rupee ₹',
  CHF: '瑞士法郎 瑞郎 francs',
  MYR: '马来西亚林吉特 林吉特 令吉 马币 ringgit',
  THB: '泰铢 baht ฿',
  VND: '越南盾 dong ₫',
  IDR: '印尼盾 印尼卢比 rupiah',
  PHP: '菲律宾比索 ₱',
  AED: '迪拉姆 dirhams dirham',
  SAR: '沙特里亚尔 riyals riyal',
  RUB: '卢布 rubles roubles ruble ₽',
  BRL: '巴西雷亚尔 雷亚尔 reais r$',
  MXN: '墨西哥比索 mx$',
  ZAR: '兰特 rand',
  TRY: '土耳其里拉 里拉 lira ₺',
  SEK: '瑞典克朗',
  NOK: '挪威克朗',
  DKK: '丹麦克朗',
  PLN: '兹罗提 zloty',
  MOP: '澳门元 澳门币',
};

const codes = new Map<string, string>();
for (const [code, names] of Object.entries(NAMES))
  for (const name of [code.toLowerCase(), ...names.split(' ')]) codes.set(name, code);

/** Any of those words as the source of a pattern (flags `iu`), the longest first; letters stand apart from other letters. */
export const CURRENCY = [...codes.keys()]
  .sort((left, right) => right.length - left.length)
  .map((name) => {
    const escaped = name.replaceAll('$', '\\$');
    return `${/^[a-z]/.test(name) ? '(?<![a-z])' : ''}${escaped}${/[a-z]$/.test(name) ? '(?![a-z])' : ''}`;
  })
  .join('|');

/** The ISO 4217 code of a currency's name, sign or code; null for other words. */
export const currencyCalled = (name: string): string | null => codes.get(name.normalize('NFKC').toLowerCase()) ?? null;
