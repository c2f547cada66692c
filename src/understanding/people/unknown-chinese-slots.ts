import type { Span } from '../text/normal-text.ts';
import { quick } from '../text/quick-pattern.ts';
import { EVERYDAY_NOUNS } from './words/chinese-everyday.ts';
import { DOUBLE_SURNAMES, SURNAMES } from './words/chinese-surnames.ts';
import { TRADES } from './words/company-words.ts';
import { NEVER_NAMES } from './words/english-words.ts';

/**
 * Places of a Chinese sentence where a company must stand: before its people (X的人), between a preposition and a verb
 * of dealing (跟X聊, 给X发), at the head before what is said or asked of it (X签了, X怎么样了). The verbs are classes,
 * the name is open: it need not be in any list.
 */
const NAME = '[\\p{Script=Han}A-Za-z0-9&]{2,8}?(?:\\p{Script=Han}{2,3}(?:分公司|子公司|分行|支行|总部|分院|工厂))?';
const COMPANION =
  '(?:(?:跟|和|与|同|找|给|向|陪|介绍给了?|看(?:望)?了(?:一?下)?|约见?了?|见了?|问了?下?|催了?下?|帮|替|被|请|联系了?|拜访了?|回访了?|走访了?|答应了?|通知|碰到|碰见|遇到|遇见|接到|收到|去了?趟?|到|跑了?趟?|一趟|把)(?:一?下)?)';
const START =
  '(?:^|[\\n。;；!！?？◷]|\\d{1,2}[.、)）]?|[①-⑨]|请问|问一?下|对了|话说|(?:帮(?:我|忙)?)?查一?下|看一?下|看看|了解一?下|说说|关于)[\\s,，]*';
const OWN_PEOPLE =
  '(?:那边|这边|他们)?的(?:◷|人|几个|[\\p{Script=Han}]{0,3}(?:采购|财务|老板|领导|老总|负责人|对接人|接口人|联系人|同事|团队|法务|工程师|经理|总监|主管|前台|老大|哥们|小伙子?|姑娘|大哥|大姐|兄弟|合同|报价|方案|样品|尾款|货款|款|货|单子|项目|合作|订单|电话|邮件|微信|回复|反馈|设备|系统|机器|资料|情况|历史|记录|档案|背景))';
const PLACE_WORD = '(?:那边|这边|这家|那家|这单|那单|那个?(?:项目|单子|客户)|这个?(?:项目|单子|客户))';
const DEALING =
  '(?:(?:一起|再|先|好好|简单|当面|又|刚|也|大概|详细)?(?:发|寄|送|打|回|做|通|聊|谈|开|见|碰|对了?|沟通|交流|讨论|确认|说|讲|报|签|吃|喝|演示|培训|拉|磨|接|约|商量|催|汇报|提|补|出|续|装|看|吵|过了))';
const ASKED =
  '(?:最近|现在|目前|近期|到底|的|又|还)*(?:怎么样|咋样|怎样|咋了|啥情况|什么情况|情况|啥进展|什么进展|进展|有什么|有啥|到哪|(?:跟|谈|聊|推进)到哪|有消息|有动静|有进展|如何|谁在?跟|谁负责|谁对接|怎么说|咋说|签了[没吗]|是谁|什么时候|啥时候)';
const BEFALLS =
  '(?:◷|今天|刚刚?|终于|已经|正式|也|都|那边|说|这)*(?:◷+再|签了|签下|签约|签单|签回|下单|下了|中标|成交|拿下|搞定|赢单|黄了|丢了|丢单|没了|输了|输单|凉了|没戏|不做了|不买|不要了|流标|同意|答应|拒绝|回复|反馈|说|表示|嫌|想要|想看|希望|确认|要求|付了|打款|报价(?!单)|年后|暂停|投诉|愿意|定了|松口|砍价|还价|要我们|催我们|来电|让我们|(?:又|主动|再次)?(?:联系|找)了?(?:我们?|咱)|通过了|没通过|选了?(?:我们|咱|竞品|友商|别家|别人|对手)|定我们|(?:不太?|没有?|暂时没|有点?|很|挺|比较)?感兴趣|(?:没|有|暂时没|不太有)有?兴趣|(?:还没|没有?|砍了)(?:批)?预算|不需要|不续|续约|续签|续费|续了|搁置|缓一缓|先放|停了|重启|重新(?:启动|开始|招标)|活了|复活|回头(?:找|来)|又找|找上门|主动(?:找|联系)|换人|换了|有戏|[没未]能?(?:中标|签|拿下|谈下|谈成|谈拢|入围)|丢给|输给|(?:暂时|先|这次|今年)?不(?:考虑|采购|需要)|(?<=◷)(?:都|也)?(?:去了|去过|拜访|跑了|见了|聊了|谈了))';

const SLOTS = [
  // 立讯和歌尔今天都拜访了: the first of several.
  new RegExp(`${START}(${NAME})(?=[、和跟与][\\p{Script=Han}A-Za-z]{2,8}?◷*(?:分别|都|各))`, 'gu'),
  new RegExp(
    `(?:跑了?一?趟|去了?一?趟|拜访了?|走访了?|回访了?|联系了?|推荐了?)(?:一?下|一?家)?(${NAME})(?=[,，。;；!！\\s]|$)`,
    'gu',
  ),
  new RegExp(`(?:${COMPANION}|${START}|[,，\\s])(${NAME})(?=${OWN_PEOPLE})`, 'gu'),
  new RegExp(
    `(?:${COMPANION}|${START}|[,，\\s])([\\p{Script=Han}A-Za-z0-9&]{2,6}?(?:${TRADES.join('|')}))(?=的[${SURNAMES.slice(0, 100)}]\\p{Script=Han}{1,2}(?:来电|来访|打来|说|表示|反馈|回复|问|要|约|发|催|同意|答应|聊|谈|通))`,
    'gu',
  ),
  new RegExp(`(?:认识|结识|碰到|遇到|见到)了?(${NAME})(?=的\\p{Script=Han}{2,3}(?:[,，。\\s]|$))`, 'gu'),
  new RegExp(`(?:${COMPANION}|${START}|[,，\\s])(${NAME})(?=${PLACE_WORD})`, 'gu'),
  new RegExp(`${COMPANION}(${NAME})(?=${DEALING})`, 'gu'),
  new RegExp(`${START}(${NAME})(?:${PLACE_WORD}|的?单子|项目)?(?=${ASKED})`, 'gu'),
  new RegExp(`${START}(${NAME})(?:${PLACE_WORD}|的?单子|项目)?[,，]?(?=${BEFALLS})`, 'gu'),
  // 安踏体育,李敏,采购,139…: a card on one line.
  new RegExp(
    `${START}(${NAME})(?=[,，\\s]+(?:${DOUBLE_SURNAMES.join('|')}|[${SURNAMES.slice(0, 200)}])\\p{Script=Han}{1,2}[,，\\s]+(?:\\p{Script=Han}{2,8}[,，\\s]+)?◷{6})`,
    'gu',
  ),
].map(quick);

/** 签了!宏图印刷,28万: who it was, behind the outcome; what follows is its sum, or its trade ends the name. */
const OUTCOME = '(?:签了|签下来?了?|拿下了?|搞定了?|成交了?|中标了?|赢了|丢了|丢单了?|黄了|输了)';
const NAMED_BEHIND = [
  new RegExp(`${START}(?:刚刚?|终于|今天|已经)*${OUTCOME}[!！,，:：\\s]*(${NAME})(?=[,，\\s]{0,2}◷)`, 'gu'),
  new RegExp(
    `${START}(?:刚刚?|终于|今天|已经)*${OUTCOME}[!！,，:：\\s]*(${NAME}(?:${TRADES.join('|')}|集团|公司))(?=[,，。!！\\s]|的?单子|项目|$)`,
    'gu',
  ),
].map(quick);

/** What the name's own preposition or verb leaves before it: 展会上碰到青禾. */
const LEAD_IN =
  /^.*(?:[跟给找陪与]|碰到|碰见|遇到|遇见|联系|拜访|回访|走访|见了|约了|约|催)(?:了|过)?(?:一?下)?(?=.{2,})/u;

/** 白云酒店刘倩: the company, and its person behind it. */
const PERSON_OF_COMPANY = new RegExp(
  `^(.{2,}?(?:${TRADES.join('|')}|集团|公司))(?!管理|发展|服务|国际|控股)(?:${DOUBLE_SURNAMES.join('|')}|[${SURNAMES.slice(0, 100)}])\\p{Script=Han}{1,2}$`,
  'u',
);

/** A word with one of these in it is a phrase, not a name. */
const PHRASE =
  /[的了吗呢吧跟给我你他她它们这那哪谁是没不想把被让就都还也很只从对后]|今天|明天|昨天|每天|上午|下午|中午|晚上|早上|拜访|联系|客户|领导|老板|电话|微信|短信|邮件|刚|次数|统计|汇总|数量|名单|列表|清单|目前|最近|现在|在谈|在跟|阶段|转化|销冠|业绩|团队|商机|时候|方案|需求|报价|合同|项目|情况|记录|计划|进度|确认|沟通|讨论|开会|吃饭|聊天|出差|上班|下班|请假|加班|回来|过来|出去|出来|准备|打算|希望|觉得|感觉|知道|认识|安排|提醒|记得|需要|完成|处理|解决|签约|签单|续约|一下|一起|下周|上周|本周|下个|上个|那边|这边|先生|女士|小姐|什么|怎么|多少|为什|谢谢|如果|要是|然后|还有|可以|已经|或者|但是|因为|所以|周[一二三四五六日末]|[去到来回在]$|^(?:小?组|部门?|队|团队|公司|店|厂|家|区)里$|^(?:[和与同在去到来有要会能再又等但上下几两一二三四五])|^(?:发来|发了|打来|打了|回了|回复|来了|来电|说是|问了|催了|送了|签了|谈了|聊了|寄了|反映|提了)|^以[上下内外前后]|^取消|^左右|[快未待]签$|单子?$|^\d+$/u;

/** Blue Peak那边: a Latin name is taken whole or not at all. */
const LATIN_BEFORE = /[A-Za-z&] ?[A-Za-z]$/u;

/** Spans of words that stand where a company must; `text` has a glyph in the place of all that is known already. */
export function chineseCompanySlots(text: string): Span[] {
  const spans: Span[] = [];
  for (const slot of [...SLOTS, ...NAMED_BEHIND])
    for (const match of slot.matchAll(text)) {
      const name = (match[1] ?? '').replace(LEAD_IN, '').replace(PERSON_OF_COMPANY, '$1');
      if (!mayBeCompany(name)) continue;
      const start = match.index + match[0].lastIndexOf(name);
      if (!LATIN_BEFORE.test(text.slice(0, start) + name.slice(0, 1))) spans.push([start, start + name.length]);
    }
  return spans;
}

function mayBeCompany(name: string): boolean {
  if (PHRASE.test(name) || EVERYDAY_NOUNS.has(name) || /^[a-z]+$/.test(name)) return false;
  if (NEVER_NAMES.has(name.toLowerCase())) return false;
  return !(EVERYDAY_NOUNS.has(name.slice(0, 2)) && (name.length <= 3 || EVERYDAY_NOUNS.has(name.slice(2))));
}
