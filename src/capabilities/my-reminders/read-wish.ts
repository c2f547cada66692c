import { zoneOfPlace } from '../../calendar/city-zones.ts';
import type { Topic } from '../../crm/peace/peace.ts';
import { readAbsence } from './read-absence.ts';
import { readHour } from './read-hour.ts';
import { readWatch } from './read-watch.ts';

/** What somebody asks of reminders. `everyone`: for all under a manager, or the company. */
export type Wish = { everyone: boolean } & (
  | { ask: 'show' }
  | { ask: 'fewer'; on: boolean }
  | { ask: 'days-off'; on: boolean }
  | { ask: 'hour'; minute: number }
  | { ask: 'mute'; topic: Topic; on: boolean }
  | { ask: 'away'; until: 'with' | 'before' | null; days: number | null }
  | { ask: 'back' }
  | { ask: 'zone'; zone: string | null; place: string }
  | { ask: 'watch'; amount: number | null; currency: string | null }
);

type Ask = Wish extends infer W ? (W extends { everyone: boolean } ? Omit<W, 'everyone'> : never) : never;

const LONGEST = 60;
const EVERYONE =
  /^(?:(?:给|让|对)?(?:全队|全员|全组|全公司|全体|大家|所有人|整个团队|团队|公司)都?(?:的)?|(?:for )?(?:the (?:whole |entire )?team|whole team|team(?=:)|everyone|everybody|all of us|the company|company[- ]wide)\s*[:,:,]?\s*)/iu;
const FOR_EVERYONE = /\s+for (?:the (?:whole |entire )?team|everyone|everybody|all of us|the company)$/iu;

const FROM_NOW = /^(?:以后|从今天起|今后|from now on,?)[,,]?\s*/iu;
/** What can be asked for others. */
export const FOR_ALL: ReadonlySet<string> = new Set(['fewer', 'days-off', 'hour', 'mute']);

const SHOW =
  /^(?:(?:看看?|查看?)?(?:我的)?提醒(?:设置|规则|时间)|我的提醒|(?:show )?my (?:reminders?|reminder settings|notification settings)|reminder settings)$/iu;
const FEWER =
  /^(?:少提醒(?:我)?(?:一?点|一些|几次)?|少发(?:一?点|几条)?(?:提醒|消息)?|提醒(?:太多|少一?点|少发点)了?|别(?:老|总是?)(?:提醒|烦)我|(?:别|不要|不用)(?:再|老)?(?:给我)?(?:发)?提醒我?了?|(?:stop|quit) (?:reminding|nudging|pinging|bugging) me(?: (?:so much|that much|all the time))?|(?:no more|stop (?:the|these|sending)|turn off (?:the |my )?)\s?(?:reminders|nudges)|fewer(?: reminders)?(?: please)?|less reminders|remind me less(?: often)?|too many reminders)$/iu;
const MORE =
  /^(?:多提醒(?:我)?(?:一?点|一些)?|(?:恢复|还原)(?:正常)?(?:的)?提醒|提醒恢复正常|(?:正常|照常)提醒|back to normal(?: reminders)?|(?:more|normal) reminders|remind me more(?: often)?|reminders back to normal)$/iu;
const DAYS = '(?:周末|双休日?|休息日|周六周?日|节假日|周末和?节假日)';
const WEEKEND_OFF = new RegExp(
  `^(?:${DAYS}(?:都|也)?(?:别|不要|不用|不|勿)(?:再)?(?:给我)?(?:发|提醒|推送?|打扰|吵)(?:我|消息|提醒)*了?|(?:别|不要|不用)(?:在)?${DAYS}(?:给我)?(?:发|提醒|推送?|打扰)(?:我|消息|提醒)*|(?:no weekend (?:messages?|reminders?|pushes)|(?:no|nothing (?:on|at)|not (?:on|at)|quiet (?:on|at)|no (?:messages?|reminders?|pushes) (?:on|at|over)|don'?t (?:send|remind me|message me|ping me|bother me)(?: anything)? (?:on|at|over))(?: the)? weekends?))$`,
  'iu',
);
const WEEKEND_ON = new RegExp(
  `^(?:${DAYS}(?:也|照常|可以|照样|还是)+(?:给我)?(?:发|提醒|推送?)(?:我|消息|提醒)*|(?:the )?weekends? (?:are |is )?(?:ok|okay|fine)(?: again)?|(?:send|remind me) (?:on|at) weekends? (?:too|again|as well))$`,
  'iu',
);
const BACK =
  /^(?:我?(?:销假|提前回来|休完|上班)了?|(?:取消|撤销)(?:我的)?(?:请假|休假)|(?:不请假|不休|不休假|休假结束)了|(?:i'?m|i am) back(?: (?:at work|early))?|cancel my (?:leave|absence|vacation|time off))$/iu;
const IN_PLACE =
  /^(?:我(?:现在|目前|人|这周|最近)*(?:在|到了?|搬到了?)(.{1,8}?)(?:了|出差|办公|工作)*|(?:i'?m|i am) (?:now )?(?:based |working )?(?:in|at) (.{2,30}?)(?: now)?)$/iu;
const ZONE =
  /^(?:(?:我的)?时区(?:是|改成|改为|改到|用|换成|设为|设成)?[::]?(.{1,30})|(?:以后)?按(.{1,8}?)(?:的)?时间(?:发|提醒|来|算)*|(?:set )?my (?:time ?zone|tz)(?: is| to|:| =)? ?(.{2,40})|use (.{2,30}?) time)$/iu;

const TOPIC_WORDS: readonly [Topic, string, string][] = [
  ['birthday', '生日', `birthdays?`],
  ['important-account', '(?:重点|重要)客户', `(?:important|key) (?:customers?|accounts?|clients?)`],
  ['stale-deal', '(?:久未跟进|好久没跟|没跟进|滞留)(?:的)?(?:商机|单子|客户)?', `(?:quiet|stale) deals?`],
  ['team-digest', '团队(?:清单|名单|汇总|久未跟进)?', `(?:the )?team(?:'s)? (?:list|digest)`],
  ['step-question', '(?:怎么样|进展|结果)', `(?:how (?:it|things) went|follow-?up questions?)`],
  ['open-questions', '(?:没归好(?:的)?|未归(?:的)?|没定的)', `(?:open|evening|unsorted) (?:questions?|items?)`],
];
const TOPICS = TOPIC_WORDS.map(([topic, zh, en]) => ({
  topic,
  off: new RegExp(
    `^(?:(?:别|不要|不用|停止|停|关掉|关闭|取消)(?:再)?(?:提醒|告诉|发|问|推送?)?(?:我)?(?:客户)?(?:的)?${zh}(?:的)?(?:提醒|通知)?了?|(?:客户)?${zh}(?:就|都)?(?:别|不要|不用)(?:再)?(?:提醒|发|问)(?:我)?了?|(?:don'?t|do not|stop|no|no more|mute) ?(?:remind(?:ing)?(?: me)?(?: (?:of|about))?|tell(?:ing)? me(?: about)?|send(?:ing)?(?: me)?|ask(?:ing)?(?: me)?(?: about)?)? ?${en}(?: reminders?)?)$`,
    'iu',
  ),
  on: new RegExp(
    `^(?:(?:恢复|打开|开启|重新)(?:提醒)?(?:我)?(?:客户)?${zh}(?:的)?(?:提醒|通知)?|(?:客户)?${zh}(?:还是|照常|也|继续)(?:要)?提醒(?:我)?|提醒我(?:客户)?${zh}|(?:remind me (?:of|about)|tell me about|ask me|turn on|resume|unmute) ${en}(?: reminders?)?(?: again)?)$`,
    'iu',
  ),
}));

/** What these words, whole, ask of reminders; null for any others. */
export function readWish(text: string): Wish | null {
  const whole = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:请(?!.{0,8}假)|麻烦|please )\s*/iu, '')
    .replace(/[\s。.!！~]+$/u, '')
    .replace(/[’‘]/gu, "'");
  if (whole.length > LONGEST) return null;
  const own = askIn(whole.replace(FROM_NOW, ''));
  if (own !== null) return { ...own, everyone: false };
  const ask = askIn(whole.replace(FROM_NOW, '').replace(EVERYONE, '').replace(FOR_EVERYONE, '').replace(FROM_NOW, ''));
  return ask !== null && FOR_ALL.has(ask.ask) ? { ...ask, everyone: true } : null;
}

function askIn(said: string): Ask | null {
  if (SHOW.test(said)) return { ask: 'show' };
  if (FEWER.test(said)) return { ask: 'fewer', on: true };
  if (MORE.test(said)) return { ask: 'fewer', on: false };
  if (WEEKEND_OFF.test(said)) return { ask: 'days-off', on: true };
  if (WEEKEND_ON.test(said)) return { ask: 'days-off', on: false };
  for (const { topic, off, on } of TOPICS) {
    if (off.test(said)) return { ask: 'mute', topic, on: true };
    if (on.test(said)) return { ask: 'mute', topic, on: false };
  }
  if (BACK.test(said)) return { ask: 'back' };
  const minute = readHour(said);
  if (minute !== null) return { ask: 'hour', minute };
  return readWatch(said) ?? zoneIn(said) ?? readAbsence(said);
}

function zoneIn(said: string): Ask | null {
  const [, ...named] = ZONE.exec(said) ?? [];
  const place = named.find((words) => words !== undefined);
  if (place !== undefined) return { ask: 'zone', zone: zoneOfPlace(place.replace(/时间$/u, '')), place };
  // Where one is says nothing of reminders unless it is a place with a time of its own.
  const [, ...places] = IN_PLACE.exec(said) ?? [];
  const here = places.find((words) => words !== undefined);
  const zone = here === undefined ? null : zoneOfPlace(here);
  return zone === null || here === undefined ? null : { ask: 'zone', zone, place: here };
}
