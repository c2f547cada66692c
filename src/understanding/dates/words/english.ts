import type { Weekday } from '../../../calendar/days.ts';
import { ENGLISH_ERAS } from './eras.ts';
import type { Meaning } from './meaning.ts';
import { misspellings } from './misspellings.ts';

type Entry = readonly [words: string, meaning: Meaning];

const WEEKDAYS: readonly (readonly [string, string])[] = [
  ['monday', 'mon'],
  ['tuesday', 'tue tues'],
  ['wednesday', 'wed weds'],
  ['thursday', 'thu thur thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
];
const MONTHS: readonly (readonly [string, string])[] = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may', ''],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep sept'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
/** Names of days and months that are everyday words or first names too. */
const LOOSE = new Set([
  'sat',
  'sun',
  'mon',
  'wed',
  'may',
  'march',
  'mar',
  'jan',
  'april',
  'june',
  'august',
  'dec',
  'apr',
]);

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

const WORDS: readonly Entry[] = [
  ['today tday', { is: 'day', offset: 0 }],
  ['yesterday yday ystd yest', { is: 'day', offset: -1 }],
  ['tomorrow tmrw tmr tmw tmrow tomo tomoz', { is: 'day', offset: 1 }],
  ['tonight tonite', { is: 'part', part: 'evening', offset: 0 }],
  ['morning mornings', { is: 'part', part: 'morning' }],
  ['afternoon aft arvo afternoons', { is: 'part', part: 'afternoon' }],
  ['evening evenings', { is: 'part', part: 'evening' }],
  ['night nite', { is: 'part', part: 'evening' }],
  ['noon midday', { is: 'part', part: 'noon', clock: 720 }],
  ['midnight', { is: 'part', part: 'night', clock: 0 }],
  ['lunchtime', { is: 'part', part: 'noon' }],
  ['am', { is: 'meridian', half: 'am' }],
  ['pm', { is: 'meridian', half: 'pm' }],
  ['last previous prior past', { is: 'shift', steps: -1 }],
  ['this current', { is: 'shift', steps: 0 }],
  ['next nxt following', { is: 'shift', steps: 1 }],
  ['coming upcoming', { is: 'shift', steps: 1, coming: true }],
  ['day days', { is: 'unit', unit: 'day' }],
  ['week weeks wk wks', { is: 'unit', unit: 'week' }],
  ['fortnight fortnights', { is: 'unit', unit: 'week' }],
  ['month months mth mths mo mos', { is: 'unit', unit: 'month' }],
  ['quarter quarters qtr', { is: 'unit', unit: 'quarter' }],
  ['year years yr yrs', { is: 'unit', unit: 'year' }],
  ['decade decades', { is: 'unit', unit: 'year' }],
  ['hour hours hr hrs', { is: 'unit', unit: 'hour' }],
  ['minute minutes min mins', { is: 'unit', unit: 'minute' }],
  ['second seconds sec secs', { is: 'unit', unit: 'second' }],
  ['weekend weekends wkend wknd', { is: 'weekend' }],
  ['eod cob eob', { is: 'edge', edge: 'end', unit: 'day' }],
  ['eow', { is: 'edge', edge: 'end', unit: 'week' }],
  ['eom', { is: 'edge', edge: 'end', unit: 'month' }],
  ['eoq', { is: 'edge', edge: 'end', unit: 'quarter' }],
  ['eoy', { is: 'edge', edge: 'end', unit: 'year' }],
  ['early', { is: 'edgeOf', edge: 'start' }],
  ['mid', { is: 'edgeOf', edge: 'middle' }],
  ['late', { is: 'edgeOf', edge: 'end' }],
  ['lunar', { is: 'lunar' }],
  ['by before until til till due b4', { is: 'direction', direction: 'by', side: 'before' }],
  ['after post', { is: 'direction', direction: 'after', side: 'before' }],
  ['since starting from', { is: 'direction', direction: 'since', side: 'before' }],
  ['within', { is: 'direction', direction: 'within', side: 'before' }],
  ['onwards onward', { is: 'direction', direction: 'since', side: 'after' }],
  ['through thru', { is: 'through' }],
  ['every each', { is: 'every' }],
  ['daily everyday', { is: 'recurring', unit: 'day' }],
  ['weekly', { is: 'recurring', unit: 'week' }],
  ['monthly', { is: 'recurring', unit: 'month' }],
  ['quarterly', { is: 'recurring', unit: 'quarter' }],
  ['yearly annually', { is: 'recurring', unit: 'year' }],
  ['cny', { is: 'holiday', name: 'springFestival', loose: true }],
  ['thirty', { is: 'number', value: 30 }],
  ['forty', { is: 'number', value: 40 }],
  ['fifty', { is: 'number', value: 50 }],
  ['sixty', { is: 'number', value: 60 }],
  ['ninety', { is: 'number', value: 90 }],
  ['thirtieth', { is: 'ordinal', value: 30 }],
];

export const ENGLISH_WORDS: ReadonlyMap<string, Meaning> = (() => {
  const table = new Map<string, Meaning>();
  for (const [words, meaning] of [...WORDS, ...ENGLISH_ERAS])
    for (const word of words.split(' ')) table.set(word, meaning);
  const named = (names: readonly (readonly [string, string])[], meaning: (index: number, loose: boolean) => Meaning) =>
    names.forEach(([full, short], index) => {
      for (const word of [full, ...short.split(' ')]) if (word !== '') table.set(word, meaning(index, LOOSE.has(word)));
    });
  named(WEEKDAYS, (index, loose) => ({ is: 'weekday', weekday: (index + 1) as Weekday, loose }));
  named(MONTHS, (index, loose) => ({ is: 'month', month: index + 1, loose }));
  for (const [index, [full]] of WEEKDAYS.entries())
    table.set(`${full}s`, { is: 'weekday', weekday: (index + 1) as Weekday });
  for (const [value, word] of NUMBERS.entries()) if (value > 0) table.set(word, { is: 'number', value });
  for (const [index, word] of ORDINALS.entries()) {
    // The second is a unit of time first.
    if (word !== 'second') table.set(word, { is: 'ordinal', value: index + 1 });
  }
  for (const [misspelt, word] of misspellings(table)) if (!table.has(misspelt)) table.set(misspelt, word);
  return table;
})();
