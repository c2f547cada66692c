import type { Reading } from '../intent/reading.ts';
import type { Span } from '../text/normal-text.ts';

const PART_OF_DAY = /(?:上午|下午|中午|早上|晚上|傍晚|(?:in the )?(?:morning|afternoon|evening)|(?:at )?noon)$/iu;

/**
 * 昨天跑了两家:…, 昨天上午去了A,下午去了B: a day gone by that stands before the first name holds for a later part that has
 * none `where` its own would stand. Places of the normal text.
 */
export function dayAhead({ dates, today }: Reading, firstName: number, where: Span): string | null {
  const days = dates.filter(({ kind }) => kind === 'date');
  const hasOwn = days.some(({ text, span }) => span[0] >= where[0] && span[0] <= where[1] && withoutPart(text) !== '');
  const day = days.find(({ span }) => span[1] <= firstName);
  if (day === undefined || hasOwn) return null;
  return (day.resolve('past')?.day ?? today) < today ? withoutPart(day.text) : null;
}

const withoutPart = (day: string): string => day.replace(PART_OF_DAY, '').trim();
