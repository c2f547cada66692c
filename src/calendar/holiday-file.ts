import { z } from 'zod';
import { parseDay } from './days.ts';
import type { HolidayYear } from './work-calendar.ts';

const day = z.string().refine(isDay, 'a day such as 2027-10-01');
const days = z.array(day).max(120);
const holidayFile = z
  .record(z.string().regex(/^20\d\d$/, 'a year such as 2027'), z.strictObject({ off: days, work: days }))
  .superRefine((years, context) => {
    for (const [year, { off, work }] of Object.entries(years))
      for (const [list, listed] of Object.entries({ off, work }))
        for (const [index, one] of listed.entries())
          if (!one.startsWith(year) || (list === 'work' && off.includes(one)))
            context.addIssue({
              code: 'custom',
              path: [year, list, index],
              message: one.startsWith(year) ? 'a day that is not off as well' : `a day of ${year}`,
            });
  });

/** What a file of holidays holds, or its first fault: where it is (`2027.off.3`, empty for the whole) and what was expected there. */
export type HolidayFile =
  | { readonly kind: 'ok'; readonly years: ReadonlyMap<number, HolidayYear> }
  | { readonly kind: 'fault'; readonly where: string; readonly expected: string };

/** Reads `{ "2027": { "off": ["2027-01-01"], "work": ["2027-01-03"] } }`; never throws. */
export function readHolidayFile(text: string): HolidayFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { kind: 'fault', where: '', expected: 'JSON' };
  }
  const read = holidayFile.safeParse(content);
  if (read.success)
    return { kind: 'ok', years: new Map(Object.entries(read.data).map(([year, listed]) => [Number(year), listed])) };
  const [issue] = read.error.issues;
  return { kind: 'fault', where: issue?.path.join('.') ?? '', expected: issue?.message ?? '' };
}

function isDay(text: string): boolean {
  try {
    return Number.isFinite(parseDay(text));
  } catch {
    return false;
  }
}
