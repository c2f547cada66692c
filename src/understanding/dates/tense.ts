import type { DateMention, Tense } from './date-mention.ts';

/** Is closed, are invited, needs, supposed: forms in -ed that tell of no past. */
const NO_PAST =
  /\b(?:is|are|am|be|been|being|'s|'re|get|gets|getting)\s+(?:\w+\s+)?\w+ed\b|\b(?:need|feed|speed|bed|red|hundred|indeed|exceed|proceed|embed|wed|fred|ted|supposed|interested)\b/g;

/** How far the words around an expression are looked at, in UTF-16 units. */
const REACH = 40;
/** In Chinese chat a space between characters ends a clause as a comma does. */
const CLAUSE_END = /[。！？!?;；\n]|，|,(?!\s*\d{4})|\.(?=\s|$)|(?<=[\u4e00-\u9fff])\s(?=\S)/;
const HALF_YEAR = /半年|\bhalf\b/i;
const PAST =
  /没(?![空问有事时法关办人什啥准])|了(?!解)|过(?![来去程于节年])|刚|已经|曾|上次|完成了|回来|去的|见的|开的|来的|\b(?:was|were|did|had|met|saw|went|came|called|visited|sent|emailed|spoke|talked|got|said|told|asked|signed|gave|ran|had|left|closed|won|lost|presented|quoted|discussed|dropped|bumped|chatted|texted|\w+ed)\b/;
const BEFORE_HOLIDAY = /[节庆秋午旦明][之以]?前$/;
const FUTURE =
  /要|会(?!议)|将|准备|打算|预计|计划|再|约(?!了)|提醒|安排|之前|前(?:给|交|出|发|完)|截止|下次|争取|希望|记得|务必|让(?:我|我们)|给(?:他|她)|\b(?:will|shall|going to|gonna|plan|planning|remind|schedule|by|due|need|needs|wants?|let's|lets|follow up|next|deadline|send|call back|expected?|expecting|to-?do|tomorrow|should|must|'ll|book|set up|meeting is)\b/;

/** A guess from the words of the same clause, for callers that know no more: what is to come unless the clause tells of the past. */
export function tenseAround(
  text: string,
  {
    span: [start, end],
    direction,
    grain,
    kind,
  }: Pick<DateMention, 'span' | 'direction'> & Partial<Pick<DateMention, 'grain' | 'kind'>>,
): Tense {
  // A deadline lies ahead, a beginning (since) behind.
  if (direction === 'by' || direction === 'within') return 'future';
  if (direction === 'since' && /since/i.test(text.slice(start, end))) return 'past';
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(CLAUSE_END)
      .at(-1) ?? '';
  const after = text.slice(end, end + REACH).split(CLAUSE_END, 1)[0] ?? '';
  const clause = `${before} ${after}`.toLowerCase();
  // 国庆前 is still to come, unless it is told as settled.
  if (BEFORE_HOLIDAY.test(text.slice(start, end)) && !/[就已]/.test(clause)) return 'future';
  if (kind === 'recurrence') return 'future';
  if (FUTURE.test(clause)) return 'future';
  if (PAST.test(clause.replace(NO_PAST, ' '))) return 'past';
  // 一季度, 上半年 with no word for a time to come: that of the running year.
  return grain === 'quarter' || (grain === 'range' && HALF_YEAR.test(text.slice(start, end))) ? 'period' : 'future';
}
