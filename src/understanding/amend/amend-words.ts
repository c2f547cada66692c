import type { Reading } from '../intent/reading.ts';
import type { Readings } from './field-change.ts';
import type { PreviousRecord } from './previous-record.ts';

/** A count of something: 45 seats, 45个席位. */
const COUNT =
  /(?<![\p{L}\d.:/])\d+\s*(\p{Script=Latin}[\p{Script=Latin}-]*|[个套台件份人名位张箱吨间辆]\p{Script=Han}{0,3})/gu;

/** A correction of a count inside a step: "no, 45 seats" of "pricing for 40 seats". */
export function wordChanges({ tasks }: PreviousRecord, { text }: Reading): Readings {
  const [to, what = ''] = [...text.matchAll(COUNT)].at(-1) ?? [];
  if (to === undefined) return { changes: [], choices: [] };
  const counted = tasks.flatMap(({ title }) => [...title.matchAll(COUNT)]);
  const before = counted.filter(([words, of = '']) => words !== to && of.toLowerCase().startsWith(what.toLowerCase()));
  const [from, ...others] = new Set(before.map(([words]) => words));
  if (from === undefined || others.length > 0) return { changes: [], choices: [] };
  return { changes: [{ field: 'words', from, to }], choices: [] };
}
