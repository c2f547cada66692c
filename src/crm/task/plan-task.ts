import { parseDay } from '../../calendar/days.ts';
import { zonedText } from '../../calendar/zone.ts';
import type { Task } from './task.ts';

/** The instant of a day and clock time in a zone; null unless both are given. */
export function dueInstant(day: string | null, time: string | null, zone: string): Date | null {
  if (day === null || time === null) return null;
  const [hours, minutes] = time.split(':').map(Number);
  return new Date(zonedText({ day: parseDay(day), minute: (hours ?? 0) * 60 + (minutes ?? 0) }, zone));
}

/** A next step as told. */
export function planTask(
  told: Pick<Task, 'title' | 'account' | 'deal' | 'owner' | 'by' | 'day' | 'time' | 'zone'>,
  now: Date,
): Task {
  return { ...told, dueAt: dueInstant(told.day, told.time, told.zone), doneAt: null, createdAt: now };
}
