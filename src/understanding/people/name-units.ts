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

const UNIT = /[\p{Script=Han}〇]|[\p{L}\p{N}\p{M}]+?(?=\p{Script=Han}|[^\p{L}\p{N}\p{M}]|$)|&/gu;
const BETWEEN_LATIN = /^(?:[ .\-'·]{0,2})$/;
const HAN = /^\p{Script=Han}/u;

/** Cuts a text into units, in order. */
export function nameUnits(text: string): NameUnit[] {
  const units: NameUnit[] = [];
  for (const match of text.matchAll(UNIT)) {
    const start = match.index;
    const latin = !HAN.test(match[0]);
    const before = units.at(-1);
    if (isPossessive(match[0], text, start, before)) {
      if (before) before.end = start - 1;
      continue;
    }
    const gap = before ? text.slice(before.end, start) : '';
    const joins =
      before !== undefined && (gap === '' || ((latin || before.latin) && BETWEEN_LATIN.test(gap)) || gap === '·');
    units.push({ key: match[0].toLowerCase(), start, end: start + match[0].length, latin, joins });
  }
  return units;
}

/** The `s` of "Dana's" belongs to no name. */
function isPossessive(word: string, text: string, start: number, before: NameUnit | undefined): boolean {
  return word === 's' && text[start - 1] === "'" && before?.latin === true && before.end === start - 1;
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
