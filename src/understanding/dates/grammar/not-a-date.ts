import { type Atom, meaningAt, numberAt, type Reading, wordAt } from './atom.ts';

const CHINESE = /[\u4e00-\u9fff]/;
/** Surnames that are no word before a date (于, 和, 时 … are). */
const SURNAME =
  /[张王李赵刘陈杨黄吴徐孙胡朱高林郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴钟汪田姜范方石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚]/;
/** 张国庆 is somebody; 张国庆节前 and 陈总国庆后 are not. */
const NO_NAME_BEHIND = /^(?:节|前|后|期间|假|放|长假|那|当天|以|之|回来|\d)/;
/** Given names of two characters begin with these after 周一, 周三 …; few words that follow a weekday do. */
const GIVEN_NAME = /^[福昌鸣诺凡帆涵楠轩辰菲鸿桐婷娜琳妍萱瑶颖瑾瑜琪雯岚怡昊宸睿皓晗丹峰航然豪杰翔宇博(]/;
/** 周三强的电话, 周五洲先生: whoever a title or a number follows. */
const NAMED_BEHIND =
  /^[^和跟与给见找让请约对向的是有去来到、,，\s\d](?:先生|女士|小姐|老师|总(?![结部公监裁体])|经理|医生|教授|的(?:电话|名片|微信|邮箱|手机|号码))/;
/** 明日科技, 今日美林地产: firms like these words; people say 今天 in the same place. */
const FIRM_BEHIND = /^[\u4e00-\u9fff]{0,2}(?:科技|资本|传媒|地产|影业|控股|股份|有限公司)/;
/** 王九月, 李三月 are people; 9月 is none. */
const MONTH_NAME = /^[一二三四五六七八九十]{1,2}月$/;
const MEETING = /^(?:福[建州田利特清安]|昌平|昌吉|宁波|宁夏|航班|航空|丹东|博览|博物|博士|然后|辰时|杰出|宇宙|豪华)/;
/** 五一路, 国庆大厦, 十月公寓: a place or a shop is named after the day. */
const PLACE_BEHIND =
  /^(?:路(?![上过演况程费口线由途])|街(?![上边头道])|大道|大街|广场|公寓|小区|花园|大厦|大桥|社区|新村|餐厅|酒楼|酒家|茶楼|茶馆|珠宝|牌|号线|集团|资本|影业|传媒)/;
const NAMED_BEFORE = /(?:叫|姓|名叫|名字是|笔名|艺名)\s?$/;
const ABBREVIATED = /^(?:thu|tue|sep|sept|oct|nov|feb|jul|jan|jun|mar|apr|dec|mon|sun|sat|wed|fri)$/;
const BEFORE_DATE =
  /^(?:on|by|in|this|next|last|until|till|from|since|before|after|every|each|for|to|through|thru|of|late|early|mid|and|or|@|-|\/|,|\()$/;
const IDENTIFIED = /^(?:team|group|project|codename|version|release|file|table|column|class)$/;

/** An expression of time by its form alone: part of an address, a greeting, or the name of somebody, a place or a thing. */
export function isNoDate(reading: Reading, atom: Atom): boolean {
  const { text, tokens } = reading;
  const start = tokens[atom.from]?.start ?? 0;
  const end = tokens[atom.to - 1]?.end ?? 0;
  if (isInAddress(text, start, end)) return true;
  if (isGreeting(reading, atom, start)) return true;
  const plain =
    atom.clock === undefined && atom.until === undefined && atom.part === undefined && atom.recurrence === undefined;
  if (!plain || atom.to - atom.from > 3) return false;
  return CHINESE.test(text.charAt(start)) ? isChineseName(reading, atom, start, end) : isLatinName(reading, atom);
}

/** fan.may5@example.com, file_2026: part of an address or an identifier. */
function isInAddress(text: string, start: number, end: number): boolean {
  if (text.charAt(end) === '@' || /[@_]/.test(text.charAt(start - 1))) return true;
  return /[a-z]\.$/i.test(text.slice(Math.max(0, start - 2), start)) && /[a-z]/i.test(text.charAt(start));
}

/** A lone English morning or night is a greeting or an idiom more often than a time; 下午 alone is one. */
function isGreeting({ text, vague, tokens }: Reading, atom: Atom, start: number): boolean {
  if (atom.part === undefined || atom.day !== undefined || atom.clock !== undefined) return false;
  if (CHINESE.test(text.charAt(start)) || atom.to - atom.from > 1) return false;
  return !(vague && /^(?:by|until|till|before|after|the|since)$/.test(tokens[atom.from - 1]?.text ?? ''));
}

function isChineseName(reading: Reading, atom: Atom, start: number, end: number): boolean {
  const { text } = reading;
  const behind = text.slice(end, end + 4);
  const before = text.slice(Math.max(0, start - 3), start);
  if (NAMED_BEFORE.test(before)) return true;
  const holiday = meaningAt(reading, atom.from, 'holiday') !== null && atom.to === atom.from + 1;
  const season = meaningAt(reading, atom.from, 'season') !== null && atom.to === atom.from + 1;
  const month = MONTH_NAME.test(text.slice(start, end));
  if (holiday || season || month)
    if (!/[节日]$/.test(text.slice(start, end)) && isSurname(before) && !NO_NAME_BEHIND.test(behind)) return true;
  if (atom.day?.bareWeekday === true && text.charAt(start) === '周' && !/[每从到至和或、,，-]$/.test(before))
    if (
      (GIVEN_NAME.test(behind) && !MEETING.test(behind)) ||
      (NAMED_BEHIND.test(text.slice(end, end + 6)) && !SURNAME.test(behind.charAt(0)))
    )
      return true;
  if (/^(?:今日|明日|昨日)$/.test(text.slice(start, end)) && FIRM_BEHIND.test(text.slice(end, end + 6))) return true;
  const bare =
    holiday || atom.day?.bareWeekday === true || (atom.day?.grain === 'month' && numberAt(reading, atom.from) > 0);
  return bare && PLACE_BEHIND.test(behind);
}

/** A surname that opens a name: at the beginning, after a mark, or after a word that no noun ends with. */
function isSurname(before: string): boolean {
  const last = before.slice(-1);
  if (!SURNAME.test(last)) return false;
  const beyond = before.slice(-2, -1);
  return beyond === '' || /[\s,，。、:：;；是找给和跟与让请见约问叫的]/.test(beyond);
}

/** Thu Nguyen, Sep Vanmarcke: an abbreviation that no word for a date stands by, before another name. */
function isLatinName(reading: Reading, atom: Atom): boolean {
  if (atom.to - atom.from !== 1 || reading.tokens[atom.from]?.number !== null) return false;
  const word = wordAt(reading, atom.from);
  const before = wordAt(reading, atom.from - 1);
  const next = reading.tokens[atom.to];
  if (IDENTIFIED.test(wordAt(reading, atom.to)) && before === 'the') return true;
  if (!ABBREVIATED.test(word) || BEFORE_DATE.test(before) || next === undefined || !next.spaced) return false;
  const name = reading.text.slice(next.start, next.end);
  return (
    /^[A-Z][a-z]+$/.test(name) &&
    next.meaning === null &&
    /[A-Z]/.test(reading.text.charAt(reading.tokens[atom.from]?.start ?? 0))
  );
}
