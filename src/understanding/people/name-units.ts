/** A piece of text that names are compared by: one Chinese character, or one run of letters and digits. */
export interface NameUnit {
  /** Lower case, without a possessive. */
  key: string;
  start: number;
  end: number;
  latin: boolean;
  /** Whether a name may run on from the unit before (nothing but a blank, a hyphen or a point between). */
  joins: boolean;
}

const OTHER_WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const BETWEEN_LATIN = /^[ .\-'·]{0,2}$/;

/** Cuts a text into units, in order. By character codes, for a directory of 100,000 names passes through here. */
export function nameUnits(text: string): NameUnit[] {
  const units: NameUnit[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const code = text.charCodeAt(at);
    const latin = !isHan(code);
    if (!latin || code === AMPERSAND) at++;
    else {
      while (at < text.length && isLatinWord(text, at)) at++;
      if (at === start) {
        at++;
        continue;
      }
    }
    addUnit(units, text, start, at, latin);
  }
  return units;
}

const AMPERSAND = 38;
const SPACE = 32;

function addUnit(units: NameUnit[], text: string, start: number, end: number, latin: boolean): void {
  const before = units.at(-1);
  const word = latin ? text.slice(start, end).toLowerCase() : text.charAt(start);
  // Tuk and Go is Tuk & Go.
  const key = word === 'and' ? '&' : word;
  // The `s` of "Dana's" belongs to no name.
  if (key === 's' && text[start - 1] === "'" && before?.latin && before.end === start - 1) return;
  units.push({ key, start, end, latin, joins: before !== undefined && joins(text, before, start, latin) });
}

function joins(text: string, before: NameUnit, start: number, latin: boolean): boolean {
  if (before.end === start) return true;
  if (start === before.end + 1 && text.charCodeAt(before.end) === SPACE) return latin || before.latin;
  const gap = text.slice(before.end, start);
  return gap === '·' || ((latin || before.latin) && BETWEEN_LATIN.test(gap));
}

function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
}

function isLatinWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return !isHan(code) && OTHER_WORD_CHARACTER.test(text.charAt(at));
}

/** The key of the units from `from` to `to` (exclusive); Latin words stand apart, characters do not. */
export function unitsKey(units: readonly NameUnit[], from: number, to: number): string {
  let key = '';
  let latinBefore = false;
  for (let at = from; at < to; at++) {
    const unit = units[at];
    if (!unit) break;
    key += latinBefore && unit.latin ? ` ${unit.key}` : unit.key;
    latinBefore = unit.latin;
  }
  return key;
}

/** By what a form is found in a text: Latin forms by their first word, Chinese ones by their first two characters. */
export function openingOf(units: readonly NameUnit[]): string {
  const [first, second] = units;
  if (!first) return '';
  return !first.latin && second ? first.key + second.key : first.key;
}
