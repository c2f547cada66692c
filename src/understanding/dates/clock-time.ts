import type { Clock } from './grammar/atom.ts';
import type { DayPart } from './words/meaning.ts';

/** Minutes since midnight from which to which a part of the day reaches. */
const PARTS: Readonly<Record<DayPart, readonly [number, number]>> = {
  dawn: [0, 360],
  morning: [360, 720],
  noon: [660, 840],
  afternoon: [720, 1080],
  evening: [1080, 1440],
  night: [1320, 1440],
};

export function partMinutes(part: DayPart): readonly [number, number] {
  return PARTS[part];
}

/**
 * Minutes since midnight of a clock time as said (past 1440: after midnight of that evening). A bare hour is one of
 * business: 1 to 7 afternoon, 8 to 11 morning, 12 noon.
 */
export function clockMinutes({ hour, minute, half, exact }: Clock, part: DayPart | undefined): number {
  const plain = hour * 60 + minute;
  if (half !== null) return (half === 'am' ? hour % 12 : (hour % 12) + 12) * 60 + minute;
  if (hour > 12 || hour === 0) return plain;
  const afternoon = (hour % 12) * 60 + 720 + minute;
  switch (part) {
    case 'dawn':
      return (hour % 12) * 60 + minute;
    case 'morning':
      return plain;
    case 'noon':
      return hour <= 3 ? afternoon : plain;
    case 'afternoon':
      return hour === 12 ? plain : afternoon;
    case 'evening':
      if (hour === 12) return 1440 + minute;
      return hour >= 4 ? afternoon : 1440 + plain;
    case 'night':
      if (hour === 12) return 1440 + minute;
      return hour >= 7 ? afternoon : plain;
    default:
      return exact || hour >= 8 ? plain : afternoon;
  }
}

/** The clock a span begins with takes am or pm from its end where that leaves it before: 2-3pm, 11-1pm. */
export function withHalfOf(start: Clock, end: Clock): Clock {
  if (start.half !== null || start.exact || end.half === null) return start;
  const same = clockMinutes({ ...start, half: end.half }, undefined);
  if (same < clockMinutes(end, undefined)) return { ...start, half: end.half };
  return { ...start, half: end.half === 'pm' ? 'am' : 'pm' };
}
