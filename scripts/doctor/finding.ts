/** One thing looked at: well, wrong (with how to mend it), or null where there is nothing to say but that it is off. */
export interface Finding {
  ok: boolean | null;
  what: string;
  mend: string;
}

/** `✓ …`, `✗ … → how to mend it`, `– …`. */
export function findingLine({ ok, what, mend }: Finding): string {
  const mark = ok === null ? '–' : ok ? '✓' : '✗';
  return ok === false && mend !== '' ? `${mark} ${what}\n    → ${mend}` : `${mark} ${what}`;
}
