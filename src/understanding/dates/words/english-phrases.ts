import { ENGLISH_HOLIDAYS } from '../../../calendar/holiday-names.ts';
import { ENGLISH_LOOK_ALIKES } from './look-alikes.ts';
import type { Meaning } from './meaning.ts';

type Entry = readonly [words: string, meaning: Meaning];

/** Fixed phrases of several words; a space stands for white space, an apostrophe may be left out, a hyphen may be a space. */
const PHRASES: readonly Entry[] = [
  ['day after tomorrow', { is: 'day', offset: 2 }],
  ['the day after tomorrow', { is: 'day', offset: 2 }],
  ["y'day|y'dy|yest'day", { is: 'day', offset: -1 }],
  ['day before yesterday', { is: 'day', offset: -2 }],
  ['the day before yesterday', { is: 'day', offset: -2 }],
  ['last night|last nite', { is: 'part', part: 'evening', offset: -1 }],
  ['night before last|the night before last', { is: 'part', part: 'evening', offset: -2 }],
  ['this am', { is: 'part', part: 'morning', offset: 0 }],
  ['this pm', { is: 'part', part: 'afternoon', offset: 0 }],
  ['first thing', { is: 'part', part: 'morning' }],
  ['week after next', { is: 'period', unit: 'week', steps: 2 }],
  ['week before last', { is: 'period', unit: 'week', steps: -2 }],
  ['month after next', { is: 'period', unit: 'month', steps: 2 }],
  ['month before last', { is: 'period', unit: 'month', steps: -2 }],
  ['quarter after next', { is: 'period', unit: 'quarter', steps: 2 }],
  ['year after next', { is: 'period', unit: 'year', steps: 2 }],
  ['year before last', { is: 'period', unit: 'year', steps: -2 }],
  ['weekend after next', { is: 'period', unit: 'weekend', steps: 2 }],
  ['weekend before last', { is: 'period', unit: 'weekend', steps: -2 }],
  ['tonite', { is: 'part', part: 'evening', offset: 0 }],
  ['right now|just now|at the moment|at present|as of now|as soon as possible', { is: 'vague' }],
  ['next day|following day', { is: 'vague', offset: 1 }],
  ['previous day', { is: 'vague', offset: -1 }],
  [
    'business day|business days|working day|working days|work day|work days|workday|workdays|biz days|biz day|weekdays|weekday',
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
];

/** Phrases by their first word, the longest first, as patterns that match at a given place. */
export const ENGLISH_PHRASES: ReadonlyMap<string, readonly (readonly [RegExp, Meaning])[]> = (() => {
  const table = new Map<string, [string, Meaning][]>();
  const holidays = ENGLISH_HOLIDAYS.map(([words, name]): Entry => [words, { is: 'holiday', name }]);
  for (const [alternatives, meaning] of [...PHRASES, ...holidays, ...ENGLISH_LOOK_ALIKES]) {
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
