/** What the cells of a workbook refer to. */
export interface CellTable {
  /** Days count from 1904, as on old Macs. */
  from1904: boolean;
  strings: string[];
  /** By style number: whether it shows a number as a date. */
  dates: boolean[];
}

const DAY_MS = 86_400_000;
const DAYS_TO_1904 = 1_462;

/** The built-in formats that show dates (ECMA-376 part 1, 18.8.30), those of Chinese and Japanese Excel included. */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);

/** Whether a number format shows a day: it has a year or a day outside of quotes, brackets and escapes. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return isBuiltIn(id);
  return /[yde]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|General|[eE][+-]/gi, ''));
}

/**
 * A serial day as `YYYY-MM-DD`; null outside of 1900 to 9999. Excel counts a 29 February 1900 that never was, so that
 * serials before 61 are one less.
 */
export function serialDay(serial: number, from1904 = false): string | null {
  const days = Math.floor(serial) + (from1904 ? DAYS_TO_1904 : 0);
  if (!(days >= 1 && days < 2_958_466)) return null;
  return new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * DAY_MS).toISOString().slice(0, 10);
}

/** What a cell says, as text. */
export function cellText(
  { type, style, text }: { type: string; style: number; text: string },
  { strings, dates, from1904 }: CellTable,
): string {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'd') return text.slice(0, 10);
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e') return '';
  if (type !== 'n' || text.trim() === '') return text;
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (dates[style] === true) return serialDay(value, from1904) ?? text;
  // 15 digits are what Excel keeps: the rest is noise of binary fractions. A phone number is never 1.38E+10.
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}
