/** One thing looked at: well, wrong, or null where it is off or not in use yet. `mend`: what to do about it, '' for nothing. */
export interface Finding {
  ok: boolean | null;
  what: string;
  mend: string;
}

/** `✓ …`, `✗ …` or `– …`, and beneath what to do. */
export function findingLine({ ok, what, mend }: Finding): string {
  const mark = ok === null ? '–' : ok ? '✓' : '✗';
  return ok === true || mend === '' ? `${mark} ${what}` : `${mark} ${what}\n    → ${mend}`;
}

/** `2026-11-23 02:00 UTC`. */
export const minuteText = (instant: Date): string => `${instant.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
