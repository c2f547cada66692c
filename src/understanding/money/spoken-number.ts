const SMALL: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  grand: 1e3,
  k: 1e3,
  million: 1e6,
  mil: 1e6,
  billion: 1e9,
  trillion: 1e12,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
  crores: 1e7,
};
const WORD = /[a-z]+/iy;
const GAP = /[ -]{1,2}/y;
/** No sum that a person says takes more words. */
const MOST_WORDS = 12;

export interface SpokenNumber {
  readonly value: number;
  readonly end: number;
  readonly scale: string;
}

/** A number in English words: forty-five grand, half a million, two hundred and fifty thousand, one point five million. */
export function spokenNumber(text: string, at: number): SpokenNumber | null {
  const words = wordsAt(text, at);
  const first = words[0]?.word ?? '';
  if (!(first in SMALL) && !(first in TENS) && !/^(?:a|an|half|quarter)$/.test(first)) return null;
  let total = 0;
  let current = 0;
  let scale = '';
  let used = 0;
  let fraction = 0;
  for (const [index, { word }] of words.entries()) {
    const small = SMALL[word];
    const tens = TENS[word];
    const factor = SCALES[word];
    if (fraction > 0 && small !== undefined && small < 10) {
      current += small * fraction;
      fraction /= 10;
    } else if (small !== undefined || tens !== undefined) {
      // One fifty four thousand: the hundred goes unsaid.
      const figure = small ?? tens ?? 0;
      current = figure >= 10 && current >= 1 && current < 10 ? current * 100 + figure : current + figure;
    } else if (word === 'hundred') {
      current = (current || 1) * 100;
      scale ||= 'hundred';
    } else if (factor !== undefined) {
      total += (current || 1) * factor;
      current = 0;
      scale = word;
    } else if (word === 'half' || word === 'quarter') {
      const share = word === 'half' ? 0.5 : 0.25;
      if (scale !== '' && current === 0) total += share * (SCALES[scale] ?? 1);
      else current += share;
    } else if (word === 'point') fraction = 0.1;
    else if (
      !(
        word === 'a' ||
        word === 'an' ||
        word === 'and' ||
        (word === 'of' && /^(?:half|quarter)$/.test(words[index - 1]?.word ?? ''))
      )
    )
      break;
    if (word !== 'and' && word !== 'a' && word !== 'an' && word !== 'of' && word !== 'point') used = index + 1;
  }
  const last = words[used - 1];
  const value = total + current;
  return last === undefined || used === 0 || value === 0
    ? null
    : { value: Number(value.toPrecision(12)), end: last.end, scale };
}

function wordsAt(text: string, at: number): { word: string; end: number }[] {
  const words: { word: string; end: number }[] = [];
  for (let from = at; words.length < MOST_WORDS; ) {
    WORD.lastIndex = from;
    const match = WORD.exec(text);
    if (match === null || match[0].length > 12) break;
    const end = from + match[0].length;
    words.push({ word: match[0].toLowerCase(), end });
    GAP.lastIndex = end;
    const gap = GAP.exec(text);
    if (gap === null) break;
    from = end + gap[0].length;
  }
  return words;
}
