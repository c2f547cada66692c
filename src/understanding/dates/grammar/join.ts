import { withHalfOf } from '../clock-time.ts';
import type { Direction } from '../date-mention.ts';
import { type DayPhrase, mapWindow, refine } from '../day-phrase.ts';
import { shiftDay as shiftBy } from '../windows.ts';
import type { DayPart } from '../words/meaning.ts';
import { type Atom, meaningAt, type Reading, wordAt } from './atom.ts';

const CHINESE = /[\u4e00-\u9fff]/;
const NEAR = new Set(
  '的 at @ on of in the around about ( ) , by 左右 大概 约 - est edt cst cdt mst mdt pst pdt gmt utc bst cet cest'.split(
    ' ',
  ),
);
/** Stand between a day and its clock times alone: tomorrow from 9 to 5, tomorrow early afternoon. */
const NEAR_CLOCK = new Set('from between early late 从 的 整个'.split(' '));
const THROUGH = new Set('- ~ — 到 至 to through thru until till and'.split(' '));

const BEFORE_DATE = new Set(['the', 'on', 'end']);

type Joiner = (reading: Reading, left: Atom, right: Atom) => Atom | null;

/** Joins pieces that stand together: first a day with its clock time, a week with its weekday, then both ends of a span. */
export function joinAtoms(reading: Reading, atoms: readonly Atom[]): Atom[] {
  return inSameMonth(reading, pass(reading, pass(reading, atoms, joinTwo), joinEnds));
}

const AND = /^(?:、|和|及|跟|与|,)$/;

/** 3月5、6号: the second day is of the first one's month. */
function inSameMonth(reading: Reading, atoms: readonly Atom[]): Atom[] {
  return atoms.map((atom, index) => {
    const before = atoms[index - 1];
    const [first, { day: second }] = [before?.day, atom];
    if (first === undefined || second?.inside === undefined || second.cycle !== 'month') return atom;
    const { inside } = second;
    const listed = before?.to === atom.from - 1 && AND.test(wordAt(reading, atom.from - 1));
    if (!listed || first.grain !== 'day' || first.cycle === 'month' || first.weekday !== undefined) return atom;
    return { ...atom, day: mapWindow(first, 'day', (window) => inside(window.first)) };
  });
}

function pass(reading: Reading, atoms: readonly Atom[], join: Joiner): Atom[] {
  const joined: Atom[] = [];
  for (const atom of atoms) {
    const before = joined.at(-1);
    const both = before === undefined ? null : join(reading, before, atom);
    if (both !== null) joined[joined.length - 1] = both;
    else joined.push(atom);
  }
  return joined;
}

function joinTwo(reading: Reading, left: Atom, right: Atom): Atom | null {
  const gap = right.from - left.to;
  if (gap > 2 || brokenByLine(reading, left, right)) return null;
  const words = gap === 0 ? [] : [wordAt(reading, left.to), wordAt(reading, left.to + 1)].slice(0, gap);
  const counted = countedFrom(left, right, words);
  if (counted !== null) return counted;
  if (left.length !== undefined || right.length !== undefined || right.recurrence !== undefined) return null;
  if (left.minutes !== undefined || right.minutes !== undefined) return null;
  const iso = gap === 1 && words[0] === 't' && right.clock !== undefined;
  const clockOnly = left.day !== undefined && left.clock === undefined && right.day === undefined;
  const near = words.every((word) => NEAR.has(word) || (clockOnly && NEAR_CLOCK.has(word)));
  if ((!iso && !near) || left.until?.day !== undefined) return null;
  if (words.includes('by') && !(left.day !== undefined && right.day === undefined)) return null;
  return merge(reading, left, right, words);
}

/** a week after Nov 5, two weeks before Christmas, 国庆后一周: a length counted from a day. */
function countedFrom(left: Atom, right: Atom, words: readonly string[]): Atom | null {
  const word = words[0];
  if (words.length > 1 || word === undefined) return null;
  const english = left.length !== undefined && right.day !== undefined && /^(?:after|before|from)$/.test(word);
  const chinese =
    right.length !== undefined &&
    left.day !== undefined &&
    left.clock === undefined &&
    /^(?:之?[前后]|以[前后])$/.test(word);
  const [length, base] = english ? [left.length, right.day] : [right.length, left.day];
  if ((!english && !chinese) || length === undefined || base === undefined) return null;
  const { unit, amount } = length;
  if (unit === 'hour' || unit === 'minute' || unit === 'second') return null;
  const sign = /前|before/.test(word) ? -1 : 1;
  const day: DayPhrase = {
    grain: 'day',
    window(today, tense) {
      const around = base.window(today, tense);
      if (around === null) return null;
      const shifted = shiftBy(around.first, unit, sign * amount);
      return { first: shifted, last: shifted };
    },
  };
  return { from: left.from, to: right.to, day };
}

/** 周一到周三, Nov 20 - Dec 3, 9:30 to 11:00 on Thursday. */
function joinEnds(reading: Reading, left: Atom, right: Atom): Atom | null {
  const word = wordAt(reading, left.to);
  if (right.from - left.to !== 1 || !THROUGH.has(word) || brokenByLine(reading, left, right)) return null;
  if (left.length !== undefined || right.length !== undefined || right.recurrence !== undefined) return null;
  if (left.until !== undefined || right.until !== undefined) return null;
  if (word === 'and' && !hasBetween(reading, left)) return null;
  if (word === 'to' && isMove(reading, left)) return null;
  if (left.clock !== undefined && right.clock !== undefined && right.day === undefined)
    return {
      ...left,
      to: right.to,
      clock: withHalfOf(left.clock, right.clock),
      until: withPart(right, right.part ?? left.part),
      ...(right.zone === undefined ? {} : { zone: right.zone }),
    };
  if (left.clock !== undefined && left.day === undefined && right.clock !== undefined)
    return { ...right, from: left.from, clock: withHalfOf(left.clock, right.clock), until: clockOf(right) };
  if (left.day === undefined || right.day === undefined || left.recurrence !== undefined) return null;
  return { ...left, day: inYearOf(right.day, left.day), to: right.to, until: right };
}

/** Jan-Mar 2026: the year told with the end is that of the beginning too, or the one before. */
function inYearOf(end: DayPhrase, start: DayPhrase): DayPhrase {
  const { inside } = start;
  if (end.cycle !== undefined || start.cycle !== 'year' || inside === undefined || end.grain !== start.grain)
    return start;
  return mapWindow(end, start.grain, ({ first }) => {
    const found = inside(first);
    return found === null || found.first <= first ? found : inside(found.first - 365);
  });
}

const MOVED =
  /\b(?:mov(?:e|es|ed|ing)|shift(?:ed|ing)|chang(?:ed|ing)|switch(?:ed|ing)|reschedul\w+|postpon\w+|delayed|push(?:ed|ing)|brought|bring|put|slipped|swapped|bumped)(?:\s+[\w']+){0,4}\s*$/;

/** Moved from Thursday to Monday: two days, no span. */
function isMove({ text, tokens }: Reading, { from }: Atom): boolean {
  if (tokens[from - 1]?.text !== 'from') return false;
  const start = tokens[from - 1]?.start ?? 0;
  return MOVED.test(text.slice(Math.max(0, start - 30), start).toLowerCase());
}

/** Between stands before a span with and, or inside its first part: tomorrow between 9 and 11am. */
function hasBetween(reading: Reading, { from, to }: Atom): boolean {
  for (let at = from - 1; at < Math.min(to, from + 8); at++) if (wordAt(reading, at) === 'between') return true;
  return false;
}

function withPart(atom: Atom, part: DayPart | undefined): Atom {
  return part === undefined ? atom : { ...atom, part };
}

function clockOf({ from, to, clock, part }: Atom): Atom {
  return { from, to, ...(clock === undefined ? {} : { clock }), ...(part === undefined ? {} : { part }) };
}

function merge(reading: Reading, left: Atom, right: Atom, words: readonly string[]): Atom | null {
  const comma = words.includes(',');
  const chinese = isChinese(reading, left) || isChinese(reading, right);
  const whole = {
    from: left.from,
    to: words.includes('(') && wordAt(reading, right.to) === ')' ? right.to + 1 : right.to,
  };
  if (left.day !== undefined && right.day !== undefined) {
    if (left.clock !== undefined && chinese) return null;
    const day = joinDays(left.day, right.day, comma);
    if (
      day === null ||
      (left.part !== undefined && right.part !== undefined) ||
      (left.clock !== undefined && right.clock !== undefined)
    )
      return null;
    return { ...left, ...right, ...whole, day };
  }
  if (
    right.day !== undefined &&
    chinese &&
    isChinese(reading, right) &&
    left.clock !== undefined &&
    !CHINESE_MIXED.test(wordAt(reading, left.to - 1))
  )
    return null;
  if (right.day !== undefined && left.clock === undefined && chinese) return null;
  if (comma && chinese) return null;
  if (left.clock !== undefined && right.clock !== undefined) return null;
  if (left.part !== undefined && right.part !== undefined) return null;
  // A part after the clock is English (9 in the morning); in Chinese it opens another expression.
  if (chinese && left.clock !== undefined && right.part !== undefined && right.clock === undefined) return null;
  return { ...left, ...right, ...whole, ...(left.recurrence === undefined ? {} : { recurrence: left.recurrence }) };
}

const CHINESE_MIXED = /^(?:am|pm)$/;

function isChinese({ text, tokens }: Reading, { from, to }: Atom): boolean {
  return CHINESE.test(text.slice(tokens[from]?.start, tokens[to - 1]?.end));
}

/** A week and its weekday, a year and its month, a date and the weekday written beside it. */
function joinDays(left: DayPhrase, right: DayPhrase, comma: boolean): DayPhrase | null {
  if (left.endOfDay) return right;
  if (right.endOfDay) return left;
  if (left.bareWeekday && right.grain === 'day' && !right.bareWeekday) return dated(right, left);
  if (right.bareWeekday && left.grain === 'day' && !left.bareWeekday && left.weekday === undefined)
    return dated(left, right);
  if (fits(left, right)) return comma ? null : refine(left, right);
  return fits(right, left) ? refine(right, left) : null;
}

function dated(date: DayPhrase, weekday: DayPhrase): DayPhrase {
  return weekday.weekday === undefined ? date : { ...date, weekday: weekday.weekday };
}

function fits(outer: DayPhrase, inner: DayPhrase): boolean {
  if (inner.inside === undefined || inner.cycle === undefined || outer.cycle === inner.cycle) return false;
  return outer.grain === inner.cycle && inner.grain !== outer.grain;
}

function brokenByLine(reading: Reading, left: Atom, right: Atom): boolean {
  const between = reading.text.slice(reading.tokens[left.to - 1]?.end, reading.tokens[right.from]?.start);
  return between.includes('\n');
}

/** Takes the words of direction around an expression into it: 周五前, by Friday, 截止5号, 下周内. */
export function withDirection(reading: Reading, atom: Atom): Atom {
  if (atom.length !== undefined || atom.direction !== undefined) return atom;
  const after = meaningAt(reading, atom.to, 'direction');
  if (after !== null && (after.side === 'after' || wordAt(reading, atom.to) === '截止'))
    return directed(atom, atom.from, atom.to + 1, after.direction);
  if (wordAt(reading, atom.to) === '止') return directed(atom, atom.from, atom.to + 1, 'by');
  const skipped = BEFORE_DATE.has(wordAt(reading, atom.from - 1)) ? 2 : 1;
  const before = meaningAt(reading, atom.from - skipped, 'direction') ?? meaningAt(reading, atom.from - 1, 'direction');
  if (before?.side !== 'before' && wordAt(reading, atom.from - 1) !== '截止') return atom;
  const at = meaningAt(reading, atom.from - skipped, 'direction') === null ? atom.from - 1 : atom.from - skipped;
  const word = wordAt(reading, at);
  if (word === 'from' && atom.until !== undefined) return atom;
  const direction: Direction = before?.direction ?? 'by';
  return directed(atom, at, atom.to, /^(?:until|till|til)$/.test(word) ? 'until' : direction, word);
}

function directed(atom: Atom, from: number, to: number, direction: Direction, word = ''): Atom {
  const side =
    direction === 'by' && !/^(?:by|due|最晚|最迟|截|不)/.test(word)
      ? atom.day?.before
      : direction === 'after'
        ? atom.day?.after
        : undefined;
  if (side === undefined) return { ...atom, from, to, direction };
  return { ...atom, from, to, direction: 'at', day: side };
}
