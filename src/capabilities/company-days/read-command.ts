import { EN_DAY, ZH_DAY } from '../day-words.ts';

/** What is said of the company's days. `firm`: of the company, or of what nobody has alone. */
export type DaysCommand = { ask: 'list' } | { ask: 'set'; as: 'off' | 'work'; firm: boolean };

const ALL = '(?:公司|全公司|全员|全体|大家|所有人|我们|咱们?|办公室)';
const ZH = (ends: string, all: '' | '?' = '?') =>
  new RegExp(
    all === ''
      ? `^(?:${ALL}(?:在)?${ZH_DAY}+|${ZH_DAY}+${ALL})(?:都|统一|全部|要|会)*(?:${ends})$`
      : `^(?:把|将)?${ALL}?(?:在)?${ZH_DAY}+${ALL}?(?:都|统一|全部|要|会|就)*(?:${ends})$`,
    'u',
  );
const OFF: readonly RegExp[] = [
  ZH(
    `放(?:${ZH_DAY})*假(?:${ZH_DAY})*|(?:是|设为|设成|定为|算|为)(?:${ALL})?的?(?:假期|放假日?|休息日|节假日|法定假日?)`,
  ),
  ZH('休息|不上班|休假|休', ''),
  new RegExp(
    `^(?:the )?(?:company|office|everyone|everybody|we)(?:['’]re| is| are|['’]s| will be| gets?| has| have)? (?:off|closed|shut|on holiday)(?: on)?(?: ${EN_DAY})+$`,
    'iu',
  ),
  new RegExp(
    `^(?:${EN_DAY} )+(?:is|are|will be) (?:a |an |our )?(?:company |public |bank |office |company[- ]wide )?(?:holidays?|day off|days off|off|non-working days?)(?: for (?:everyone|everybody|all|all of us|the company|the office))?$`,
    'iu',
  ),
  new RegExp(
    `^(?:no work|office closed|company holiday|day off for everyone|everyone off)(?: on)?(?: ${EN_DAY})+$`,
    'iu',
  ),
];
const WORK: readonly RegExp[] = [
  ZH(
    '补班(?:上班)?|补上班|调休上班|不放假|不休息|照常上班|正常上班|(?:是|设为|设成|定为|算|为)(?:补班日?|工作日|上班日)|上班',
  ),
  new RegExp(
    `^(?:the )?(?:company|office|everyone|everybody|we)(?:['’]re| is| are| will| do)? (?:works?|working|open|in)(?: on)?(?: ${EN_DAY})+$`,
    'iu',
  ),
  new RegExp(
    `^(?:${EN_DAY} )+(?:is|are|will be) (?:(?:a |an )?(?:normal |regular |make-?up |company )?(?:working|work|business) ?days?|(?:not|no longer) (?:a )?(?:company |public )?(?:holiday|day off|off))$`,
    'iu',
  ),
];
/** Coming to work on a day is said of oneself as well. */
const ANYBODYS = new RegExp(`^${ZH_DAY}+(?:都|要|会|就)*上班$`, 'u');
const LIST =
  /^(?:公司|我们)?(?:最近|接下来|今年|明年|年底|下个?月)?(?:公司|我们)?(?:都|有)?(?:哪天|哪些天|哪几天|什么时候|几号|啥时候|哪些日子)(?:公司)?(?:要|会|是)?(?:放假|补班|调休|休息日|假期)$|^(?:看看?|查看?)?(?:公司的?)?(?:放假|节假日|假期|调休|补班)(?:安排|日历|时间|列表|表)?$|^(?:公司|工作)日历$|^(?:which|what) days (?:are|do we have|have we got|is everyone|are we) off$|^when (?:are we|is the (?:office|company)) (?:off|closed)$|^(?:(?:what|when) (?:are|is) (?:the |our )?)?(?:next |upcoming |company |public )*(?:holidays?|days? off)$|^(?:company|work(?:ing)?) calendar$/iu;

/** What these words, whole, say or ask of the company's days off and of work; null for any others. */
export function readDaysCommand(text: string): DaysCommand | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!?~]+$/u, '')
    .replace(/(?<=\p{Script=Han}|\d)\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+(?=\d)/gu, '')
    .replace(/\((?:周|星期|礼拜)[一二三四五六日天]\)/gu, '')
    .replace(/^(?:(?:请|麻烦|通知(?:一下)?|please|note that)[,,:: ]*)+|(?:了|吧|哦|啊| please)+$/giu, '');
  if (LIST.test(said)) return { ask: 'list' };
  if (WORK.some((form) => form.test(said))) return { ask: 'set', as: 'work', firm: !ANYBODYS.test(said) };
  return OFF.some((form) => form.test(said)) ? { ask: 'set', as: 'off', firm: true } : null;
}
