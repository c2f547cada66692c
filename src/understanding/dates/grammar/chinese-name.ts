import { type Atom, meaningAt, numberAt, type Reading } from './atom.ts';

/** Surnames that are no word before a date (于, 和, 时 … are). */
const SURNAME =
  /[张王李赵刘陈杨黄吴徐孙胡朱高林郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴钟汪田姜范方石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟龙段雷钱汤尹黎易武乔贺赖龚]/;
/** 张国庆 is somebody; 张国庆节前 and 陈总国庆后 are not. */
const NO_NAME_BEHIND = /^(?:节|前|后|期间|假|放|长假|那|当天|以|之|回来|\d)/;
/** Given names of two characters begin with these after 周一, 周三 …; few words that follow a weekday do. */
const GIVEN_NAME = /^[福昌鸣诺凡帆涵楠轩辰菲鸿桐婷娜琳妍萱瑶颖瑾瑜琪雯岚怡昊宸睿皓晗丹峰航然豪杰翔宇博(]/;
/** 周三强的电话, 周五洲先生: whoever a title or a number follows. */
const NAMED_BEHIND =
  /^[^和跟与给见找让请约对向的是有去来到看换陪催送接带问查聘招当听讲开由叫被、,，\s\d](?:先生|女士|小姐|老师|总(?![结部公监裁体])|经理|医生|教授|博士|院士|导演|主任|同学|律师|工程师|校长|局长|书记|队长|教练|记者|演员|的(?:电话|名片|微信|邮箱|手机|号码))/;
/** 明日科技, 今日美林地产: firms like these words; people say 今天 in the same place. */
const FIRM_BEHIND = /^[\u4e00-\u9fff]{0,2}(?:科技|资本|传媒|地产|影业|控股|股份|有限公司)/;
/** 王九月, 李三月 are people; 9月 is none. */
const MONTH_NAME = /^[一二三四五六七八九十]{1,2}月$/;
const MEETING = /^(?:福[建州田利特清安]|昌平|昌吉|宁波|宁夏|航班|航空|丹东|博览|博物|博士|然后|辰时|杰出|宇宙|豪华)/;
/** 五一路, 国庆大厦, 十月公寓: a place or a shop is named after the day. */
const PLACE_BEHIND =
  /^(?:路(?![上过演况程费口线由途])|街(?![上边头道])|大道|大街|广场|公寓|小区|花园|大厦|大桥|社区|新村|餐厅|酒楼|酒家|茶楼|茶馆|珠宝|牌|号线|集团|资本|影业|传媒)(?!都)/;
const NAMED_BEFORE = /(?:叫|姓|名叫|名字是|笔名|艺名)\s?$/;
/** 圣诞贺卡, 国庆套餐: a kind of thing. */
const THING_BEHIND =
  /^(?:月饼|贺卡|卡片|礼盒|礼品|礼物|礼包|套餐|套装|大餐|老人|树|帽|袜|歌|糖果?|饰品|花灯|灯笼|粽子?|香囊|汤圆|红包|海报|皮肤|限定|联名)/;
/** 红十月. */
const COLOUR_BEFORE = /[红黑蓝绿紫粉]$/;
/** 六月雪是一种花, 九月天公司. */
const NAMED_MONTH =
  /^[雪霜花瓜桃菊兰梅李柿天光风雨星海](?:是(?!不|否)|叫|又名|也叫|这种|公司|科技|传媒|文化|影视|集团|花店|乐队)/;
/** 七夕阁酒店, 三月三酒楼. */
const HOUSE_BEHIND =
  /^(?:[阁轩楼亭居斋坊苑堂雪花月雨风光露星云三](?:大?酒店|酒楼|饭店|饭庄|花店|书店|书屋|客栈|民宿|茶楼|会所|工作室|先生|女士)|女郎)/;
/** 发给白露, 找谷雨: terms of the solar year that are first names too, after a word that goes with people. */
const TERM_NAME = /^(?:白露|谷雨|立[春夏秋冬]|[夏冬]至|惊蛰|芒种|[小大]寒|[小大]暑|寒露|霜降)$/;
const PERSON_BEFORE = /[给跟找让请问]$/;
const CALLED_BEFORE = /(?:联系|认识|致电)$/;
const ONE_MORE = /^[^了的吧见去来前后上下早晚中会就都也、,，。\s\d](?:$|[,，。！？!?\s])/;
/** What stands behind a name: 乐队, 这个牌子, 是部电影. */
const TITLE_BEHIND =
  /^(?:乐队|乐团|组合(?![在会要])|居士|道人|道长|[这那](?:个(?:牌子|品牌|姓|名字|词|成语|节目|乐队)|首歌|部(?:电影|片|剧|戏)|家店|本书)|[\u4e00-\u9fff]{0,3}是(?:(?:一|个|一个)?(?:[种部首本档款]|家店|节目|品牌|牌子|乐队|男孩|女孩|地名|人名|栏目|歌手|作家|演员)|电视剧|电影|小说|水果|植物|[她他我]的(?:网名|笔名|艺名|小名|乳名|昵称)))/;

/** A day's or month's name that is part of somebody's, a place's or a firm's. */
export function isChineseName(reading: Reading, atom: Atom, start: number, end: number): boolean {
  const { text } = reading;
  const behind = text.slice(end, end + 4);
  const before = text.slice(Math.max(0, start - 3), start);
  if (NAMED_BEFORE.test(before)) return true;
  const holiday = meaningAt(reading, atom.from, 'holiday') !== null && atom.to === atom.from + 1;
  const season = meaningAt(reading, atom.from, 'season') !== null && atom.to === atom.from + 1;
  const month = MONTH_NAME.test(text.slice(start, end));
  if (holiday && (THING_BEHIND.test(text.slice(end, end + 4)) || isDoubled(text, end))) return true;
  if (holiday && TERM_NAME.test(text.slice(start, end)) && PERSON_BEFORE.test(before)) return true;
  if (month && (COLOUR_BEFORE.test(before) || NAMED_MONTH.test(text.slice(end, end + 8)))) return true;
  if ((holiday || month || season) && HOUSE_BEHIND.test(text.slice(end, end + 8))) return true;
  if (weekdayName(reading, atom) && CALLED_BEFORE.test(before) && ONE_MORE.test(behind)) return true;
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

function weekdayName({ text, tokens }: Reading, { day, from }: Atom): boolean {
  return day?.bareWeekday === true && text.charAt(tokens[from]?.start ?? 0) === '周';
}

/** 元旦旦, 白露露: a pet name; 国庆庆祝活动 is none. */
function isDoubled(text: string, end: number): boolean {
  return text.charAt(end) === text.charAt(end - 1) && !/^(?:庆[祝典功]|明[天日早晚])/.test(text.slice(end, end + 2));
}

/** 零点乐队, 冬至道人, 八月瓜是水果, 星期六这个牌子: what the words behind say to be a name. */
export function isChineseTitle(text: string, end: number): boolean {
  return TITLE_BEHIND.test(text.slice(end, end + 10));
}
