import { valuesTakenBack } from '../intent/clause-sense.ts';
import type { Reading } from '../intent/reading.ts';
import type { Token } from '../intent/skeleton.ts';

/** What a correction says is wrong, and what it says instead: 把X改成Y, not X but Y, X→Y, Y 不是 X. */
export interface Sides {
  /** Days and sums that stand no more. */
  back: ReadonlySet<Token>;
  /** The skeleton, of the same length, with a blank for all that is said to be wrong. */
  right: string;
  /** The same of the text. */
  words: string;
  /** What is said to be wrong, in the words of the text. */
  wrong: string;
  /** Whether what stands at this offset of the text is said to be wrong. */
  isWrong(offset: number): boolean;
}

/** The wrong side is the group of each. */
const WRONG: readonly RegExp[] = [
  /(?<!是)((?:不是|并非|而非)[^,，。;；]{1,14}?)(?=[,，。;；]|而?是|改|$)/dgu,
  /(?:^|[,，。;；\s把将])([^,，。;；]{1,16}?)(?:(?:改|换|调整?|更正|纠正)(?:成|为|到|作)|改(?=[◷¤◆◇\d]))/dgu,
  /(?:^|[,，。;；])([^,，。;；]{1,12}?)应该?(?:是|为)/dgu,
  /(?:^|[,，。;；])([^,，。;；]{1,20}?)\s*(?:→|[-—–=]+[>》〉])/dgu,
  /(?:^|[,，。;；\s])([^,，。;；]{1,12}?)(?:[记写搞弄说打填听选][错混]了?|错了|不对|[记写说打报][多少]了)(?=[,，\s]*\S)/dgu,
  /(?<![a-z])((?:not|isn't|wasn't|instead of|rather than) [^,.;]{1,30}?)(?=[,.;]| but | just | only | it'?s? | it was | that'?s |$)/dgu,
  /(?<![a-z])(?:change|chnage|chagne|switch|swap|replace|update|correct|fix|set|move|amend|edit)d?(?: (?:the|that|it|from))* ([^,.;]{1,40}?) (?:to|with|into|by) /dgu,
  /(?<![a-z])from ([^,.;]{1,20}?) to /dgu,
  /(?:^|[,.;] ?)([^,.;]{1,30}?) (?:sh(?:ou?l?d|uold)(?:'ve| have)?|s\/b|shld|ought to)(?: be| been| read| say)? /dgu,
  /(?:^|[,.;] ?)([^,.;]{1,30}?) (?:is|was) (?:wrong|a typo|a mistake|incorrect)(?=[,.;]| )/dgu,
];

/** Tells the two sides of a correction apart. */
export function sidesOf(reading: Reading): Sides {
  const { skeleton } = reading;
  const spans = WRONG.flatMap((pattern) =>
    [...skeleton.text.matchAll(pattern)].flatMap(({ indices }) => (indices?.[1] === undefined ? [] : [indices[1]])),
  );
  const isIn = (places: readonly (readonly [number, number])[]) => (at: number) =>
    places.some(([from, to]) => at >= from && at < to);
  const within = isIn(spans);
  const isWrong = isIn(spans.map(([from, to]) => [skeleton.offsets[from] ?? 0, skeleton.offsets[to] ?? 0]));
  const back = valuesTakenBack(reading);
  for (const [at, token] of skeleton.at)
    if (within(at) && (token.kind === 'day' || token.kind === 'sum')) back.add(token);
  return {
    back,
    right: blanked(skeleton.text, within),
    words: blanked(reading.text, isWrong),
    wrong: blanked(reading.text, (at) => !isWrong(at)).trim(),
    isWrong,
  };
}

/** By UTF-16 units, so that all keeps its place. */
const blanked = (text: string, isBlank: (at: number) => boolean): string =>
  text
    .split('')
    .map((unit, at) => (isBlank(at) ? ' ' : unit))
    .join('');
