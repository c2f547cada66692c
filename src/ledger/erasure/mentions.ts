import { ERASED_WORDS } from '../../ports/seals.ts';

/** Tells whether a value speaks of somebody. */
export type Mentions = (value: unknown) => boolean;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** A name in letters that words are made of counts as a whole word; one in Chinese anywhere. */
function pattern(name: string): string {
  if (/^\+?\d{8,}$/.test(name)) return escaped(name.slice(-8));
  return /\p{Script=Han}/u.test(name) ? escaped(name) : `(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`;
}

/** Looks for any of these names, at least two characters each; a phone by its last eight digits. */
export function mentionsOf(names: Iterable<string>): Mentions {
  const patterns = [...new Set(names)]
    .map((name) => name.trim())
    .filter((name) => [...name].length > 1 && name !== ERASED_WORDS)
    .map(pattern);
  if (patterns.length === 0) return () => false;
  const any = new RegExp(patterns.join('|'), 'iu');
  return (value) => (typeof value === 'string' ? any.test(value) : value != null && any.test(JSON.stringify(value)));
}
