import { workRegionOf } from '../../calendar/work-calendar.ts';
import { wallTime } from '../../calendar/zone.ts';
import { type NormalText, normalise } from '../text/normal-text.ts';
import type { DateContext, DateMention } from './date-mention.ts';
import type { Reading } from './grammar/atom.ts';
import { joinAtoms, withDirection } from './grammar/join.ts';
import { isNoDate } from './grammar/not-a-date.ts';
import { readAtoms } from './grammar/read-atoms.ts';
import { withZoneBefore } from './grammar/zone.ts';
import { mentionOf } from './mention.ts';
import { isMonthFirst } from './month-first.ts';
import { tokenise } from './words/tokens.ts';

const CHINESE = /[\u4e00-\u9fff]/;

/**
 * All expressions of a point, day or span of time in a text, in order and without overlap, lengths that are fixed
 * nowhere (`duration`) among them. Linear in the text's length; never throws, whatever the text.
 * @throws RangeError where `at` is no instant.
 */
export function findDates(
  text: NormalText | string,
  { at, timeZone, lang, vague = false }: DateContext,
): DateMention[] {
  const normal = typeof text === 'string' ? normalise(text) : text;
  const instant = typeof at === 'string' ? Date.parse(at) : at.getTime();
  if (!Number.isFinite(instant)) throw new RangeError('`at` is not an instant');
  const chinese = lang === 'zh' || (lang === undefined && CHINESE.test(normal.text));
  const reading: Reading = {
    text: normal.text,
    tokens: tokenise(normal.text),
    monthFirst: chinese || isMonthFirst(timeZone),
    vague,
    workRegion: workRegionOf(timeZone),
  };
  const moment = { now: wallTime(instant, timeZone), timeZone };
  return joinAtoms(reading, readAtoms(reading))
    .filter((atom) => !isNoDate(reading, atom))
    .map((atom) => mentionOf(withDirection(reading, withZoneBefore(reading, atom)), reading, normal, moment));
}
