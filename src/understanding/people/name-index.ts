import type { FormKind, NameForm } from './name-forms.ts';
import { ShardedMap } from './sharded-map.ts';

/** Something that bears names, by its place in the directory's table. */
export type BearerId = number;

export interface Posting {
  bearer: BearerId;
  kind: FormKind;
}

const KINDS: readonly FormKind[] = ['name', 'alias', 'short'];
const KIND_BITS = 4;

/**
 * Form → bearers, for exact look-up of the longest name at a place in a text. A posting is one number, or an array
 * where several bear the form: 100,000 accounts hold about a million forms, and objects for each would cost 100 MB.
 */
export class NameIndex {
  private readonly postings = new ShardedMap<number | number[]>();
  /** First unit (or two for Chinese) of every form → [longest form beginning so in units, how many forms]. */
  private readonly openings = new Map<string, number>();

  add(forms: readonly NameForm[], bearer: BearerId): void {
    for (const { key, kind, opening, length } of forms) {
      const packed = bearer * KIND_BITS + KINDS.indexOf(kind);
      const there = this.postings.get(key);
      if (there === undefined) this.postings.set(key, packed);
      else if (typeof there === 'number') this.postings.set(key, [there, packed]);
      else there.push(packed);
      if ((this.openings.get(opening) ?? 0) < length) this.openings.set(opening, length);
    }
  }

  /** Openings stay: they only bound the search. */
  remove(forms: readonly NameForm[], bearer: BearerId): void {
    for (const { key } of forms) {
      const there = this.postings.get(key);
      if (typeof there === 'number') this.postings.delete(key);
      else if (there) {
        const rest = there.filter((packed) => Math.floor(packed / KIND_BITS) !== bearer);
        if (rest.length === 0) this.postings.delete(key);
        else this.postings.set(key, rest);
      }
    }
  }

  /** Length in units of the longest form that begins with this opening, 0 when none does. */
  longestFrom(opening: string): number {
    return this.openings.get(opening) ?? 0;
  }

  /** The bearers of a form that are `wanted`, at most `limit`: a form that thousands bear (王总) tells little by itself. */
  get(key: string, limit: number, wanted?: (bearer: BearerId) => boolean): Posting[] {
    const there = this.postings.get(key);
    if (there === undefined) return [];
    const found: Posting[] = [];
    for (const packed of typeof there === 'number' ? [there] : there) {
      const bearer = Math.floor(packed / KIND_BITS);
      if (wanted && !wanted(bearer)) continue;
      found.push({ bearer, kind: KINDS[packed % KIND_BITS] ?? 'short' });
      if (found.length >= limit) break;
    }
    return found;
  }
}
