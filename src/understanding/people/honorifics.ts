import type { Span } from '../text/normal-text.ts';
import { quick } from '../text/quick-pattern.ts';
import { DOUBLE_SURNAMES, SURNAMES } from './words/chinese-surnames.ts';
import { ONE_CHARACTER_TRAPS, TITLES } from './words/chinese-titles.ts';

/** A person addressed by family name: 王总, 李工, 小陈, Ms Vossberg. */
export interface Honorific {
  span: Span;
  /** Lower case for Latin names. */
  surname: string;
  /** Null for 小陈 and 老周, which tell no office. */
  title: string | null;
}

/** Family names that are everyday words, so that 和总部 or 时工期 is no person. */
const SELDOM_SURNAMES = '和都那但由从来位国相计公应时于单过全双强权以为能要把被让给对说有没不';
export const COMMON_SURNAMES = [...SURNAMES.slice(0, 200)].filter((one) => !SELDOM_SURNAMES.includes(one)).join('');
const ANY_SURNAME = [...SURNAMES].filter((one) => !SELDOM_SURNAMES.includes(one)).join('');

const TITLED = quick(new RegExp(`(${DOUBLE_SURNAMES.join('|')}|[${ANY_SURNAME}])(${TITLES.join('|')})(?!\\1)`, 'gi'));
const FAMILIAR = quick(
  new RegExp(
    `(?<![\\p{Script=Han}])[小老阿]([${COMMON_SURNAMES}])(?![序子板家师年时米])|(?<=[跟和与给找见、让叫的是位个叫约]|那边|这边|采购|财务|技术|行政|前台|仓库|设备|法务|运营|项目|品质|质量|品控|工程|人事|市场|销售|客服|商务|生产|物流|信息|总务|后勤|教务|厨房|店长|助理|秘书|会计|出纳)[小老阿]([${COMMON_SURNAMES}])(?![序子板家师年时米])`,
    'gu',
  ),
);
const LATIN = quick(/\b(mr|mrs|ms|miss|dr|prof|madam|mdm|herr|frau|capt|sir)\.?\s+(\p{Lu}[\p{L}\p{M}'-]+)/giu);

/** After these a family name may begin, however rare it is. */
const BEFORE_NAME = /[跟和与给去到见了的说找约让请问陪、]/u;

/** Words that end in a family name's character and swallow it: 对方总, 地方主任. */
const SWALLOWING = /(?:[对双各甲乙我敌地官]方|[工课流过日行路里]程|时间|安全|公司|水平|国家|工程|负责|小程|项目|文件)$/;

/** Everyday words that look like a family name with a title. */
const EVERYDAY = /^(?:车队|车主|施工|石工|水工|金工|单主|平局|时局|项主|危局|全队|马队|易主|常主|党主)/u;

/** Every person addressed by family name, by position. */
export function findHonorifics(text: string): Honorific[] {
  const found: Honorific[] = [];
  for (const match of TITLED.matchAll(text)) {
    const [whole, surname = '', title = ''] = match;
    const end = match.index + whole.length;
    const ofSomebody = text[match.index - 1] === '的' && text[end] === '是';
    if (title.length === 1 && !ofSomebody && ONE_CHARACTER_TRAPS[title]?.includes(text[end] ?? ' ')) continue;
    if (EVERYDAY.test(whole)) continue;
    if (SWALLOWING.test(text.slice(Math.max(0, match.index - 2), match.index + surname.length))) continue;
    if (
      !COMMON_SURNAMES.includes(surname[0] ?? '') &&
      /\p{Script=Han}/u.test(text[match.index - 1] ?? '') &&
      !BEFORE_NAME.test(text[match.index - 1] ?? '')
    )
      continue;
    found.push({ span: [match.index, end], surname, title });
  }
  for (const match of FAMILIAR.matchAll(text)) {
    found.push({
      span: [match.index, match.index + match[0].length],
      surname: match[1] ?? match[2] ?? '',
      title: null,
    });
  }
  for (const match of LATIN.matchAll(text)) {
    const [whole, title = '', name = ''] = match;
    if (!/^\p{Lu}/u.test(name)) continue;
    found.push({
      span: [match.index, match.index + whole.length],
      surname: name.toLowerCase(),
      title: title.toLowerCase(),
    });
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}
