import { dayText } from '../../chat/format.ts';
import type { Locale } from '../../chat/texts.ts';
import { type Part, soft } from '../../chat/width.ts';
import type { Task } from '../../crm/task/task.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { myListTexts } from './texts.ts';

/** What of a customer or a deal says how much it needs its owner. Days are `YYYY-MM-DD` in the owner's zone. */
export interface CareFacts {
  /** Its next open step, the earliest first told day; null: none. */
  step: Stored<Task> | null;
  /** The last contact; null: never. */
  touched: string | null;
  pausedUntil: string | null;
}

/** Sorts what needs care first: late steps, then what has no step, longest untouched first, then steps ahead, then pauses. */
export function careOrder({ step, touched, pausedUntil }: CareFacts, today: string): string {
  const day = step?.day ?? null;
  if (day !== null && day < today) return `0${day}`;
  if (pausedUntil !== null && pausedUntil > today) return `3${pausedUntil}`;
  return day === null ? `1${touched ?? ''}` : `2${day}`;
}

/** Why it stands where it stands. */
export function careText({ step, touched, pausedUntil }: CareFacts, locale: Locale, today: string): Part[] {
  const texts = myListTexts(locale);
  const day = step?.day ?? null;
  const title = soft(step?.title ?? '');
  if (day !== null && day < today) return [`${texts.overdue(dayText(day, locale, today))} `, title];
  if (pausedUntil !== null && pausedUntil > today) return [texts.pausedUntil(dayText(pausedUntil, locale, today))];
  if (day !== null) return [`${dayText(day, locale, today)} `, title];
  return [touched === null ? texts.quiet : texts.last(dayText(touched, locale, today))];
}
