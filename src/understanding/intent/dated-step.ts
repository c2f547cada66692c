import type { DateMention } from '../dates/date-mention.ts';
import { quick } from '../text/quick-pattern.ts';
import { type ClauseSense, isDue } from './clause-sense.ts';
import type { Reading } from './reading.ts';
import { ACTION, DELIVERABLE, IMPERATIVE, THEIR_PLAN, THEIR_SUBJECT } from './words/step-words.ts';

/** A day to come with something to do, or an order without a day. */
export function isDated(reading: Reading, sense: ClauseSense, narrated: boolean, alone: boolean): boolean {
  const text = sense.clause.text;
  if ([THEIR_PLAN, FOR_US, THEIR_ANSWER, ASKING, LET_BE].some((one) => one.test(text)) || isTheirs(text)) return false;
  const days = sense.days.filter(({ at }) => text[at + 1] !== '的');
  const due =
    days.some(({ day, at }) => isDue(day, reading.today) || AGAIN.test(text.slice(at + 1))) ||
    BEFORE_TODAY_ENDS.test(text);
  const later = days.some(({ day }) => (day.resolve('future')?.day ?? '') > reading.today);
  if (IMPERATIVE.test(text)) return !sense.happened || later;
  if (sense.happened && !due && !PLANNED_DOING.test(text)) return false;
  if (!due && (narrated || !later)) return false;
  if (days.every(({ day }) => !isDayOrFiner(day)) || EVENTUALLY.test(text)) return false;
  if (alone && !sense.happened && reading.people.account !== null) return true;
  return reading.lang === 'zh' || /\p{Script=Han}/u.test(text)
    ? ACTION.test(text) || PLANNED_DOING.test(text)
    : DELIVERABLE.test(text);
}

/** 改完条款周一发他们, 明天就开: right behind the day, what is to be done on it. */
const PLANNED_DOING =
  /^◷(?:之?[前内])?(?:要|得|必须)?[把将]|◷(?:前|之前|内|就|马上|再|来)*(?:发|给|交|寄|送|出(?!差|来|去|结果)|回(?!来|国|公司|家|去)|开(?!建|业|工|始|学|放|盘|标|张|会)|办|装|调|弄)(?![^,，]{0,6}[了过])/u;
/** 清明后再说: put off, nothing to do. */
const LET_BE = /◷(?:之?后)?再(?:说|议|定|讲|商量)[吧啦]?\s*$|◷见[吧啦哈]?\s*$/u;

/** 方案周四给他: the thing before its day is still to be given. */
export const GIVEN_ON =
  /(?:报价|方案|合同|协议|样[品机本件]|发票|资料)[单书份我]{0,2}◷(?:就|再|能|要)*[发给交寄送](?:给|到|过去)?(?:[他她]们?|对方|客户|◇)?$/u;

/** 年前给答复: what they will answer us. */
const THEIR_ANSWER = /^[^我咱]*给个?(?:答复|准信|消息|结果|说法|回音|准话)(?!他|她)/u;

/** 法务周一发他们: what goes to them comes from us, whoever is its subject. */
const TO_THEM = /^[^,，◇◆他她]{0,14}(?:发|给|交|寄|送|回)给?(?:他们|她们|对方|客户|◇|◆)/u;

/** 格物下周二做demo: what we do there, the customer is the topic. */
const AT_THEIRS =
  /^[◆◇](?:那边|那儿)?◷(?:要|得|再)?(?:去|做(?!决定|主)|演示|培训|装(?!修)|安装|拜访|回访|上门|送|寄|报价|发(?!货))(?![^,，]{0,8}[了过我咱])/u;

function isTheirs(text: string): boolean {
  return THEIR_SUBJECT.test(text) && !TO_THEM.test(text) && !AT_THEIRS.test(text);
}

/** 下午再试, later today. */
const AGAIN = /^(?:[,，\s])*(?:再|接着|继续)(?!次)/u;
/** 今天下班前 */
const BEFORE_TODAY_ENDS = /◷?(?:下班|收工|睡觉|散会|中午|午饭)之?前/u;

/** 11月才开始 happens by itself. */
const EVENTUALLY = /◷才(?!给)/u;

/** 今年要做 is a plan, no due day. */
export function isDayOrFiner({ grain, direction }: DateMention): boolean {
  return grain !== 'year' || direction !== 'at';
}

/** What comes to us is the other side's step. */
export const FOR_US = quick(
  /(?:给|发|寄|传|交|回复|答复|通知|告诉)(?:到|给)?(?:我|咱)|(?:send|give|get back to|tell|let|revert to) (?:us|me)(?![\p{L}])/iu,
);
export const ASKING = /能不能|能否|是否|可不可以|行不行|问(?:我|了|一下)?.{0,6}能/u;

/** Today without a clock time: 今天发方案, by no means 今天之前. */
export function isToday(day: DateMention, today: string): boolean {
  return day.time === null && day.direction === 'at' && day.resolve('future')?.day === today;
}

/** 让◈周五前给我报价单: a colleague is told to, whoever gets it. */
export const COLLEAGUE_TOLD = /^(?:让|叫|请|麻烦|安排|提醒|通知)◈|^(?:have|get|ask|tell) ◈(?![\p{L}])/iu;
