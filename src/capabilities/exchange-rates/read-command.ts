import { NUMBER_WORDS } from '../../calendar/number-words.ts';
import { CURRENCY, currencyCalled } from '../currency-words.ts';

/** One side of a rate: a decimal as told, and an ISO 4217 code; null: not named. */
export interface Told {
  of: string;
  currency: string | null;
  makes: string;
  into: string | null;
  /** Which of them is the one unit is not said (美元兑人民币7.2). */
  paired?: true;
}

/** What is said of rates and of the company's currency. `firm`: it can be nothing else; 美元按7.2算 may be a customer's wish. */
export type RatesCommand =
  | { ask: 'show' }
  | { ask: 'set'; told: Told[]; firm: boolean }
  | { ask: 'remove'; currency: string }
  | { ask: 'own'; currency: string };

const LINK_SIGNS = '[=≈:/→@-]+>?';
const LINK = '兑换?|对|换(?!算)成?|折合|合|等于|相当于|约|是|为|按照?|equals?|to|is|at|into|in|for|against|vs';
const RATE = '汇率|汇价|牌价|(?:exchange|fx|conversion)[- ]?rates?|rates?';
const FIGURE_ASKED = /多少|几|^how|^what/iu;
const ASKS =
  '多少|几|什么|啥|哪些|怎么算?|如何|看一?[看下]?|查一?[看下]?|有哪些|whats|what|which|how much|how many|show|list|are|do|does|did|have|got|s';
const DROPS = '取消|删掉|删除|去掉|不用|别用|不要|remove|delete|drop|clear|forget|stop using|no more';
const ASIDE =
  "不对|不是|错了|应该|把|将|请|公司|我们|咱们?|大家|统一|的|改成|改为|改到|改|设为|设成|设置?|定为|定|调到|调成|调整?|更新|现在|目前|当前|以后|今后|今天|新|都|就|来|用|以|折算|换算|计算|结算|算|计|吧|了|呢|吗|一下|value|set|change|update|make|use|using|count|convert|treat|put|the|our|a|an|now|currently|current|today|as|of|we|us|one|please|me|with|by|'s";
const DECIMAL = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?';
const HAN = '[零一二两三四五六七八九十]';
const TOKENS = new RegExp(
  [
    `(?<figure>\\d+块\\d+|(?:${DECIMAL})(?![\\d万亿千百wk%])|${HAN}+[点块]${HAN}+|一百|${HAN}(?=(?:${CURRENCY})))`,
    `(?<rate>(?:${RATE})(?![a-z]))`,
    `(?<drops>(?:${DROPS})(?![a-z]))`,
    `(?<link>${LINK_SIGNS}|(?:${LINK})(?![a-z]))`,
    `(?<aside>(?:${ASIDE})(?![a-z]))`,
    `(?<asks>(?:${ASKS})(?![a-z])|[??])`,
    `(?<currency>${CURRENCY})`,
    `(?<gap>[\\s,。.!'’"「」()]+)`,
  ].join('|'),
  'iuy',
);

const LISTED_ONE = `(?:${CURRENCY})\\s*的?(?:${RATE})?\\s*[:=]?\\s*(?:${DECIMAL})`;
const LISTED = new RegExp(`(?:${LISTED_ONE}\\s+)+${LISTED_ONE}$`, 'iu');
/** 1 EUR = 7,8: a comma before the last one or two digits can only be the point. */
const COMMA_POINT = new RegExp(`(?<![\\d.,])(\\d{1,3}),(\\d{1,2}(?:\\s*(?:${CURRENCY}))?)$`, 'iu');
/** 汇率谁设, 汇率没了怎么办, who sets the rates: a question, whatever else is in it. */
const ABOUT =
  /^(?:我们|公司)?(?:现在)?的?.{0,6}汇率.{0,6}(?:怎么.{0,3}|谁.{0,4}|在?哪里?.{0,3}|[吗呢]|还?没有?(?:设|定)[吧吗呢了]?)$|^(?:who|how do i|how do we|how can i|how to|where do i|can i) (?:sets?|changes?|updates?|edits?|fix) (?:the |our |an? )?(?:exchange |fx )?rates?$/iu;

type Kind = 'figure' | 'rate' | 'drops' | 'link' | 'aside' | 'asks' | 'currency' | 'gap';
interface Token {
  kind: Kind;
  text: string;
}

/** The words of a message where it has none but such; null for any other message. */
function tokensOf(said: string): Token[] | null {
  const tokens: Token[] = [];
  TOKENS.lastIndex = 0;
  while (TOKENS.lastIndex < said.length) {
    const [kind, text] = Object.entries(TOKENS.exec(said)?.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    if (kind === undefined || text === undefined) return null;
    tokens.push({ kind: kind as Kind, text });
  }
  return tokens;
}

const OWN: readonly RegExp[] = [
  `^(?:请)?(?:把|将)?(?:(?:公司|团队|我们|咱们?)的?)*(?:本位币|(?:记账|默认|公司|团队|结算)的?(?:币种?|货币))(?:统一)?(?:改成|改为|换成|换为|设为|设成|设置为|定为|改用|改|用|是|为|[=::])?\\s*(${CURRENCY})(?:吧|了)?$`,
  `^(?:please )?(?:(?:set|change|switch|make) )?(?:the |our )?(?:team|company|base|house|default|home|reporting)(?:['’]s)? currency (?:to |is |as |= ?|: ?)?(${CURRENCY})$`,
  `^our currency is (?:the )?(${CURRENCY})$`,
].map((form) => new RegExp(form, 'iu'));
const OWN_ASKED =
  /^(?:(?:公司|团队|我们|咱们?|现在)的?)*(?:用的?)?(?:是)?(?:什么|哪种|啥)?(?:本位币|(?:记账|默认|公司|团队|结算)的?(?:币种?|货币))(?:是|用)?(?:什么|哪种|啥|哪个)?$|^what currency (?:do|are) we (?:use|using|report(?:ing)? in|work(?:ing)? in|count(?:ing)? in)$|^(?:what(?:['’]s| is) )?(?:the |our )(?:team |company |base |default |reporting )?currency$/iu;

/**
 * What these words, whole, say of rates (1美元=7.2, 美元按7.2算, USD rate 7.2, 现在汇率多少) or of the company's currency; null
 * for any others. `goesOn`: they follow an answer about rates, so that 港币0.92 is one too.
 */
export function readRatesCommand(text: string, goesOn = false): RatesCommand | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!]+$/u, '');
  if (said.length > 200) return null;
  const own = OWN.map((form) => form.exec(said)?.[1]).find(Boolean);
  if (own !== undefined) return { ask: 'own', currency: currencyCalled(own) ?? '' };
  const bare = said.replace(/[??]+$/u, '');
  if (OWN_ASKED.test(bare) || ABOUT.test(bare)) return { ask: 'show' };
  const parts = partsOf(said);
  const named = parts.some((part) => new RegExp(RATE, 'iu').test(part));
  const read = parts.map((part) => readPart(part, { named, goesOn }));
  const [first] = read;
  if (first == null || read.length === 1) return first ?? null;
  const set = read.flatMap((one) => (one?.ask === 'set' ? [one] : []));
  // 汇率:1美元=7.2,1欧元=7.8 may begin with the word alone.
  const rest = first.ask === 'show' ? read.length - 1 : read.length;
  if (set.length < rest) return null;
  return { ask: 'set', told: set.flatMap(({ told }) => told), firm: set.every(({ firm }) => firm) };
}

/** 1美元=7.2,1欧元=7.8 or 汇率 美元7.2 欧元7.8: a rate each. */
const partsOf = (said: string): string[] =>
  said
    .replace(COMMA_POINT, '$1.$2')
    .replace(LISTED, (list) => list.replace(/(?<=\d)\s+/gu, ';'))
    .split(/[;;、\n]+|[,,](?!\d{3}(?!\d))|和|\s(?:and|&)\s/u)
    .filter((part) => part.trim() !== '');

function readPart(part: string, about: { named: boolean; goesOn: boolean }): RatesCommand | null {
  const tokens = tokensOf(part);
  if (tokens === null) return null;
  const of = (kind: Kind) => tokens.filter((token) => token.kind === kind).map(({ text }) => text);
  const [figures, currencies, links] = [of('figure').map(decimalOf), of('currency').map(currencyCalled), of('link')];
  const named = of('rate').length > 0;
  if (figures.includes(null)) return null;
  if (of('drops').length > 0)
    return named && figures.length === 0 && currencies.length === 1 && currencies[0] != null
      ? { ask: 'remove', currency: currencies[0] }
      : null;
  const asks = of('asks');
  if (asks.length > 0 || figures.length === 0) {
    const compares = links.length > 0 && asks.some((word) => FIGURE_ASKED.test(word));
    const how = asks.some((word) => /^怎么算?$/u.test(word));
    return named || (currencies.length > 0 && (compares || how)) ? { ask: 'show' } : null;
  }
  const shape = tokens
    .flatMap(({ kind }) => (kind === 'figure' ? 'N' : kind === 'currency' ? 'C' : kind === 'link' ? 'L' : []))
    .join('');
  const told = toldBy(shape, figures as string[], currencies);
  if (told === null) return null;
  const strong = links.some((link) => /^(?:[=≈→/]|兑|换|折合|等于|相当于|equal)/iu.test(link));
  const whole = /^NCL?NC$/.test(shape);
  if (named || strong || whole) return { ask: 'set', told: [told], firm: true };
  const wished = links.length > 0 && /按|\b(?:at|for)\b/iu.test(links.join(' '));
  if (wished) return { ask: 'set', told: [told], firm: false };
  // Where it is about rates, a currency and a figure are one; 500 euros may be something else.
  const isOne = told.currency !== null && (about.named || (about.goesOn && told.makes.includes('.')));
  return isOne ? { ask: 'set', told: [told], firm: about.named } : null;
}

/** The two sides, by the order of figures (N), currencies (C) and what links them (L). */
function toldBy(shape: string, figures: string[], currencies: (string | null)[]): Told | null {
  const [first = '', second = first] = figures;
  const [one = null, other = null] = currencies;
  switch (shape.replaceAll('L', '')) {
    case 'NCNC':
    case 'NCCN':
      return { of: first, currency: one, makes: second, into: other };
    case 'CNCN':
      return /^CNL+CN$/.test(shape) ? { of: first, currency: one, makes: second, into: other } : null;
    case 'NCN':
    case 'CNN':
      return { of: first, currency: one, makes: second, into: null };
    case 'CN':
      return { of: '1', currency: one, makes: first, into: null };
    case 'CNC':
      return { of: '1', currency: one, makes: first, into: other };
    case 'CCN':
    case 'CCNC':
      return { of: '1', currency: one, makes: first, into: other, paired: true };
    case 'NC':
      // use 7.2 for USD, 按7.2算美元
      return /^L?NL?C$/.test(shape) ? { of: '1', currency: one, makes: first, into: null } : null;
    case 'N':
      return { of: '1', currency: null, makes: first, into: null };
    default:
      return null;
  }
}

/** A number in plain decimals: 7.2, 7块25, 七点二; null where it cannot be told. */
function decimalOf(words: string): string | null {
  if (words === '一百') return '100';
  const [whole = '', behind] = words.replaceAll(',', '').split(/[.点块]/u);
  const digits = (some: string) => (/^\d+$/.test(some) ? some : [...some].map((one) => digitOf(one)).join(''));
  const number = /^\d+$/.test(whole) ? String(Number(whole)) : String(NUMBER_WORDS[whole] ?? digitOf(whole));
  const decimal = behind === undefined ? number : `${number}.${digits(behind)}`;
  return /^\d+(?:\.\d+)?$/.test(decimal) ? decimal.replace(/(\.\d*?)0+$/u, '$1').replace(/\.$/u, '') : null;
}

const digitOf = (one: string): string => (one === '零' ? '0' : String(NUMBER_WORDS[one] ?? ''));

const CORRECTED =
  /^(?:(?:不对|不是|错了|说错了|no|sorry|not|wrong)[,,\s]*(?:[\d.]+(?=[,\s是])[,,\s]*)?)?(?:应该|应当)?(?:是|改成|改为|it['’]?s|it should be|make it|actually|should be)?\s*(\d+(?:\.\d+)?)$/iu;

/** 不对是7.25, no, 7.25: another figure for the rate set last; null for other words. */
export function readCorrection(text: string): string | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!]+$/u, '');
  const figure = CORRECTED.exec(said)?.[1];
  return figure === undefined || (figure === said && !figure.includes('.')) ? null : decimalOf(figure);
}
