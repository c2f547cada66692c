const DIGITS = /\d{1,3}(?:'\d{3})+(?:[.,]\d{1,2})?(?![\d'])|\d+(?:[.,]\d+)*/y;
const SPACED_DIGITS = /\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?(?!\d)/y;
/** $1,5m: no thousands are grouped so. */
const SCALE_BEHIND = /\s?(?:k|m|mio|mrd|mn|bn)(?![a-z0-9])/iy;
const LONGEST = 40;

export interface NumberStyle {
  /** 30.000 is thirty thousand, 12,5 is twelve and a half. */
  readonly decimalComma: boolean;
  /** A space may group thousands (€60 000). */
  readonly spaceGroups: boolean;
}

interface ReadNumber {
  readonly value: number;
  readonly length: number;
  /** Thousands were grouped (48,500). */
  readonly grouped: boolean;
}

/** The number written in digits at an offset, with its marks: 48,500.00, 12'000, €30.000; `read` is null where it is none. */
export function writtenNumber(text: string, at: number, style: NumberStyle): { end: number; read: ReadNumber | null } {
  const spaced = style.spaceGroups ? run(SPACED_DIGITS, text, at) : at;
  const end = spaced > at ? spaced : run(DIGITS, text, at);
  if (end - at > LONGEST) return { end, read: null };
  return { end, read: readDigits(text.slice(at, end), style, run(SCALE_BEHIND, text, end) > end) };
}

function readDigits(written: string, { decimalComma, spaceGroups }: NumberStyle, scaled: boolean): ReadNumber | null {
  const whole = (value: string, grouped: boolean) => ({ value: Number(value), length: written.length, grouped });
  if (/^\d+$/.test(written)) return whole(written, false);
  if (written.includes("'")) return whole(written.replaceAll("'", '').replace(',', '.'), true);
  if (spaceGroups && /^\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?$/.test(written))
    return whole(written.replaceAll(' ', '').replace(',', '.'), true);
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written)) return whole(written.replaceAll(',', ''), true);
  if (/^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/.test(written)) return whole(written.replaceAll(',', ''), true);
  if (
    /^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/.test(written) ||
    (decimalComma && /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written))
  )
    return whole(written.replaceAll('.', '').replace(',', '.'), true);
  if (/^\d+\.\d+$/.test(written)) return whole(written, false);
  if ((decimalComma || scaled) && /^\d+,\d{1,2}$/.test(written)) return whole(written.replace(',', '.'), false);
  // A list or an odd mark: the first figure alone.
  const first = /^\d+(?:\.\d+)?(?=,|\.)/.exec(written)?.[0];
  return first === undefined ? null : { value: Number(first), length: first.length, grouped: false };
}

function run(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
