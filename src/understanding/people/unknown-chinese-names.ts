import type { Span } from '../text/normal-text.ts';
import { quick } from '../text/quick-pattern.ts';
import type { Honorific } from './honorifics.ts';
import { chineseCompanySlots } from './unknown-chinese-slots.ts';
import { DOUBLE_SURNAMES, SURNAMES } from './words/chinese-surnames.ts';
import { LEGAL_ENDINGS, TOWNS, TRADES } from './words/company-words.ts';

const HAN = '\\p{Script=Han}';
const WORD = `[${HAN}A-Za-z0-9&]`.replace(HAN, '\\p{Script=Han}');

/** A new customer is announced: 新线索:X, 新增客户 X, 建个客户 X. */
const ANNOUNCED = quick(
  new RegExp(
    `(?:新(?:增|建|加|来|的)?(?:一?[下个家条])?(?:的)?(?:潜在)?(?:客户线索|客户|线索|商机线索|公司|潜客)|(?:加|建|录|开|记|存|收|收到|添加|登记)(?:入|了)?(?:一?[下个家条])?(?:新)?(?:潜在)?(?:客户|线索|公司|潜客)(?:档案|资料)?|(?:客户|公司|线索)(?:档案|资料|库|列表|名单|系统)?里?(?:加上?|建|录入?|新增|添加)(?:一?[下个家条])?|建档|开户|咨询|询盘|客户名称?|公司名称?|单位|(?:^|[\\s,，。])(?:线索|潜客|leads?)(?=[:：])|(?:潜在|意向|准)客户(?=[:：]))(?:叫|是|为|名)?[:：,，\\s]*(${WORD}{2,20})`,
    'gu',
  ),
);
const CALLED = quick(
  new RegExp(
    `(?:一家|有家|有个|家|客户|公司|线索|朋友介绍的?)[,，]?(?:名|名字)?叫(?:做|作)?(${WORD}{2,16}?)(?=的|[,，。\\s]|$)|[,，\\s]叫(?:做|作)?(${WORD}{3,16}?)(?=的|[,，。\\s]|$)`,
    'gu',
  ),
);
/** 叫飞书亚,哦不对叫飞数亚: what was said first was wrong. */
const CALLED_AFTER_ALL = quick(
  new RegExp(
    `(?:不对|不是|哦不|[说记打]错了)[,，\\s]*(?:应该)?是?叫(?:做|作)?(${WORD}{2,16}?)(?=的|[,，。\\s]|$)`,
    'gu',
  ),
);
const FILED = quick(
  new RegExp(
    `[把将]\\s?(${WORD}(?:${WORD}|\\s(?=\\S)){1,20}?)\\s?(?:加|录|建|存|放|登记|添加)(?:一下)?(?:到|进|入|成|为|个)(?:新)?(?:客户|线索|系统|公海|档案)`,
    'gu',
  ),
);
const LEGAL = quick(
  new RegExp(
    `(${WORD}{2,24}?(?:[（(]${WORD}{2,6}[）)])?)(?:${LEGAL_ENDINGS.filter((one) => one.length >= 4).join('|')})`,
    'gu',
  ),
);
const SLOT =
  '(?:拜访了?|走访了?|回访了?|去了?趟?|跑了?趟|跟|和|与|给|到|见了?|联系了?|约了?|接到|在|认识了?|结识了?|碰[到见]了?|遇[到见]了?|加了|陪|催了?|问了?|请|介绍给了?|看(?:望)?了(?:一?下)?)';
const TRADE = quick(
  new RegExp(
    `${SLOT}(?:一家|的)?(${WORD}{2,12}?(?:${TRADES.join('|')}|集团|公司))(?!的?(?:方案|需求|问题|展会?|会|部|费|款))`,
    'gu',
  ),
);
const VISITED = quick(
  new RegExp(
    `(?:拜访|走访|回访)了?(?:一?下)?(${WORD}{2,10}?)(?=[,，。\\s]|$)|(?:去|到)了?(${WORD}{2,6}?)(?=见了?|找了?|拜访|谈了?|聊了?)`,
    'gu',
  ),
);
/** Called Wang at 海拓: a name in Chinese characters within English words. */
const IN_ENGLISH = quick(
  /(?<![\p{L}])(?:called|phoned|rang|met|visited|saw|e-?mailed|texted|messaged|(?:[a-z◇]+ )(?:at|from|with|for|to))\s(\p{Script=Han}{2,8})(?=[\s,，.。;；!！?？:：]|['’]s|$)/giu,
);
/** 明德医院设备科的沈科长: the part of the company where somebody works. */
const DEPARTMENT =
  '(?:设备|采购|信息|技术|财务|后勤|总务|工程|行政|人事|人力资源|生产|品质|品管|质量|质检|市场|销售|运营|业务|项目|研发|物资|供应链?|基建|教务|医务|护理|安保|保卫|法务|综合|电商|客服)(?:管理|服务|保障)?(?:科|部|处|室|中心|组|办)';
const BEFORE_PERSON = new RegExp(
  `^.*(?:${SLOT}|^|[\\s,，。◷]|客户|公司)(${WORD}{2,8}?)(?:${DEPARTMENT})?\\s?(?:[(（][^)）\\n]{1,10}[)）])?的?$`,
  'su',
);

/** How far before a person their company may begin. */
const LOOK_BACK = 22;

const HAN_CHARACTER = /[\u3400-\u9fff]/;

/** A word with one of these in it is a phrase, not a name. */
const NOT_IN_NAME =
  /[的了在和跟与给去到见说我他她它们这那个是有没不想要做谈聊把被让就都还也很只从对向上下前后昨]|[今明](?=[天年早晚日后])|[每几两三整半当那]天|几家|哪家|多少|最|谁|(?:换|改|变|转|调)(?:成|为|由|回)|拜访|联系|客户|公司(?!$)|领导|老板|电话|微信|短信|邮件|刚才|次数|统计|汇总|数量|名单|时候|方案|需求|报价|合同|项目|展会|论坛|峰会|情况|记录|计划|进度|数据|现场|总部|车间|工地|门店|外地|机场|楼下|办公|厂里|咖啡|饭|会议/u;

const SURNAME = `(?:${DOUBLE_SURNAMES.join('|')}|[${SURNAMES.slice(0, 400)}])`;
const GIVEN = '\\p{Script=Han}{1,2}';
const INTRODUCED = quick(
  new RegExp(
    `(?:联系人|对接人|负责人|接口人|新来的(?:叫|是)|姓名|名字|名叫|叫做?|接替\\p{Script=Han}{0,3}的?是|换成了?|来了个|(?:总助|助理|经理|主管|总监|同事)(?:叫|是)|(?:经理|总监|主管|主任|专员|助理|处长|科长|部长|厂长|店长|校长|院长|园长|老师|工程师|负责人|对接人|接口人|采购|财务|会计)\\s)[:：\\s]*(${SURNAME}${GIVEN})(?=[^\\p{Script=Han}]|$|的|[,，])`,
    'gu',
  ),
);
const MET = quick(
  new RegExp(
    `(?:(?:认识|结识|碰到|遇到|见到)了?[^,，。\\s]{2,8}的|跟|和|与|见了|见到|找到?|约了?)(${SURNAME}${GIVEN})(?=聊|谈|见|通了?话|通了?电话|打了?电话|吃|开会|碰|沟通|对接|[,，、\\s]|$)`,
    'gu',
  ),
);
/** 白云酒店刘倩来电: behind the company, before what they say or do. */
const OF_COMPANY = quick(
  new RegExp(
    `(?:${TRADES.join('|')}|集团|公司)的?(${SURNAME}${GIVEN})(?=来电|来访|打来|打了?电话|打电话|说|表示|反馈|回复|找我|问|要|约|发来|发了|催|同意|答应)`,
    'gu',
  ),
);
/** 现在是孙伟对接, 孙伟接替赵刚: by the office that is taken over. */
const TAKES_OVER = quick(
  new RegExp(
    `(?:现在|以后|今后|改|换|[是由换找成为]|[,，。\\s]|^)(${SURNAME}${GIVEN})(?=来?(?:对接|接手|接替|接任|接管))`,
    'gu',
  ),
);
const CARD_LINE = quick(
  new RegExp(
    `(?:^|\\n|】|:|：)\\s*(${SURNAME}${GIVEN})(?:\\s{1,3}[A-Z][A-Za-z .'-]{1,30})?\\s*(?=\\n|$|[|｜/]|\\s[\\p{Script=Han}]{0,8}(?:经理|总监|主任|主管|工程师|助理|采购|财务|会计|秘书|代表|顾问|专员|负责人|[部处科厂店院校园]长|总)\\s*(?:\\n|$))`,
    'gu',
  ),
);
/** On a card: the office, the name whatever its family name, then how to reach them. */
const REACHED_AT = quick(
  /(?:联系人|对接人|仓管|库管|内勤|主办|干事|科员|秘书|班长|组长|队长|老板|经理|总监|主管|主任|专员|助理|处长|科长|部长|厂长|店长|校长|院长|园长|老师|工程师|负责人|接口人|采购|财务|会计|行政|品控|技术|前台|运营|法务)[\s:：,，]+(\p{Script=Han}{2,3})(?=[\s,，:：(（]*(?:[\w.+-]{1,40}@|1[3-9]\d|\+?86|电话|手机|邮箱))/gu,
);
/** 安踏体育,李敏,采购,139…: behind the company, before how they are reached. */
const ON_ONE_LINE = quick(
  new RegExp(
    `[,，\\s](${SURNAME}${GIVEN})(?=[,，\\s]+(?:\\p{Script=Han}{2,8}[,，\\s]+)?(?:\\+?86[\\s-]?)?1[3-9]\\d{9})`,
    'gu',
  ),
);
const NOT_A_PERSON =
  /[科部处室组]$|中心|马上|方案|时间|文件|时候|路上|成本|金额|计划|管道|程序|安排|包装|高层|全部|常用|方面|于是|关于|公司|项目|安全|应该|车间|水平|客户|合同|单位|通过|支持|有限|管理|同事|领导|那边|一下|对方|家里|元旦|国庆|任务|周[一二三四五六日末]|何时|何地|时段|时长|支付|方式|项链|计算|平台|单子|万|许多|温度|毛病|关系|查一|解决|解释|安装|平时|年|月|日|号|点/u;

/** Spans of companies that the words around them announce, in the order of how surely they do. */
export function unknownChineseCompany(text: string, honorifics: readonly Honorific[]): Span[] {
  if (!HAN_CHARACTER.test(text)) return [];
  const spans = filedChineseCompanies(text);
  for (const match of LEGAL.matchAll(text)) push(spans, text, match, false, match[0]);
  for (const pattern of [TRADE, VISITED]) for (const match of pattern.matchAll(text)) push(spans, text, match, false);
  const isPerson = (at: number) => honorifics.some(({ span }) => at >= span[0] && at < span[1]);
  for (const match of IN_ENGLISH.matchAll(text))
    if (!isPerson(match.index + match[0].length - 1) && !TOWNS.includes(match[1] ?? ''))
      push(spans, text, match, false);
  spans.push(...chineseCompanySlots(text));
  for (const { span, title } of honorifics) {
    if (title === null) continue;
    const left = BEFORE_PERSON.exec(text.slice(Math.max(0, span[0] - LOOK_BACK), span[0]));
    if (left?.[1])
      push(spans, text, Object.assign(left, { index: Math.max(0, span[0] - LOOK_BACK) + left.index }), false);
  }
  return spans;
}

/** Spans of companies that are filed as new in so many words: 新线索:X, 把X加进客户库, 有家叫X的. */
export function filedChineseCompanies(text: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of [CALLED_AFTER_ALL, CALLED, FILED, ANNOUNCED])
    for (const match of pattern.matchAll(text)) push(spans, text, match, true);
  return spans;
}

/** Spans of full names that are introduced, met, or stand alone on a line of a card. */
export function unknownChinesePeople(text: string): Span[] {
  if (!HAN_CHARACTER.test(text)) return [];
  const spans: Span[] = [];
  for (const match of REACHED_AT.matchAll(text)) {
    const name = match[1] ?? '';
    const start = match.index + match[0].lastIndexOf(name);
    if (!/电话|手机|邮箱|微信|邮件|叫|是/u.test(name)) spans.push([start, start + name.length]);
  }
  for (const pattern of [INTRODUCED, MET, OF_COMPANY, TAKES_OVER, CARD_LINE, ON_ONE_LINE]) {
    for (const match of pattern.matchAll(text)) {
      const name = match[1] ?? '';
      const start = match.index + match[0].lastIndexOf(name);
      if (!NOT_A_PERSON.test(name)) spans.push([start, start + name.length]);
    }
  }
  return spans;
}

/** 南京银行, 苏州大学: named after their town, and nobody without it. */
const OF_TOWN = /^(?:银行|农商|大学|学院|理工|师范|医院|机场|地铁|公交|港务|城投|水务|燃气|供电|[市区县])/u;

function push(spans: Span[], text: string, match: RegExpMatchArray, announced: boolean, whole?: string): void {
  const words = whole ?? match[1] ?? match[2] ?? '';
  let start = (match.index ?? 0) + match[0].lastIndexOf(words);
  let name = words;
  const town = TOWNS.find((one) => name.startsWith(one) && name.length >= one.length + 2);
  if (town && !OF_TOWN.test(name.slice(town.length))) {
    start += town.length;
    name = name.slice(town.length);
  }
  if (announced) {
    // 叫什么来着,叫启蛰: the name is what comes last.
    const unsure = /^.*叫[做作]?/u.exec(name)?.[0].length ?? 0;
    start += unsure;
    name = name
      .slice(unsure)
      .replace(/(?:的|他们|她们|那个|这个).*$/u, '')
      .replace(/(?:联系人|行业|规模|做|想|电话|手机|地址|主要|主营|位于|在).*$/u, '');
  }
  if (name.endsWith('的') || TOWNS.includes(name)) return;
  const isPhrase = NOT_IN_NAME.test(
    announced ? name.slice(0, 1).replace('天', '') : name.replace(/(?:股份|有限|责任|集团|公司)+$/u, ''),
  );
  if (name.length >= 2 && !isPhrase && (announced || !/^[a-z]+$/u.test(name)) && text.startsWith(name, start))
    spans.push([start, start + name.length]);
}
