import { NUMBER_WORDS } from '../../calendar/number-words.ts';
import { EN_DAY, ZH_DAY } from '../day-words.ts';

/** An absence as far as words alone say; its days are the message's. */
export interface Absence {
  ask: 'away';
  /** 到 takes the day in, until leaves it out; null: the days themselves are named. */
  until: 'with' | 'before' | null;
  /** 请三天假: so many working days, where no day is named. */
  days: number | null;
}

const ZH_OFF =
  '(?:请(?:个|了)?{D}(?:年|事|病|婚|产|陪产|调休)?假|休(?:个)?{D}(?:年|产|婚)?假|休息?|调休|放假|不上班|(?:年|事|病|婚|产|陪产|丧)假)';
const ZH = [
  new RegExp(
    `^(?:我|本人)?(?:要|想|准备|打算)?(?:从)?(${ZH_DAY}*)(?:都|要|会|想|开始)*${ZH_OFF.replaceAll('{D}', `(${ZH_DAY}*)`)}(到|至)?(${ZH_DAY}*)(?:了|吧|再上班|才回来|回来)?$`,
    'u',
  ),
  new RegExp(`^(?:我|本人)(${ZH_DAY}+)(?:都)?不在(?:公司|办公室)?(${ZH_DAY}*)()()()$`, 'u'),
];
const EN = new RegExp(
  `^(?:i'?m|i am|i'll be|i will be|i'm going to be)?\\s*(?:taking\\s+)?(?:off|away|out|ooo|out of (?:the )?office|on (?:leave|vacation|holiday|pto|annual leave))((?:\\s+${EN_DAY})+)$`,
  'iu',
);
const EN_TAKING = new RegExp(
  `^(?:i'?m|i am|i'll be|i will be|i)?\\s*(?:taking|take|takes|having|have|has|got)((?:\\s+${EN_DAY})+)\\s+off$`,
  'iu',
);
const EN_DAYS = /\bfor (\d{1,2}|a|an|one|two|three|four|five|six|seven|ten) (day|week)s?\b/iu;
const ZH_DAYS = /(\d{1,2}|[一两二三四五六七八九十])(天|个?(?:星期|礼拜)|周)(?!\d)/u;
/** Words that, whole, say that their writer is away (休到下周五, 我下周一到周三请假, off until Friday); null for any others. */
export function readAbsence(said: string): Absence | null {
  for (const form of ZH) {
    const zh = form.exec(said);
    if (zh === null) continue;
    const [, before = '', ...rest] = zh;
    const inside = rest.filter((part) => part !== undefined && part !== '到' && part !== '至').join('');
    if (before + inside === '' || inside === '一下') continue;
    const until = rest.includes('到') || rest.includes('至') || /^到|到.*(?:回来|上班)/u.test(inside);
    const length = ZH_DAYS.exec(inside);
    return {
      ask: 'away',
      until: until && before === '' ? 'with' : null,
      days: until ? null : countOf(length?.[1], length?.[2]),
    };
  }
  const en = EN.exec(said) ?? EN_TAKING.exec(said);
  if (en === null) return null;
  const words = en[1] ?? '';
  const length = EN_DAYS.exec(words);
  const open = !/\bfrom\b|\bstarting\b/iu.test(words);
  const until = /\b(?:through|thru)\b/iu.test(words) ? 'with' : /\b(?:until|till)\b/iu.test(words) ? 'before' : null;
  return { ask: 'away', until: open ? until : null, days: countOf(length?.[1], length?.[2]) };
}

function countOf(number: string | undefined, unit: string | undefined): number | null {
  if (number === undefined || unit === undefined) return null;
  const count = NUMBER_WORDS[number.toLowerCase()] ?? Number(number);
  return /天|day/u.test(unit) ? count : count * 5;
}
