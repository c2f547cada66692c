import { workRegionOf } from '../../calendar/work-calendar.ts';
import { wallTime } from '../../calendar/zone.ts';
import { type NormalText, normalise } from '../text/normal-text.ts';
import type { DateContext, DateMention } from './date-mention.ts';
import type { Atom, Reading } from './grammar/atom.ts';
import { joinAtoms, withDirection } from './grammar/join.ts';
import { readAtoms } from './grammar/read-atoms.ts';
import { mentionOf } from './mention.ts';
import { isMonthFirst } from './month-first.ts';
import { tokenise } from './words/tokens.ts';

const CHINESE = /[\u4e00-\u9fff]/;

/**
 * All expressions of a point, day or span of time in a text, in order and without overlap, lengths that are fixed
 * nowhere (`duration`) among them. Linear in the text's length; never throws, whatever the text.
 * @throws RangeError where `at` is no instant.
 */
export function findDates(text: NormalText | string, { at, timeZone, lang }: DateContext): DateMention[] {
  const normal = typeof text === 'string' ? normalise(text) : text;
  const instant = typeof at === 'string' ? Date.parse(at) : at.getTime();
  if (!Number.isFinite(instant)) throw new RangeError('`at` is not an instant');
  const chinese = lang === 'zh' || (lang === undefined && CHINESE.test(normal.text));
  const reading: Reading = {
    text: normal.text,
    tokens: tokenise(normal.text),
    monthFirst: chinese || isMonthFirst(timeZone),
    workRegion: workRegionOf(timeZone),
  };
  const moment = { now: wallTime(instant, timeZone), timeZone };
  return joinAtoms(reading, readAtoms(reading))
    .filter((atom) => saysTime(reading, atom))
    .map((atom) => mentionOf(withDirection(reading, atom), reading, normal, moment));
}

/** A lone English morning or night is a greeting or an idiom more often than a time; 下午 alone is one. */
function saysTime({ text, tokens }: Reading, atom: Atom): boolean {
  if (isInAddress(text, tokens[atom.from]?.start ?? 0, tokens[atom.to - 1]?.end ?? 0)) return false;
  if (atom.part === undefined || atom.day !== undefined || atom.clock !== undefined) return true;
  const start = tokens[atom.from]?.start ?? 0;
  return CHINESE.test(text.charAt(start)) || atom.to - atom.from > 1;
}

/** fan.may5@example.com, file_2026: part of an address or an identifier. */
function isInAddress(text: string, start: number, end: number): boolean {
  if (text.charAt(end) === '@' || /[@_]/.test(text.charAt(start - 1))) return true;
  return /[a-z]\.$/i.test(text.slice(Math.max(0, start - 2), start)) && /[a-z]/i.test(text.charAt(start));
}
