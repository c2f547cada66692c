import type { DateMention } from '../dates/date-mention.ts';
import { quick } from '../text/quick-pattern.ts';
import { type ClauseSense, isFuture, isPast, isRatherAhead } from './clause-sense.ts';
import type { Reading } from './reading.ts';
import { type Step, stepIn } from './steps.ts';
import { STAGE_CUES } from './words/stage-words.ts';

const DAY_OR_FINER = new Set(['minute', 'hour', 'day', 'week', 'range']);
/** The xmas party last night: the holiday names the occasion. */
const HOLIDAY = /christmas|xmas|easter|thanksgiving|halloween|diwali|new year|cny|eid/iu;
const OCCASION_BEHIND =
  /^ (?:\p{L}+ )?(?:party|dinner|lunch|drinks|do|bash|reception|event|fair|market|gala)(?!\p{L})/u;
/** 招标推迟到…, until: the day belongs to a plan. */
const PLANNED = /(?:推迟?到|改到|延到|等到?|要到|定在|计划|预计|until|till|moved to|pushed to) ?$/iu;
/** 年后再看. */
const STILL_TO_DO = /^(?:之?[后前])?(?:再|才)(?!次)/u;
/** 时间:3月2号, Date: … */
const LABELLED = quick(/^(?:拜访|会议|见面|沟通)?(?:时间|日期)\s*[:：◷]|^(?:date|when|time)\s*:/iu);
/** A clock time that stands alone. */
const BARE_CLOCK = /^[\s,]*◷[\s.,]*$/u;

/** The day and clock time told in the clause itself, else in a clause around it that can only mean the same contact. */
export function whenOf(
  reading: Reading,
  senses: readonly ClauseSense[],
  steps: readonly Step[],
  sense: ClauseSense,
): { date: string; time: string | null } {
  const index = senses.indexOf(sense);
  for (const one of [
    sense,
    ...senses.slice(0, index).reverse(),
    ...senses.slice(index + 1, index + 3),
    ...senses.filter(({ clause }) => LABELLED.test(clause.text)),
  ]) {
    const step = stepIn(steps, one);
    const days = one.days.filter(
      ({ at, day }) =>
        !(step && (step.sense !== one || at >= step.from)) &&
        isWhen(reading, senses, one, sense, day, step !== undefined),
    );
    const dated = days.filter(({ day }) => day.kind === 'date');
    const date = dated.find(({ day }) => day.direction === 'at') ?? dated[0] ?? days[0];
    const resolved = date?.day.resolve('past');
    if (!resolved || resolved.day > reading.today) continue;
    const clock = days.find(({ day }) => day.time !== null);
    return { date: resolved.day, time: resolved.time ?? clock?.day.time ?? null };
  }
  return { date: reading.today, time: null };
}

/** In another clause a day counts when it has surely gone by, or stands before the contact and awaits nothing. */
function isWhen(
  reading: Reading,
  senses: readonly ClauseSense[],
  one: ClauseSense,
  told: ClauseSense,
  day: DateMention,
  beforeStep: boolean,
): boolean {
  if (
    isFuture(day, reading.today) ||
    !DAY_OR_FINER.has(day.grain) ||
    (day.direction !== 'at' && day.direction !== 'until') ||
    isRatherAhead(day, reading.today)
  )
    return false;
  if (one !== told && STAGE_CUES.proposal.test(one.clause.text)) return false;
  const at = one.days.find((each) => each.day === day)?.at ?? 0;
  if (HOLIDAY.test(day.text) && OCCASION_BEHIND.test(one.clause.text.slice(at + 1))) return false;
  if (PLANNED.test(one.clause.text.slice(0, at)) || STILL_TO_DO.test(one.clause.text.slice(at + 1))) return false;
  if (LABELLED.test(one.clause.text) || BARE_CLOCK.test(one.clause.text)) return true;
  if (one === told) return !one.conditional && (!one.closing || isPast(day, reading.today));
  if (one.closing || one.conditional || (one.toCome && !beforeStep)) return false;
  if (isPast(day, reading.today) || senses.indexOf(one) < senses.indexOf(told)) return true;
  return beforeStep && one.clause.sentence === told.clause.sentence;
}
