import type { DateMention } from '../dates/date-mention.ts';
import { quick } from '../text/quick-pattern.ts';
import type { ToldTask } from '../understanding.ts';
import { agreedBefore, isAlone, isAppointment, isStillAhead, meetingToSign } from './appointment.ts';
import { assigneeOf } from './assignee-of.ts';
import { type ClauseSense, isDue, isPast } from './clause-sense.ts';
import { ASKING, COLLEAGUE_TOLD, FOR_US, GIVEN_ON, isDated, isDayOrFiner, isToday } from './dated-step.ts';
import { englishStep } from './english-step.ts';
import type { Cue } from './glyphs.ts';
import { nextRound } from './next-round.ts';
import type { Reading } from './reading.ts';
import { isRefused } from './refused.ts';
import { isSameStep, takesItOn } from './same-step.ts';
import { SPEAKER_LINE, THEY_ASK_FOR } from './speech.ts';
import { NOTHING_TO_DO, titleOf } from './step-title.ts';
import {
  ACTION,
  APPOINTMENT,
  BARE_DUE,
  IMPERATIVE,
  PLEDGE,
  PRICE_DEMAND,
  REMIND_ME,
  REQUEST,
  SAME_DAY,
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
  const firstItem = senses.findIndex(({ clause }) => clause.item);
  const listed = senses.filter(({ clause }) => clause.item).length >= 2;
  const todo = reminding || senses.slice(0, Math.max(0, firstItem)).some(({ clause }) => TO_DO_LIST.test(clause.text));
  const steps: Step[] = [];
  let lastDay: DateMention | null = null;
  for (const [index, sense] of senses.entries()) {
    const told = () =>
      signOf(reading, sense, reminding, isNarrated(senses, index), isAlone(senses, sense)) ??
      agreedBefore(reading, sense, senses[index - 1]);
    // What stands before a list tells of what it follows from, not of steps of its own.
    const found = listed ? (listedSign(sense, todo) ?? (index >= firstItem ? told() : null)) : told();
    const dayBefore = lastDay;
    lastDay = sense.days.at(-1)?.day ?? lastDay;
    const before = steps.at(-1);
    if (
      before &&
      before.date === null &&
      senses[index - 1] === (before.also.at(-1) ?? before.sense) &&
      sense.days.length > 0 &&
      BARE_DUE.test(sense.clause.text)
    ) {
      Object.assign(before, dueOf(reading, sense, 0, null));
      before.also.push(sense);
      continue;
    }
    if (before && !found && takesItOn(sense.clause.text)) {
      before.assignee ??= assigneeOf(reading, sense);
      before.also.push(sense);
    }
    if (!found || (found.sign !== 'pledged' && isRefused(sense, senses[index + 1]))) continue;
    const due = dueOf(reading, sense, found.from, SAME_DAY.test(sense.clause.text) ? dayBefore : null);
    const step: Step = {
      title: titleOf(reading, sense, found.from, found.sign === 'wanted'),
      ...due,
      assignee: assigneeOf(reading, sense),
      sense,
      also: [],
      ...found,
    };
    if (NOTHING_TO_DO.test(step.title) || (reading.speech && SPEAKER_LINE.test(sense.clause.text))) continue;
    // Set a reminder for Friday, check the lease: the day first, then what is due on it.
    const dayFirst = before?.title === '' && step.date === null && step.title !== '';
    if (before && (dayFirst || isSameStep(before, step, sense.clause.text))) {
      if (dayFirst) before.title = step.title;
      before.date ??= step.date;
      before.time ??= step.time;
      before.assignee ??= step.assignee;
      before.also.push(sense);
    } else steps.push(step);
  }
  return steps;
}

/** An item of a list is a step where it tells something to do; under 下一步 or "to do" every item is. */
function listedSign(sense: ClauseSense, todo: boolean): { sign: Sign; from: number } | null {
  const { clause, conditional, dropped, denied, happened, closing, awaited } = sense;
  if (!clause.item || conditional || dropped) return null;
  if (todo) return { sign: 'listed', from: 0 };
  if (denied || happened || (closing && awaited)) return null;
  const told = ACTION.test(clause.text) || (sense.days.length > 0 && !/\p{Script=Han}/u.test(clause.text));
  const mine = told && !THEIR_SUBJECT.test(clause.text) && !THEIR_PLAN.test(clause.text);
  return mine ? { sign: 'listed', from: 0 } : null;
}

/** What opens a list of things to do. */
const TO_DO_LIST =
  /下一步|接下来|后续|待办|要做|任务|安排|计划|todo|to[- ]?do|next steps?|action items?|actions?:|follow[- ]?ups?/iu;

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
  if (sense.speaker === 'them')
    return THEY_ASK.test(text) && !THEY_ASK_FOR.test(text) ? { sign: 'asked', from: 0 } : null;
  if (BOT_ORDER.test(text)) return null;
  if (toCome.length > 0 && DEMANDED_BY.test(text)) return { sign: 'asked', from: 0 };
  if (ON_US.test(text) || (TO_BE_DONE.test(text) && toCome.length > 0)) return { sign: 'pledged', from: 0 };
  if (PRICE_DEMAND.test(text) && toCome.length === 0) return null;
  const reminds = reminding || REMIND_ME.test(text);
  if (reminds && (ACTION.test(text) || toCome.length > 0)) return { sign: 'reminded', from: Math.max(0, asked) };
  if (COLLEAGUE_TOLD.test(text) && toCome.length > 0) return { sign: 'asked', from: Math.max(0, asked) };
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
    toCome.some(({ at, day }) => at >= fixed - 1 && isStillAhead(day, reading)) &&
    !sense.closing &&
    !THEIR_PLAN.test(text.slice(0, fixed)) &&
    !ASKING.test(text)
  )
    return { sign: 'fixed', from: APPOINTMENT.exec(text)?.index ?? 0 };
  if (isAppointment(reading, sense, alone)) return { sign: 'fixed', from: 0 };
  const shaped = englishStep(reading, sense, narrated);
  if (sense.closing && !IMPERATIVE.test(text)) return shaped?.sign === 'pledged' ? shaped : null;
  if (FOR_US.test(text) && !OUR_SUBJECT.test(text)) return null;
  const pledge = PLEDGE.exec(text);
  const toldOfToday = narrated && toCome.length > 0 && toCome.every((one) => isToday(one.day, reading.today));
  if (
    pledge &&
    !(toldOfToday && !MEANT.test(pledge[0])) &&
    !THEIR_SUBJECT.test(text) &&
    !THEY_WILL.test(text.slice(0, pledge.index)) &&
    (toCome.length > 0 || (sense.days.length === 0 && !BARE_SUBJECT.test(pledge[0]))) &&
    (!sense.happened ||
      /^(?:回头|晚点|稍后|改天|过两天)/u.test(pledge[0]) ||
      sense.days.some(({ day }) => isDue(day, reading.today)) ||
      /promised|承诺|答应|(?:will|'ll|shall|gonna|going to)$/.test(pledge[0].trimEnd()) ||
      (SAID_WE.test(text) && sense.sums.length === 0))
  ) {
    const rest = text.slice(pledge.index);
    if (ACTION.test(rest) || toCome.length > 0 || /◈|owe|promis/u.test(pledge[0]))
      return { sign: 'pledged', from: pledge.index };
  }
  return shaped ?? (isDated(reading, sense, narrated, alone) ? { sign: 'dated', from: 0 } : null);
}

/** Budget approval they will get by the 15th. */
const THEY_WILL = /(?:^|\s)(?:s?he|they|it|◇|◆|(?:their|his|her) \p{L}+) $/u;
/** 夏至今天拜访◆,…: the head of a story may tell of today without a word for the past. */
const MEANT = /会|要|得|将|准备|打算|计划|答应|承诺|负责|争取|晚点|稍后|回头|'ll|will|going|gonna|need|promis/u;

/** I said I'd ask the boss. */
const SAID_WE = /(?:said|told (?:him|her|them|◇))(?: that)? (?:i|we)(?:'d|'ll| would| will) (?!like|be|have|think)/u;
/** 周五晚上约了樊总打球. */
const BOOKED = /◷[^,，。]{0,4}约(?:了|好了?|定了?)[^,，。了过]{1,12}$/u;
/** Revised offer to be given by Friday. */
const TO_BE_DONE =
  /(?<!\p{L})(?:to be|needs? to be|must be|has to be|have to be|should be) (?:re-?)?(?:given|sent|submitted|shared|prepared|provided|done|delivered|made|issued|arranged|booked|confirmed|revised|updated|quoted|scheduled|dispatched|couriered|collected|installed|finali[sz]ed|followed up)(?!\p{L})/iu;
/** 那边月底前要给到计划, 样缆周一要到厂: by when the other side must have something of ours. */
const DEMANDED_BY =
  /说◷(?:之?前)?(?:就|再)?(?:过去|上门|进场|到现场)|(?:[◇◆](?:那边|这边)|[样货料资图方报合发证设机配件][\p{Script=Han}]{0,3})◷(?:之?前)?(?:就|必须|务必)?(?:要|得)(?:给|交|出|回复|答复|拿到|看到|到(?!期|场开)|送到|寄到|提交)/u;
/** The scoping doc is on us. */
const ON_US = /(?: is| are|'s) on (?:us|me|our side)(?![\p{L}])|(?:ball is|ball's) in our court/iu;
/** 我给他…, without a word for what is to come, may as well be told of. */
const BARE_SUBJECT = /^(?:我们|咱们|我方|我司|我这边|我|咱)(?:给|把|跟|和|去|这边|\s)+$/u;
/** An order to the bot itself: update ◆, move ◆ to …, 把◆的预计签约改到 … */
const BOT_ORDER = quick(
  /^(?:帮我?)?记(?:一)?(?:个|下)?(?:待办|任务|提醒|事)[\s。!！]*$|^(?:帮我?|请|麻烦)?[把将]◇[^,，。]{0,8}(?:生日|电话|手机|号码|邮箱|微信|职务|职位|头衔|地址)[^,，。]{0,10}(?:记|改|存|更新|换|加|补|录)|^(?:pls |please )?(?:update|change|set|add|save|correct|fix)\b[^,.]{0,20}◇(?:'s)? (?:new )?(?:cell|phone|number|mobile|email|e-mail|birthday|bday|title|details|direct)|^(?:帮我?|请|麻烦)?[把将]◆[^,，。]{0,16}(?:改|调|推|延|挪|更新|降|加|提)(?:整|迟|后|进)?(?:到|成|为|至)|^(?:帮我?|请|麻烦)?[把将]◆[^,，。]{0,10}标(?:记|注|为|成|丢|赢|输)|^(?:pls |please )?(?:update|move|push|bump|set|change|mark|raise|lower|log|create|open|transfer|reassign|assign)\b[^,.]{0,20}◆/iu,
);
/** 请我吃了个饭: no request but a treat. */
const TREATED = /^(?:再|先)?等(?!.{0,6}(?:发|给|去))|^.{0,3}[吃喝唱玩]|^.{0,4}了/u;
const OUR_SUBJECT = /(?<![给跟和向让叫要对发寄传交找问带知诉复])(?:我|咱)/u;

/** The first clause of a story: an open day in it (周五去拜访) has gone by. */
function isNarrated(senses: readonly ClauseSense[], index: number): boolean {
  if (index !== 0) return false;
  const given = GIVEN_ON.test(senses[0]?.clause.text ?? '');
  return senses.slice(1).some((sense) => sense.happened || sense.denied || (sense.toCome && !given));
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

/** The step that a clause tells, or that it speaks of too. */
export function stepIn(steps: readonly Step[], sense: ClauseSense): Step | undefined {
  return steps.find((step) => step.sense === sense || step.also.includes(sense));
}
