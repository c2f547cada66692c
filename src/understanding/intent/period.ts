import type { Period } from '../understanding.ts';
import type { Reading } from './reading.ts';

/** The calendar days that a question names; an age (超过两周) names none. */
export function readPeriod({ dates }: Reading): Period | null {
  const named = dates.find(({ kind, direction }) => kind === 'date' && direction !== 'within' && direction !== 'by');
  const resolved = (named ?? dates.find(({ kind }) => kind === 'date'))?.resolve('period');
  return resolved ? { from: resolved.firstDay, to: resolved.lastDay } : null;
}
