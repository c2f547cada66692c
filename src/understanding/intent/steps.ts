import type { DateMention } from '../dates/date-mention.ts';
import { quick } from '../text/quick-pattern.ts';
import type { ToldTask } from '../understanding.ts';
import { agreedBefore, isAppointment, isStillAhead, meetingToSign } from './appointment.ts';
import { type ClauseSense, isDue, isPast } from './clause-sense.ts';
import type { Cue } from './glyphs.ts';
import { nextRound } from './next-round.ts';
import type { Reading } from './reading.ts';
import { titleOf } from './step-title.ts';
import {
  ACTION,
  APPOINTMENT,
  BARE_DUE,
  DELIVERABLE,
  IMPERATIVE,
  PLEDGE,
  PRICE_DEMAND,
  REQUEST,
  SAME_DAY,
  SAME_STEP,
  THEIR_PLAN,
  THEIR_SUBJECT,
  THEY_ASK,
  WANT,
} from './words/step-words.ts';

/** By what a clause is known to tell a step. */
type Sign = 'listed' | 'reminded' | 'asked' | 'wanted' | 'fixed' | 'pledged' | 'dated';

/** A next step with the clause that tells it. */
export interface Step extends ToldTask {
  sense: ClauseSense;
  /** Further clauses that speak of the same step. */
  also: ClauseSense[];
  sign: Sign;
  /** Position in the clause from which the step is told; what stands before may tell of a contact. */
  from: number;
}

/** The next steps of our side, in the order of the text. `reminding`: the whole message is about things to do. */
export function readSteps(reading: Reading, senses: readonly ClauseSense[], reminding: boolean): Step[] {
  const listed = senses.filter(({ clause }) => clause.item).length >= 2;
  const steps: Step[] = [];
  let lastDay: DateMention | null = null;
  for (const [index, sense] of senses.entries()) {
    const found = listed
      ? listedSign(sense)
      : (signOf(reading, sense, reminding, isNarrated(senses, index), senses.length === 1) ??
        agreedBefore(reading, sense, senses[index - 1]));
    const dayBefore = lastDay;
    lastDay = sense.days.at(-1)?.day ?? lastDay;
    const before = steps.at(-1);
    if (
      before &&
      before.date === null &&
      senses[index - 1] === before.sense &&
      sense.days.length > 0 &&
      BARE_DUE.test(sense.clause.text)
    ) {
      Object.assign(before, dueOf(reading, sense, 0, null));
      before.also.push(sense);
      continue;
    }
    if (!found) continue;
    const due = dueOf(reading, sense, found.from, SAME_DAY.test(sense.clause.text) ? dayBefore : null);
    const step: Step = {
      title: titleOf(reading, sense, found.from),
      ...due,
      assignee: assigneeOf(reading, sense),
      sense,
      also: [],
      ...found,
    };
    if (before && isSameStep(before, step)) {
      before.date ??= step.date;
      before.time ??= step.time;
      before.assignee ??= step.assignee;
      before.also.push(sense);
    } else steps.push(step);
  }
  return steps;
}

function listedSign({ clause, conditional, dropped }: ClauseSense): { sign: Sign; from: number } | null {
  return clause.item && !conditional && !dropped ? { sign: 'listed', from: 0 } : null;
}

function signOf(
  reading: Reading,
  sense: ClauseSense,
  reminding: boolean,
  narrated: boolean,
  alone: boolean,
): { sign: Sign; from: number } | null {
  const text = sense.clause.text;
  if (sense.conditional || (sense.dropped && !/别(?:让我|给我)?忘|don't (?:let me |you )?forget/.test(text)))
    return null;
  const toCome = sense.days.filter(({ day }) => !isPast(day, reading.today) && isDayOrFiner(day));
  const end = (pattern: Cue) => {
    const match = pattern.exec(text);
    return match ? match.index + match[0].length : -1;
  };
  const asked = end(REQUEST);
  if (sense.speaker === 'them') return THEY_ASK.test(text) ? { sign: 'asked', from: 0 } : null;
  if (BOT_ORDER.test(text)) return null;
  if (ON_US.test(text) || (TO_BE_DONE.test(text) && toCome.length > 0)) return { sign: 'pledged', from: 0 };
  if (PRICE_DEMAND.test(text) && toCome.length === 0) return null;
  if (reminding && (ACTION.test(text) || toCome.length > 0)) return { sign: 'reminded', from: Math.max(0, asked) };
  if (FOR_US.test(text.slice(Math.max(0, asked))) && !OUR_SUBJECT.test(text)) return null;
  const gone = sense.happened && sense.days.some(({ day }) => isPast(day, reading.today)) && toCome.length === 0;
  if (asked >= 0 && !gone && /[\p{L}\p{N}◷]/u.test(text.slice(asked)) && !TREATED.test(text.slice(asked)))
    return { sign: 'asked', from: asked };
  const signing = meetingToSign(reading, sense);
  if (signing !== null) return { sign: 'fixed', from: signing };
  if (!narrated && toCome.length > 0 && BOOKED.test(text)) return { sign: 'fixed', from: 0 };
  const want = WANT.exec(text);
  if (want && !sense.denied) return { sign: 'wanted', from: want.index };
  const fixed = end(APPOINTMENT);
  if (
    fixed >= 0 &&
    toCome.some(({ at, day }) => at >= fixed - 1 && isStillAhead(day, reading.today)) &&
    !sense.closing &&
    !THEIR_PLAN.test(text.slice(0, fixed)) &&
    !ASKING.test(text)
  )
    return { sign: 'fixed', from: APPOINTMENT.exec(text)?.index ?? 0 };
  if (isAppointment(reading, sense, alone)) return { sign: 'fixed', from: 0 };
  if (sense.closing && !IMPERATIVE.test(text)) return null;
  if (FOR_US.test(text) && !OUR_SUBJECT.test(text)) return null;
  const pledge = PLEDGE.exec(text);
  if (
    pledge &&
    !THEIR_SUBJECT.test(text) &&
    (toCome.length > 0 || (sense.days.length === 0 && !BARE_SUBJECT.test(pledge[0]))) &&
    (!sense.happened ||
      /^(?:回头|晚点|稍后|改天|过两天)/u.test(pledge[0]) ||
      sense.days.some(({ day }) => isDue(day, reading.today)) ||
      /promised|承诺|答应/.test(pledge[0]))
  ) {
    const rest = text.slice(pledge.index);
    if (ACTION.test(rest) || toCome.length > 0 || pledge[0].includes('◈'))
      return { sign: 'pledged', from: pledge.index };
  }
  return isDated(reading, sense, narrated, alone) ? { sign: 'dated', from: 0 } : null;
}

/** 周五晚上约了樊总打球. */
const BOOKED = /◷[^,，。]{0,4}约(?:了|好了?|定了?)[^,，。了过]{1,12}$/u;
/** Revised offer to be given by Friday. */
const TO_BE_DONE =
  /(?<!\p{L})(?:to be|needs? to be|must be|has to be|have to be|should be) (?:re-?)?(?:given|sent|submitted|shared|prepared|provided|done|delivered|made|issued|arranged|booked|confirmed|revised|updated|quoted|scheduled|dispatched|couriered|collected|installed|finali[sz]ed|followed up)(?!\p{L})/iu;
/** The scoping doc is on us. */
const ON_US = /(?: is| are|'s) on (?:us|me|our side)(?![\p{L}])|(?:ball is|ball's) in our court/iu;
/** 我给他…, without a word for what is to come, may as well be told of. */
const BARE_SUBJECT = /^(?:我们|咱们|我方|我司|我这边|我|咱)(?:给|把|跟|和|去|这边|\s)+$/u;
/** An order to the bot itself: update ◆, move ◆ to …, 把◆的预计签约改到 … */
const BOT_ORDER = quick(
  /^(?:帮我?|请|麻烦)?[把将]◇[^,，。]{0,8}(?:生日|电话|手机|号码|邮箱|微信|职务|职位|头衔|地址)[^,，。]{0,10}(?:记|改|存|更新|换|加|补|录)|^(?:pls |please )?(?:update|change|set|add|save|correct|fix)\b[^,.]{0,20}◇(?:'s)? (?:new )?(?:cell|phone|number|mobile|email|e-mail|birthday|bday|title|details|direct)|^(?:帮我?|请|麻烦)?[把将]◆[^,，。]{0,16}(?:改|调|推|延|挪|更新|降|加|提)(?:整|迟|后|进)?(?:到|成|为|至)|^(?:帮我?|请|麻烦)?[把将]◆[^,，。]{0,10}标(?:记|注|为|成|丢|赢|输)|^(?:pls |please )?(?:update|move|push|bump|set|change|mark|raise|lower|log|create|open|transfer|reassign|assign)\b[^,.]{0,20}◆/iu,
);
/** 请我吃了个饭: no request but a treat. */
const TREATED = /^.{0,3}[吃喝唱玩]|^.{0,4}了/u;
/** What comes to us is the other side's step. */
const FOR_US = quick(
  /(?:给|发|寄|传|交|回复|答复|通知|告诉)(?:到|给)?(?:我|咱)|(?:send|give|get back to|tell|let|revert to) (?:us|me)(?![\p{L}])/iu,
);
const ASKING = /能不能|能否|是否|可不可以|行不行|问(?:我|了|一下)?.{0,6}能/u;

/** 11月才开始 happens by itself. */
const EVENTUALLY = /◷才(?!给)/u;

/** 今年要做 is a plan, no due day. */
function isDayOrFiner({ grain, direction }: DateMention): boolean {
  return grain !== 'year' || direction !== 'at';
}

const OUR_SUBJECT = /(?<![给跟和向让叫要对发寄传交找问带知诉复])(?:我|咱)/u;

/** A day to come with something to do, or an order without a day. */
function isDated(reading: Reading, sense: ClauseSense, narrated: boolean, alone: boolean): boolean {
  const text = sense.clause.text;
  if (THEIR_SUBJECT.test(text) || THEIR_PLAN.test(text) || FOR_US.test(text) || ASKING.test(text)) return false;
  const days = sense.days.filter(({ at }) => text[at + 1] !== '的');
  const due =
    days.some(({ day, at }) => isDue(day, reading.today) || AGAIN.test(text.slice(at + 1))) ||
    BEFORE_TODAY_ENDS.test(text);
  const later = days.some(({ day }) => (day.resolve('future')?.day ?? '') > reading.today);
  if (IMPERATIVE.test(text)) return !sense.happened || later;
  if (sense.happened && !due) return false;
  if (!due && (narrated || !later)) return false;
  if (days.every(({ day }) => !isDayOrFiner(day)) || EVENTUALLY.test(text)) return false;
  if (alone && !sense.happened && reading.people.account !== null) return true;
  return reading.lang === 'zh' || /\p{Script=Han}/u.test(text) ? ACTION.test(text) : DELIVERABLE.test(text);
}

/** 下午再试, later today. */
const AGAIN = /^(?:[,，\s])*(?:再|接着|继续)(?!次)/u;
/** 今天下班前 */
const BEFORE_TODAY_ENDS = /◷?(?:下班|收工|睡觉|散会|中午|午饭)之?前/u;

/** The first clause of a story: an open day in it (周五去拜访) has gone by. */
function isNarrated(senses: readonly ClauseSense[], index: number): boolean {
  return index === 0 && senses.slice(1).some((sense) => sense.happened || sense.toCome || sense.denied);
}

function isSameStep(before: Step, step: Step): boolean {
  const text = step.sense.clause.text;
  if (SAME_STEP.test(text) && (step.date === null || before.date === null || step.date === before.date)) return true;
  return before.sign === 'fixed' && step.date === null && (step.sign === 'asked' || step.sign === 'pledged');
}

/** The due day is told after the cue, else before it; "that day" points back. */
function dueOf(
  reading: Reading,
  sense: ClauseSense,
  from: number,
  pointed: DateMention | null,
): { date: string | null; time: string | null } {
  const open = sense.days.filter(({ day }) => !isPast(day, reading.today));
  const dates = open.filter(({ day }) => day.kind === 'date');
  const chosen =
    (dates.find(({ at }) => at >= from) ?? dates.at(-1) ?? open.find(({ at }) => at >= from) ?? open.at(-1))?.day ??
    pointed;
  if (!chosen) return nextRound(reading, sense) ?? { date: null, time: null };
  const resolved = chosen.resolve('future');
  const clock = open.find(({ day }) => day !== chosen && day.kind === 'clock' && day.time !== null);
  return { date: resolved?.day ?? null, time: resolved ? (resolved.time ?? clock?.day.time ?? null) : null };
}

const TOGETHER_WITH = /(?:[跟和与陪问找给向约替帮]|with|w\/|and me|tell|ask) ?$/iu;

function assigneeOf(reading: Reading, { clause }: ClauseSense): string | null {
  for (let at = clause.start; at < clause.end; at++) {
    const token = reading.skeleton.at.get(at);
    if (
      token?.kind === 'colleague' &&
      !TOGETHER_WITH.test(reading.skeleton.text.slice(Math.max(0, at - 5), at).replace(/ask $/, ''))
    )
      return token.name;
  }
  return /让他|叫他|你/.test(clause.text) || /^@?◈\s*[,，:：–—-]/u.test(reading.skeleton.text.trimStart())
    ? (reading.people.colleagues[0]?.name ?? null)
    : null;
}

/** The step that a clause tells, or that it speaks of too. */
export function stepIn(steps: readonly Step[], sense: ClauseSense): Step | undefined {
  return steps.find((step) => step.sense === sense || step.also.includes(sense));
}
