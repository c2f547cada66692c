import type { Span } from '../text/normal-text.ts';
import type { NameUnit } from './name-units.ts';
import { NEVER_NAMES } from './words/english-words.ts';

/** Left and right of a mistyped name there is nearly always one of these, or nothing. */
const LEFT_MARKS = new Set(' \n\t跟和与给去到了在找把约访见从对向为帮看家叫陪趟是、:,。.!?(（@“"\'，：；]刚');
const LEFT_WORDS = new Set('拜访 联系 昨天 今天 上午 下午 刚才'.split(' '));
const RIGHT_MARKS = new Set(' \n\t的那这说想要让、,。.!?)）”"\'，：；]谈见开聊');
const RIGHT_WORDS = new Set('公司 集团 项目 客户 拜访'.split(' '));
const TITLES = new Set('总 工 董 姐 哥 经理 主任 老师'.split(' '));
const HAN = /\p{Script=Han}/u;

function opensAfter(text: string, start: number): boolean {
  if (start === 0) return true;
  const before = text.charAt(start - 1);
  return LEFT_MARKS.has(before) || LEFT_WORDS.has(text.slice(start - 2, start));
}

export function endsBefore(text: string, end: number): boolean {
  if (end === text.length) return true;
  const next = text.charAt(end);
  if (RIGHT_MARKS.has(next) || RIGHT_WORDS.has(text.slice(end, end + 2))) return true;
  return (
    (TITLES.has(text.charAt(end + 1)) || TITLES.has(text.slice(end + 1, end + 3))) &&
    HAN.test(String.fromCodePoint(text.codePointAt(end) ?? 0))
  );
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** How much of the text on either side decides how it is cut into words. */
const AROUND = 6;

/** 规格物料, 总和光大银行: two characters that end one everyday word and begin the next are no name. */
export function cutsWords(text: string, [start, end]: Span): boolean {
  if (!HAN.test(text.charAt(start - 1)) || !HAN.test(text.charAt(end)) || !HAN.test(text.charAt(start))) return false;
  const from = Math.max(0, start - AROUND);
  const inside = (at: number) => {
    const word = cut.containing(at - from);
    return word !== undefined && word.index < at - from;
  };
  const cut = words.segment(text.slice(from, end + AROUND));
  return inside(start) && inside(end);
}

const BEFORE_WORD =
  /(?:[今昨前明每当后]天|大|整个?|很|太|挺|蛮|真|比较|非常|特别|更|最|不|别|[这那]么|一个|有点|格外|相当)$/u;

/** 今天白天, 很安静: somebody's name, but here the everyday word that it also is. */
export function isWordHere(text: string, [start, end]: Span): boolean {
  if (!BEFORE_WORD.test(text.slice(Math.max(0, start - 3), start))) return false;
  const from = Math.max(0, start - AROUND);
  const word = words.segment(text.slice(from, end + AROUND)).containing(start - from);
  return word?.index === start - from && word.segment.length === end - start;
}

/** Part of a longer name that is no known one: Marlow & Sons Joinery is not a slip for Harlow. */
export const RUNS_ON = /^\s+(?:&|and)\s+\p{Lu}|^\s+\p{Lu}[\p{Ll}]{2,}/u;

/** Whether a mistyped name may begin with this unit. */
export function mayOpenName(text: string, unit: NameUnit, afterName: boolean): boolean {
  if (unit.latin) return unit.key.length >= 5 && !NEVER_NAMES.has(unit.key) && /^\p{Lu}/u.test(text.slice(unit.start));
  return afterName || opensAfter(text, unit.start);
}
