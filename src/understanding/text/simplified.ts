import * as opencc from 'opencc-js/t2cn';

const convert = opencc.Converter({ from: 't', to: 'cn' });
const cache = new Map<string, string>();

/**
 * The simplified form of one traditional character (or the character itself), of the same length in UTF-16 units:
 * words are not looked at, so that offsets hold.
 */
export function simplified(character: string): string {
  const known = cache.get(character);
  if (known !== undefined) return known;
  const converted = character.length === 1 ? convert(character) : character;
  const same = converted.length === character.length ? converted : character;
  // At most one entry for each character of the basic plane.
  if (character.length === 1) cache.set(character, same);
  return same;
}
