import { replaceHolidays } from '../../calendar/named-holidays.ts';
import { EN_DAY, ZH_DAY } from '../day-words.ts';

/** What is said of the company's days. `firm`: of the company, or of what nobody has alone; `name`: a holiday that no calendar has. */
export type DaysCommand =
  | { ask: 'list' }
  | { ask: 'set'; as: 'off' | 'work'; firm: boolean }
  | { ask: 'name'; name: string; firm: false };

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
    `放(?:${ZH_DAY})*假:?(?:${ZH_DAY})*|(?:是|设为|设成|定为|算|为)(?:${ALL})?的?(?:假期|放假日?|休息日|节假日|法定假日?)`,
  ),
  ZH('休息|不上班|休假|休', ''),
  new RegExp(`^${ALL}?(?:的)?(?:放假|假期|休息日?|节假日)(?:通知|安排|日|时间)?:${ZH_DAY}+$`, 'u'),
  new RegExp(`^(?:(?:company|public|office|bank) )?(?:holidays?|days? off|closed)(?: on)?:(?: ${EN_DAY})+$`, 'iu'),
  new RegExp(
    `^(?:the )?(?:company|office|everyone|everybody|we)(?:['’]re| is| are|['’]s| will be| gets?| has| have)? (?:off|closed|shut|on holiday)(?: on| over| during)?(?: ${EN_DAY})+$`,
    'iu',
  ),
  new RegExp(
    `^(?:${EN_DAY} )+(?:is|are|will be) (?:a |an |our )?(?:company |public |bank |office |company[- ]wide )?(?:holidays?|day off|days off|off|non-working days?)(?: for (?:everyone|everybody|all|all of us|the company|the office))?$`,
    'iu',
  ),
  new RegExp(
    `^(?:no work|office closed|company holiday|day off for everyone|everyone off)(?: on| over| during)?(?: ${EN_DAY})+$`,
    'iu',
  ),
  new RegExp(
    `^(?:the )?(?:company|office|everyone|everybody|we)(?: has| have| gets?| takes?)(?: ${EN_DAY})+ off$`,
    'iu',
  ),
  new RegExp(
    `^(?:set|mark|make|add)(?: ${EN_DAY})+ (?:as )?(?:a |an |our )?(?:company |public |office )?(?:holidays?|days? off|off)$`,
    'iu',
  ),
];
/** 国庆放三天, 除夕放到初六, 放假 元旦: said of holidays alone; 周五放到下周一 moves something, 周五休息 is one's own. */
const HOLIDAY_OFF: readonly RegExp[] = [
  ZH(`放${ZH_DAY}+假?|(?:休息|不上班)${ZH_DAY}*`),
  new RegExp(`^${ALL}?放假(?![到至])${ZH_DAY}+$`, 'u'),
];
const WORK: readonly RegExp[] = [
  new RegExp(`^${ALL}?(?:的)?(?:补班日?|调休上班日?|工作日):${ZH_DAY}+$`, 'u'),
  new RegExp(`^(?:(?:normal|make-?up|company) )?work(?:ing)?[- ]?days?(?: on)?:(?: ${EN_DAY})+$`, 'iu'),
  ZH(
    '补班(?:上班)?|补上班|调休上班|不放假|不休息|照常上班|正常上班|(?:是|设为|设成|定为|算|为)(?:补班日?|工作日|上班日)|上班',
  ),
  new RegExp(
    `^(?:the )?(?:company|office|everyone|everybody|we)(?:['’]re| is| are| will| do)? (?:works?|working|open|in)(?: on| over| during)?(?: ${EN_DAY})+$`,
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

/** 元旦放假吗, 国庆放几天, are we off on New Year's Day: nothing is set by a question. */
const QUESTIONS: readonly RegExp[] = [
  ZH(
    '放不放假?|放假(?:吗|么|嘛|不)|放(?:几天|多少天|多久)假?|放假(?:几天|多少天|多久)|怎么放假?|休不休息?|休息[吗么]|上不上班',
  ),
  new RegExp(
    `^(?:are we|is (?:everyone|everybody|the (?:office|company))) (?:off|closed|open|working|on holiday)(?: on| over| during)?(?: ${EN_DAY})+$`,
    'iu',
  ),
  new RegExp(`^do we (?:work(?: on| over| during)?(?: ${EN_DAY})+|(?:get|have)(?: ${EN_DAY})+ off)$`, 'iu'),
  new RegExp(
    `^(?:is|will)(?: ${EN_DAY})+ (?:be )?(?:a |an |our )?(?:company |public |bank |office )?(?:holiday|day off|off)$`,
    'iu',
  ),
];
/** 开斋节放假, Diwali is a company holiday: a holiday by its form, though no calendar here knows its day. */
const UNKNOWN: readonly RegExp[] = [
  new RegExp(
    `^${ALL}?(?:在)?((?!客户|对方|[他她]们)\\p{Script=Han}{1,5}(?:节|诞|周年庆?|[司厂校店]庆|纪念日))${ALL}?(?:都|统一|全部|要|会|就)*放${ZH_DAY}*假${ZH_DAY}*$`,
    'u',
  ),
  /^(?:the )?(?:[Cc]ompany|[Oo]ffice|[Ee]veryone|[Ww]e)(?:['’]re| is| are| will be) (?:off|closed|on holiday) (?:on|over|for|during) ((?:the )?\p{Lu}[\p{L}'’-]*(?: [\p{L}'’-]+){0,3})$/u,
  /^([\p{L}'’-]+(?: [\p{L}'’-]+){0,3}) (?:is|will be) (?:a |an |our )?(?:company|public|bank|office)[- ]holiday$/iu,
];

/** What these words, whole, say or ask of the company's days off and of work; null for any others. */
export function readDaysCommand(text: string): DaysCommand | null {
  let named = false;
  const dated = replaceHolidays(text.normalize('NFKC'), () => {
    named = true;
    return ' 1/1 ';
  });
  const said = bare(dated);
  if (/半天|半日|\bhalf\b/iu.test(said)) return null;
  if (LIST.test(said) || QUESTIONS.some((form) => form.test(said))) return { ask: 'list' };
  const set = readSetting(said, named);
  if (set !== null) return /[??]\s*$/u.test(text) ? { ask: 'list' } : set;
  const name = UNKNOWN.map((form) => form.exec(said)?.[1]).find(Boolean);
  return name === undefined || named ? null : { ask: 'name', name, firm: false };
}

function readSetting(said: string, named: boolean): DaysCommand | null {
  if (WORK.some((form) => form.test(said))) return { ask: 'set', as: 'work', firm: !ANYBODYS.test(said) };
  const isOff = OFF.some((form) => form.test(said)) || (named && HOLIDAY_OFF.some((form) => form.test(said)));
  return isOff ? { ask: 'set', as: 'off', firm: true } : null;
}

/** Without brackets, courtesies and the spaces of Chinese. */
function bare(text: string): string {
  return text
    .replace(/\((?:周|星期|礼拜)[一二三四五六日天]\)/gu, '')
    .replace(/\(([^()]*)\)/gu, ' $1 ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s。.!?~]+$/u, '')
    .replace(/^.*\p{Script=Han}.*$/su, (chinese) => chinese.replace(/\s/gu, ''))
    .replace(/[,,](?:请|特此)?(?:大家|各位)?(?:知悉|周知|知晓|注意|通知)$/u, '')
    .replace(
      /^(?:(?:请|麻烦|帮忙|帮我|各位|(?:大家)?注意|通知(?:一下)?|please|note that)[,,:: ]*)+|(?:了|吧|哦|啊| please)+$/giu,
      '',
    );
}
