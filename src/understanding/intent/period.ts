import type { Intent, Period } from '../understanding.ts';
import type { Reading } from './reading.ts';

/** The calendar days that a question names; an age (超过两周) names none. */
export function readPeriod({ dates, today }: Reading, intent: Intent): Period | null {
  const named = dates.find(({ kind, direction }) => kind === 'date' && direction !== 'within' && direction !== 'by');
  const day = named ?? dates.find(({ kind }) => kind === 'date');
  const period = day?.resolve('period') ?? null;
  const looksAhead = intent === 'task.list' || intent === 'birthday.list' || intent === 'report.forecast';
  const resolved = period && looksAhead && period.lastDay < today ? (day?.resolve('future') ?? period) : period;
  return resolved ? { from: resolved.firstDay, to: resolved.lastDay } : null;
}
