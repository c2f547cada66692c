import type { Weekday } from '../date-mention.ts';
import type { Meaning } from './meaning.ts';

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
  ['today 2day tday', { is: 'day', offset: 0 }],
  ['yesterday yday ystd yest', { is: 'day', offset: -1 }],
  ['tomorrow tmrw tmr tmw tmrow tomo 2moro 2morrow tomoz', { is: 'day', offset: 1 }],
  ['tonight tonite 2nite', { is: 'part', part: 'evening', offset: 0 }],
  ['morning mornings', { is: 'part', part: 'morning' }],
  ['afternoon aft arvo afternoons', { is: 'part', part: 'afternoon' }],
  ['evening evenings', { is: 'part', part: 'evening' }],
  ['night', { is: 'part', part: 'evening' }],
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
  ['christmas xmas', { is: 'holiday', name: 'christmas' }],
  ['thanksgiving', { is: 'holiday', name: 'thanksgiving' }],
  ['halloween', { is: 'holiday', name: 'halloween' }],
  ['easter', { is: 'holiday', name: 'easter' }],
  ['cny', { is: 'holiday', name: 'springFestival', loose: true }],
  ['thirty', { is: 'number', value: 30 }],
  ['forty', { is: 'number', value: 40 }],
  ['fifty', { is: 'number', value: 50 }],
  ['sixty', { is: 'number', value: 60 }],
  ['ninety', { is: 'number', value: 90 }],
];

/** Fixed phrases of several words; a space stands for white space, an apostrophe may be left out, a hyphen may be a space. */
const PHRASES: readonly Entry[] = [
  ['day after tomorrow', { is: 'day', offset: 2 }],
  ['the day after tomorrow', { is: 'day', offset: 2 }],
  ['day before yesterday', { is: 'day', offset: -2 }],
  ['the day before yesterday', { is: 'day', offset: -2 }],
  ['last night', { is: 'part', part: 'evening', offset: -1 }],
  ['this am', { is: 'part', part: 'morning', offset: 0 }],
  ['this pm', { is: 'part', part: 'afternoon', offset: 0 }],
  ['first thing', { is: 'part', part: 'morning' }],
  ['week after next', { is: 'period', unit: 'week', steps: 2 }],
  ['week before last', { is: 'period', unit: 'week', steps: -2 }],
  ['month after next', { is: 'period', unit: 'month', steps: 2 }],
  ['month before last', { is: 'period', unit: 'month', steps: -2 }],
  ['quarter after next', { is: 'period', unit: 'quarter', steps: 2 }],
  ['year after next', { is: 'period', unit: 'year', steps: 2 }],
  [
    'business day|business days|working day|working days|work day|work days|workday|workdays|biz days|biz day|weekdays',
    { is: 'unit', unit: 'workday' },
  ],
  ['end of|end of the|the end of|the end of the|back end of', { is: 'edgeOf', edge: 'end' }],
  [
    'beginning of|beginning of the|start of|start of the|the start of|the start of the|the beginning of|the beginning of the|top of the',
    { is: 'edgeOf', edge: 'start' },
  ],
  ['middle of|middle of the|the middle of|the middle of the', { is: 'edgeOf', edge: 'middle' }],
  [
    'end of day|end of the day|end of play|close of business|close of play|end of business',
    { is: 'edge', edge: 'end', unit: 'day' },
  ],
  ['end of week|end of the week|end of this week|end of the working week', { is: 'edge', edge: 'end', unit: 'week' }],
  ['end of month|end of the month|end of this month|month end|month-end', { is: 'edge', edge: 'end', unit: 'month' }],
  [
    'end of quarter|end of the quarter|end of this quarter|quarter end|quarter-end',
    { is: 'edge', edge: 'end', unit: 'quarter' },
  ],
  ['end of year|end of the year|end of this year|year end|year-end', { is: 'edge', edge: 'end', unit: 'year' }],
  ['first quarter', { is: 'yearPart', part: 1, length: 3 }],
  ['second quarter', { is: 'yearPart', part: 2, length: 3 }],
  ['third quarter', { is: 'yearPart', part: 3, length: 3 }],
  ['fourth quarter', { is: 'yearPart', part: 4, length: 3 }],
  ['first half of|first half', { is: 'yearPart', part: 1, length: 6 }],
  ['second half of|second half', { is: 'yearPart', part: 2, length: 6 }],
  [
    'prior to|ahead of|no later than|not later than|up to|up until|on or before',
    { is: 'direction', direction: 'by', side: 'before' },
  ],
  ['any time after|sometime after', { is: 'direction', direction: 'after', side: 'before' }],
  ['as of|starting from|starting on', { is: 'direction', direction: 'since', side: 'before' }],
  ["new year's eve|nye", { is: 'holiday', name: 'newYearsEve' }],
  ["new year's day|new year's|new year", { is: 'holiday', name: 'newYear' }],
  ['christmas eve|xmas eve', { is: 'holiday', name: 'christmasEve' }],
  ['christmas day|xmas day', { is: 'holiday', name: 'christmas' }],
  ['boxing day', { is: 'holiday', name: 'boxingDay' }],
  ['thanksgiving day', { is: 'holiday', name: 'thanksgiving' }],
  ['black friday', { is: 'holiday', name: 'blackFriday' }],
  ['cyber monday', { is: 'holiday', name: 'cyberMonday' }],
  ['good friday', { is: 'holiday', name: 'goodFriday' }],
  ['easter sunday', { is: 'holiday', name: 'easter' }],
  ['easter monday', { is: 'holiday', name: 'easterMonday' }],
  ["valentine's day|valentine's", { is: 'holiday', name: 'valentines' }],
  ["st patrick's day|st. patrick's day", { is: 'holiday', name: 'stPatricks' }],
  ["april fool's day|april fools", { is: 'holiday', name: 'aprilFools' }],
  ["mother's day", { is: 'holiday', name: 'mothersDay' }],
  ["father's day", { is: 'holiday', name: 'fathersDay' }],
  ["women's day|international women's day", { is: 'holiday', name: 'womensDay' }],
  ["children's day", { is: 'holiday', name: 'childrensDay' }],
  ["teachers' day|teacher's day", { is: 'holiday', name: 'teachersDay' }],
  ["singles' day|singles day", { is: 'holiday', name: 'singlesDay' }],
  ['memorial day', { is: 'holiday', name: 'memorialDay' }],
  ['independence day|fourth of july|4th of july', { is: 'holiday', name: 'independenceDay' }],
  ['labor day|labour day', { is: 'holiday', name: 'laborDay' }],
  ['columbus day', { is: 'holiday', name: 'columbusDay' }],
  ['veterans day', { is: 'holiday', name: 'veteransDay' }],
  ["presidents day|president's day|presidents' day", { is: 'holiday', name: 'presidentsDay' }],
  ['mlk day|martin luther king day', { is: 'holiday', name: 'martinLutherKingDay' }],
  ['chinese new year|lunar new year|spring festival', { is: 'holiday', name: 'springFestival' }],
  ["lunar new year's eve|chinese new year's eve", { is: 'holiday', name: 'newYearsEveLunar' }],
  ['mid-autumn festival|mid-autumn|moon festival', { is: 'holiday', name: 'midAutumn' }],
  ['dragon boat festival', { is: 'holiday', name: 'dragonBoat' }],
  ['lantern festival', { is: 'holiday', name: 'lantern' }],
  ['national day|golden week', { is: 'holiday', name: 'nationalDay' }],
];

export const ENGLISH_WORDS: ReadonlyMap<string, Meaning> = (() => {
  const table = new Map<string, Meaning>();
  for (const [words, meaning] of WORDS) for (const word of words.split(' ')) table.set(word, meaning);
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

/** Long names with one letter left out, doubled or swapped with its neighbour: wensday, tommorow, febuary, thrusday. */
function misspellings(table: ReadonlyMap<string, Meaning>): Map<string, Meaning> {
  const result = new Map<string, Meaning>([
    ['wensday', { is: 'weekday', weekday: 3 }],
    ['wendsday', { is: 'weekday', weekday: 3 }],
    ['tommorow', { is: 'day', offset: 1 }],
    ['tommorrow', { is: 'day', offset: 1 }],
    ['tomorow', { is: 'day', offset: 1 }],
  ]);
  for (const [word, meaning] of table) {
    const name = meaning.is === 'weekday' || meaning.is === 'month' || meaning.is === 'day';
    if (!name || word.length < 6 || word.endsWith('s')) continue;
    for (let index = 1; index < word.length; index++) {
      const [head, letter, tail] = [word.slice(0, index), word.charAt(index), word.slice(index + 1)];
      result.set(head + tail, meaning);
      result.set(head + letter + letter + tail, meaning);
      result.set(head + tail.charAt(0) + letter + tail.slice(1), meaning);
    }
  }
  for (const real of ['frida', 'sunda', 'augusta', 'mondays']) result.delete(real);
  return result;
}

/** Phrases by their first word, the longest first, as patterns that match at a given place. */
export const ENGLISH_PHRASES: ReadonlyMap<string, readonly (readonly [RegExp, Meaning])[]> = (() => {
  const table = new Map<string, [string, Meaning][]>();
  for (const [alternatives, meaning] of PHRASES) {
    for (const phrase of alternatives.split('|')) {
      const first = /^[a-z0-9]+/.exec(phrase)?.[0] ?? phrase;
      table.set(first, [...(table.get(first) ?? []), [phrase, meaning]]);
    }
  }
  const pattern = (phrase: string) =>
    new RegExp(
      `${phrase.replace('.', '\\.').replaceAll("'", "'?").replaceAll('-', '[- ]').replaceAll(' ', ' {1,3}')}(?![a-z0-9])`,
      'y',
    );
  return new Map(
    [...table].map(([first, rows]) => [
      first,
      rows.sort(([a], [b]) => b.length - a.length).map(([phrase, meaning]) => [pattern(phrase), meaning] as const),
    ]),
  );
})();
