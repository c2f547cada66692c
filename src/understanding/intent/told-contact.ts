import { quick } from '../text/quick-pattern.ts';
import type { InteractionKind, ToldInteraction } from '../understanding.ts';
import { isOccasion } from './appointment.ts';
import { type ClauseSense, isFuture, isLongAgo, isPast } from './clause-sense.ts';
import { AT_OURS, BY_VIDEO, HEADING, NOT_AT_THEIRS } from './contact-place.ts';
import { BEARS_FACTS, newsOf } from './news.ts';
import { isNoContact } from './no-contact.ts';
import type { Reading } from './reading.ts';
import { type Step, stepIn } from './steps.ts';
import { whenOf } from './told-when.ts';
import { ARRANGED, CONTACT_CUES, CUSTOMER_SPOKE, MOVED, UNREACHED } from './words/contact-words.ts';
import { IMPERATIVE } from './words/step-words.ts';
import { CONDITION, CORRECTION } from './words/tense-words.ts';

/** The contact that a message tells of, and how surely. */
export interface ToldContact extends ToldInteraction {
  confidence: number;
  /** Other ways of being in touch are named beside it. */
  rivalled: boolean;
  sense: ClauseSense;
}

interface Trace {
  kind: InteractionKind;
  sense: ClauseSense;
  at: number;
  unreached: boolean;
}

/** What follows is wished for or planned, not told. */
const WISHED = quick(
  /(?:要求|希望|想|需要|打算|准备|计划|下次|有空|有机会|能不能|可以|应该|申请|待)[^,，]{0,10}$|[以之]?后(?:还)?(?:要|得)[^,，]{0,4}$|(?:would like|wants?|needs?|hoping|hopes|next|plan(?:s|ning)? to|like to see|whether|(?<!as )if (?:we|i|you))[^,.]{0,24}$/iu,
);

const ARRANGEABLE = /^(?:demo|event|meeting|visit)$/;
const KINDS = ['demo', 'event', 'call', 'visit', 'meeting', 'message', 'email', 'other'] as const;

/** The contact told of, null when the message tells of none. */
export function readToldContact(
  reading: Reading,
  senses: readonly ClauseSense[],
  steps: readonly Step[],
): ToldContact | null {
  const traces = senses.flatMap((sense) => tracesIn(reading, sense, steps));
  const chosen = choose(withoutTakenBack(reading, traces));
  const { speech } = reading;
  const quoting = speech && senses.find(({ speaker }) => speaker !== 'us');
  if (speech && quoting && (!chosen || chosen.kind === 'other'))
    return {
      ...whenOf(reading, [], [], quoting),
      kind: speech.kind,
      sense: quoting,
      confidence: 0.92,
      rivalled: false,
    };
  if (chosen)
    return {
      ...whenOf(reading, senses, steps, chosen.sense),
      kind: chosen.kind,
      sense: chosen.sense,
      confidence: chosen.kind === 'other' ? 0.75 : 0.92,
      rivalled: new Set(traces.map(({ kind }) => kind).filter((kind) => kind !== 'other')).size > 1,
    };
  const spoke = senses.find(
    (sense) =>
      (!sense.conditional || spokeFirst(sense)) &&
      ((CUSTOMER_SPOKE.test(sense.clause.text) &&
        !BEARS_FACTS.test(sense.clause.text) &&
        reading.people.contacts.length > 0) ||
        newsOf(reading, sense, stepIn(steps, sense) !== undefined) !== null),
  );
  if (spoke === undefined) return null;
  const when = whenOf(reading, senses, steps, spoke);
  // They bought 30k last spring: news of today, whenever it was.
  const since = isLongAgo(when.date, reading.today) ? { date: reading.today, time: null } : when;
  return { ...since, kind: 'other', sense: spoke, confidence: 0.65, rivalled: false };
}

/** 段姐说如果…: what she says hangs on something, that she says it does not. */
function spokeFirst({ clause }: ClauseSense): boolean {
  const condition = CONDITION.exec(clause.text);
  return condition !== null && CUSTOMER_SPOKE.test(clause.text.slice(0, condition.index));
}

function tracesIn(reading: Reading, sense: ClauseSense, steps: readonly Step[]): Trace[] {
  const step = stepIn(steps, sense);
  const text = step ? sense.clause.text.slice(0, toldUpTo(step, sense)) : sense.clause.text;
  if (text === '' || sense.conditional || (sense.dropped && !sense.happened)) return [];
  const said = SAID.exec(text)?.index ?? text.length;
  const open = sense.days.filter(({ at }) => at < said);
  if (
    open.some(({ day }) => isFuture(day, reading.today)) &&
    !open.some(({ day }) => isPast(day, reading.today)) &&
    !sense.happened
  )
    return [];
  if (IMPERATIVE.test(text) && !sense.happened) return [];
  const unreached = UNREACHED.test(text);
  return KINDS.flatMap((kind) => {
    const match = CONTACT_CUES[kind].exec(text);
    if (match === null || (kind === 'message' && WECHAT_ID.test(text))) return [];
    const before = text.slice(0, match.index);
    if (isMereTime(kind, text, match) || (!unreached && NEVER_DONE.test(before))) return [];
    if (isNoContact(kind, before, text.slice(match.index))) return [];
    const wished = WISHED.test(before) && !/[了过]/.test(match[0]);
    const arranged = ARRANGEABLE.test(kind) && ARRANGED.test(before);
    const moved = kind !== 'other' && MOVED.test(text.slice(match.index + match[0].length));
    return wished || arranged || moved ? [] : [{ kind, sense, at: sense.clause.start + match.index, unreached }];
  });
}

/** 微信 wangjg88, 微信号是…: where to reach somebody, no message. */
const WECHAT_ID = /(?:微信|wechat|wx)(?:号|id)?\s*(?:是|为|[:：])?\s*[a-z][\w-]{5,19}(?!\w)/iu;

/** 电话里说下周有空: the day is what was said, not when. */
const SAID = /[说讲]|表示|告诉|通知|回复/u;

/** After lunch, 午饭后: when it was, not what it was. */
function isMereTime(kind: InteractionKind, text: string, { index, 0: words }: RegExpExecArray): boolean {
  return (
    kind === 'event' &&
    (/(?:after|before|since|until|till|by|post|pre|over)[ -](?:a |the )?$/u.test(text.slice(0, index)) ||
      /^[之以]?[后前]/u.test(text.slice(index + words.length)))
  );
}

/** Nobody's called yet, 还没打过电话: not done, and not tried. */
const NEVER_DONE =
  /(?:还没(?:有)?|从没|未曾|没来得及|尚未)(?:打|联系|见|聊|拜访|沟通|去|接触|发)?(?:过)?[^,，]{0,3}$|(?:nobody|no one|no-one|haven't|hasn't|have not|has not|never|yet to|not yet|didn't get to)(?:'s| has| have)?(?: \w+){0,3} $/u;

/** 打了电话 哦不 是微信: a way that the next words take back is none. */
function withoutTakenBack({ skeleton }: Reading, traces: readonly Trace[]): Trace[] {
  return traces.filter(
    (trace) =>
      !traces.some(
        (later) =>
          later.kind !== trace.kind &&
          later.at > trace.at &&
          later.at - trace.at <= CORRECTED_WITHIN &&
          isCorrection(skeleton.text.slice(trace.at, later.at)),
      ),
  );
}

/** 哦不 是: nothing but the correction stands before the other way; a name there is what was corrected. */
function isCorrection(between: string): boolean {
  const match = CORRECTION.exec(between);
  return match !== null && !/[◆◇◷¤]/u.test(between.slice(match.index));
}

/** How far behind a way of being in touch its correction may follow. */
const CORRECTED_WITHIN = 40;

/** A wish is told within its contact (打电话来催发票); of other steps only what stands before them. */
function toldUpTo(step: Step, sense: ClauseSense): number {
  if (step.sense !== sense || (step.sign === 'fixed' && !sense.happened && isOccasion(sense.clause.text))) return 0;
  return step.sign === 'wanted' && sense.days.length === 0 ? sense.clause.text.length : step.from;
}

/** A demonstration is one by whatever means, an occasion outweighs the talk at it; else the first thing told. */
function choose(traces: readonly Trace[]): Trace | undefined {
  const reached = traces.some(({ unreached }) => !unreached) ? traces.filter(({ unreached }) => !unreached) : traces;
  const first = (kind: InteractionKind) => reached.find((trace) => trace.kind === kind);
  const special = first('demo') ?? first('event');
  if (special) return special;
  const main = reached.filter(({ kind }) => kind !== 'other').sort((a, b) => a.at - b.at)[0];
  if (!main)
    return reached[0] ? (traces.find(({ unreached, kind }) => unreached && kind !== 'other') ?? reached[0]) : undefined;
  const same = reached.filter(({ sense }) => sense.clause.sentence === main.sense.clause.sentence);
  const text = same.map(({ sense }) => sense.clause.text).join(' ');
  const has = (kind: InteractionKind) => same.find((trace) => trace.kind === kind);
  if (main.kind === 'visit' && has('meeting') && AT_OURS.test(text)) return has('meeting');
  if (main.kind === 'call' && has('meeting') && BY_VIDEO.test(text)) return has('meeting');
  if (main.kind === 'message' && has('call')) return has('call');
  if (main.kind === 'meeting' && HEADING.test(main.sense.clause.text)) return first('visit') ?? main;
  if (main.kind === 'meeting' && has('visit') && !NOT_AT_THEIRS.test(text)) return has('visit');
  return main;
}
