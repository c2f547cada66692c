import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import type { ToldDeal } from '../../../crm/deal/tell-deal.ts';

const COUNTRIES: Record<string, CountryCode> = {
  CNY: 'CN',
  HKD: 'HK',
  TWD: 'TW',
  USD: 'US',
  GBP: 'GB',
  JPY: 'JP',
  SGD: 'SG',
  AUD: 'AU',
  CAD: 'CA',
  INR: 'IN',
};

/** A phone number as E.164; numbers without a country code are of the country of the team's currency. Of several, the first. */
export function readPhone(cell: string, currency: string): string | null {
  // 13800010001.0 is a number that a program wrote as a decimal.
  const text = cell
    .normalize('NFKC')
    .trim()
    .replace(/^(\d{7,15})\.0$/, '$1');
  if (!/^[+(\d][\d\s()+./;,、-]{4,60}(?:(?:转|ext\.?|x|#)\s*\d{1,6})?$/i.test(text)) return null;
  for (const part of [text, ...text.split(/[/;,、]/)]) {
    const phone = parsePhoneNumberFromString(part.replace(/(?:转|ext\.?|x|#).*$/i, ''), COUNTRIES[currency]);
    if (phone?.isValid()) return phone.number;
  }
  return null;
}

export const readEmail = (cell: string): string | null =>
  /^[^\s@<>"',;]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u.exec(cell.normalize('NFKC').trim())?.[0] ?? null;

const UNITS: Record<string, number> = {
  '': 1,
  元: 1,
  块: 1,
  千: 1e3,
  k: 1e3,
  万: 1e4,
  w: 1e4,
  百万: 1e6,
  m: 1e6,
  million: 1e6,
  千万: 1e7,
  亿: 1e8,
};
const SIGNS: [RegExp, string][] = [
  [/HK\$|港[币元]|HKD/i, 'HKD'],
  [/NT\$|台币|TWD/i, 'TWD'],
  [/\bS\$|新[币元]|SGD/i, 'SGD'],
  [/\bA\$|澳[币元]|AUD/i, 'AUD'],
  [/\bCA?\$|加元|CAD/i, 'CAD'],
  [/US\$|美[元金]|USD/i, 'USD'],
  [/€|欧元?|EUR/i, 'EUR'],
  [/£|英镑|GBP/i, 'GBP'],
  [/日[元圆]|JPY/i, 'JPY'],
  [/人民币|RMB|CNY/i, 'CNY'],
  [/₹|INR/i, 'INR'],
];
const DOLLARS = ['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD'];

/** The currency that words name; a bare $ or ¥ is the team's own where the team's currency is written so. Null: none. */
export function readCurrency(cell: string, own: string): string | null {
  const text = cell.normalize('NFKC').trim();
  for (const [sign, currency] of SIGNS) if (sign.test(text)) return currency;
  if (text.includes('$')) return DOLLARS.includes(own) ? own : 'USD';
  if (text.includes('¥')) return own === 'JPY' ? 'JPY' : 'CNY';
  return null;
}

/** A sum in currency units, never guessed: null for a range, a negative one, or digits whose grouping is unclear. */
export function readAmount(cell: string, own: string, times = 1): { amount: number; currency: string | null } | null {
  const text = cell.normalize('NFKC').replace(/\s+/g, '');
  const currency = readCurrency(text, own);
  let bare = text.replace(/[$¥€£₹]/g, '');
  for (const [sign] of SIGNS) bare = bare.replace(sign, '');
  bare = bare.replace(/^(?:US|HK|NT|CA|[SAC])(?=\d)/i, '');
  const [, digits = '', unit = ''] = /^([\d.,]+)(百万|千万|million|[元块千万亿kwm])?(?:元|块)?整?$/i.exec(bare) ?? [];
  const value = numberOf(digits);
  const by = UNITS[unit.toLowerCase()];
  if (value === null || by === undefined) return null;
  // 1.234 is a thousand or one and a bit.
  if (unit === '' && times === 1 && /^[1-9]\d{0,2}\.\d{3}$/.test(digits)) return null;
  const amount = Number((value * (unit === '' ? times : by)).toPrecision(15));
  return amount <= 1e12 ? { amount, currency } : null;
}

function numberOf(digits: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(digits)) return Number(digits);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return Number(digits.replaceAll(',', ''));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return Number(digits.replaceAll('.', ''));
  // 1.200,50: the comma after the last group can only be the decimal sign.
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(digits) || /^\d+,\d{2}$/.test(digits))
    return Number(digits.replaceAll('.', '').replace(',', '.'));
  return null;
}

type ToldStage = NonNullable<ToldDeal['stage']>;

const STAGES: [RegExp, ToldStage][] = [
  [/输单|丢单|失败|战败|流失|失单|无效|\b(?:lost|dead|disqualified|abandoned)/i, 'lost'],
  [/赢单|成单|成交|签约|已签|签单|下单|中标|回款|\b(?:won|signed)\b/i, 'won'],
  [/谈判|议价|合同|商务|\b(?:negotiat|contract)/i, 'negotiation'],
  [/方案|报价|投标|招标|\b(?:proposal|quot|bid|tender)/i, 'proposal'],
  [
    /需求|调研|演示|试用|立项|评估|决策|\b(?:demo|presentation|needs|discovery|qualif|evaluat|value prop|decision maker|.* analysis)/i,
    'needs',
  ],
  [
    /线索|商机|初步|接触|意向|联系|跟进|潜在|新建|\b(?:lead|opportunit|prospect|contact(?:ed| made)|appointment|new\b|initial)/i,
    'contacted',
  ],
];
/** 未成交 and 待签约 are not what they end with. */
const NOT_YET = /^(?:[未不没非待拟暂]|无(?!效)|not\b|no\b|pre[-\s]|un)/i;
/** 预计成交, 已报价待签约, to be signed, won't buy: that it is over is not said. */
const NOT_OVER =
  /待|即将|准备|预[计期测]|尚未|还[未没]|可能|概率|风险|预警|挽回|n['’]t\b|\b(?:to be|not yet|never|about to|almost|nearly|pending|await|waiting|expect|likely|may|might|at risk)/i;

/** The stage that a company's own word for it means; null where none is known. */
export function readStage(cell: string): ToldStage | null {
  const text = cell.normalize('NFKC').trim();
  if (text === '' || text.length > 30 || NOT_YET.test(text)) return null;
  const stage = STAGES.find(([word]) => word.test(text))?.[1] ?? null;
  return (stage === 'won' || stage === 'lost') && NOT_OVER.test(text) ? null : stage;
}
