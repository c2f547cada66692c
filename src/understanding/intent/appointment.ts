import type { DateMention } from '../dates/date-mention.ts';
import { quick } from '../text/quick-pattern.ts';
import { type ClauseSense, isFuture } from './clause-sense.ts';
import { ASKING } from './dated-step.ts';
import type { Reading } from './reading.ts';

/** 约好,明天中午一起吃饭: what was agreed follows in a clause of its own. */
export function agreedBefore(
  reading: Reading,
  sense: ClauseSense,
  before: ClauseSense | undefined,
): { sign: 'fixed'; from: number } | null {
  if (!before || !AGREED.test(before.clause.text) || sense.conditional) return null;
  return sense.days.some(({ day }) => (day.resolve('future')?.day ?? '') > reading.today)
    ? { sign: 'fixed', from: 0 }
    : null;
}

const AGREED = quick(/(?:约|说|定|商量|谈)(?:好|定|妥)(?:了|的)?\s*$|(?:agreed|arranged|set up|booked)\s*:?$/iu);

/**
 * 后天下午3点去腾云签合同, coming in on Tuesday to sign: a day for which both meet over the paper (next week alone is none). The place in the clause
 * from which it is told, null where a signing is merely awaited.
 */
export function meetingToSign({ today }: Reading, { clause, days, happened }: ClauseSense): number | null {
  const match = TO_SIGN.exec(clause.text);
  if (match === null || happened) return null;
  const day = days.find(
    ({ day: one }) => !/week|month|quarter|year/.test(one.grain) && (one.resolve('future')?.day ?? '') > today,
  );
  return day === undefined ? null : Math.min(day.at, match.index);
}

/** Somebody sets out, and signs there; a clock time alone fixes the hour of a signing too. */
const TO_SIGN = quick(
  /(?:去|来|过来|过去|到(?=◆|我|他|公司)|上门|拜访|当面|见面|碰面)[^了过,，。;；]{0,12}签(?:合同|约|协议|单|字|署)|(?:going|go|heading|head|driving|drive|flying|fly|coming|comes?|visit(?:ing)?|meet(?:ing)?|popping|stopping|dropping|swinging|seeing|off)(?! live)[^.;]{0,48}(?: to| for(?: the)?) sign(?:ing)?(?![\p{L}])/iu,
);

/** Whether a clause tells all by itself: the others only say what or whom to bring. */
export const isAlone = (senses: readonly ClauseSense[], sense: ClauseSense): boolean =>
  senses.every((other) => other === sense || BRINGS.test(other.clause.text));

/** 叫上◈, 带上样品, bring the samples */
const BRINGS =
  /^(?:记得|到时候?)?(?:叫|带|喊|拉|约)(?:上|着)(?!次)|^(?:and )?(?:bring|invite|take|loop in)(?![\p{L}])/iu;
/** Nothing but an occasion and its day: "Meeting with Alder Tuesday 3pm". A day that may as well be gone needs a clock time. */
export function isAppointment({ today, minute }: Reading, sense: ClauseSense, alone: boolean): boolean {
  const comes = COMES_TO_US.test(sense.clause.text) && !ASKING.test(sense.clause.text);
  const fixed = comes || (alone && isOccasion(sense.clause.text));
  if (!fixed || sense.happened || sense.conditional) return false;
  const unmarked = comes || CHINESE_OCCASION.test(sense.clause.text);
  return sense.days.some(
    ({ day }) =>
      isLaterToday(day, today, minute) ||
      ((unmarked || isFuture(day, today) || day.time !== null) && (day.resolve('future')?.day ?? '') > today),
  );
}

/** 下午5点跟柯博开会, said at half past three. */
function isLaterToday(day: DateMention, today: string, minute: number): boolean {
  if (day.time === null || day.resolve('future')?.day !== today) return false;
  const [hours = 0, minutes = 0] = day.time.split(':').map(Number);
  return hours * 60 + minutes > minute;
}

/** Opens with the name of an occasion, not with what someone did. */
export function isOccasion(text: string): boolean {
  return OCCASION.test(text) || CHINESE_OCCASION.test(text);
}

/** 周五下午开会: the day, then an occasion without a mark of the past. */
const CHINESE_OCCASION =
  /◷[^了过着,，。]{0,10}(?:开(?:个|一个)?[^了过]{0,4}会|开庭|评审|见面|碰面|碰头|演示|汇报|答辩|述标|培训|验收|吃饭|面谈|喝茶|过(?:一下)?(?:方案|合同|需求|报价))(?!了)|(?:演示|拜访|会议|例会|评审|见面|培训|验收|交流|参观|考察|汇报|述标|饭局)会?(?:的?(?:时间|日期))?(?:已经?|就|也|先|都)*(?:定|约|安排|敲定|确定)(?:好|了)*(?:在|到|于)?◷/u;
/** 周二上午来我们公司, 周三过来看展厅: both meet, at ours. */
const COMES_TO_US =
  /◷[^了过,，。]{0,6}(?:来|到)(?:我们?|咱们?|我司)(?:这边|这儿|这里|公司|厂里?|办公室|总部|展厅|车间|实验室)(?![^,，。]{0,6}[了过])|◷[^了过,，。]{0,4}(?:过来|来)(?:看|参观|考察)(?![^,，。]{0,16}[了过])/u;
const OCCASION =
  /^(?:(?:[◆◇] )?(?:◷ ){1,2})?(?:\w+ ){0,3}(?:meeting|mtg|call|demo|visit|review|lunch|dinner|coffee|session|workshop|catch[ -]?up|sync|kick-?off|walk|site walk|tour|handover|install|installation|audit|pitch|drinks|breakfast|brunch|golf|huddle|webinar|trial|tasting|chat|training|appointment|zoom|walkthrough|presentation|interview|qbr)(?![\p{L}])/iu;

/** Neither this morning, told in the afternoon, nor a clock time of today that has struck. */
export function isStillAhead(day: DateMention, { today, minute }: Reading): boolean {
  const future = day.resolve('future')?.day ?? '';
  if (future === today && day.time !== null) return isLaterToday(day, today, minute);
  return day.time !== null || future > today || !/morning|早|上午/iu.test(day.text);
}
