import { type NormalText, normalise } from '../text/normal-text.ts';
import type { DateContext, DateMention } from './date-mention.ts';

/** All expressions of a point, day or span of time in a text, in order and without overlap. Linear in the text's length; never throws. */
export function findDates(text: NormalText | string, _context: DateContext): DateMention[] {
  const _normal = typeof text === 'string' ? normalise(text) : text;
  return [];
}
