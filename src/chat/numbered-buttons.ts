/** The buttons that were last shown to a reader as numbered lines: the first one's number is 1. */
export interface NumberedButtons {
  ids: string[];
  at: Date;
}

/** How long a bare number presses the button that was shown under it. */
const NUMBERS_MS = 10 * 60_000;
const HAN_DIGITS = '一二三四五六七八九';

/** The button that words of a bare number (2, ２, 2., 二) press at an instant; undefined where they are words. */
export function pressedByNumber(text: string, shown: NumberedButtons | null, at: Date): string | undefined {
  if (shown === null || at.getTime() - shown.at.getTime() > NUMBERS_MS) return undefined;
  const bare = text
    .normalize('NFKC')
    .trim()
    .replace(/[.、。]$/u, '');
  const number = /^[1-9]$/.test(bare) ? Number(bare) : bare.length === 1 ? HAN_DIGITS.indexOf(bare) + 1 : 0;
  return shown.ids[number - 1];
}
