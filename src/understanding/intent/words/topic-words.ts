import type { Intent } from '../../understanding.ts';
import { type Cue, cue } from '../glyphs.ts';

/** What a question that names no customer is about; the narrower topic first. */
export const TOPICS: readonly (readonly [Intent, Cue])[] = [
  ['birthday.list', cue({ zh: `生日|过寿`, en: `birthdays?|bdays?|b-days?` })],
  [
    'opportunity.stale',
    cue({
      zh: `(?:凉|晾|冷|搁|沉)(?:了|着|掉|在|半|很|好)|(?:没|未|不)(?:怎么|人|有人|再)?(?:动|联系|跟进?|理|推进|碰|管|更新|维护|回访|拜访|进展|动静|聊)|(?:停滞|搁置|沉睡|僵|冷|凉|拖|卡|晾)(?:了|着|掉|很久|住|的)|没(?:动静|进展|下文|消息)|快?(?:丢|流失)`,
      en: `ignor\\w+|need(?:s|ing)? (?:\\w+ )?(?:attention|chasing|a nudge|a push)|sitting on|slipping|forgotten|stale|stalled|stuck|idle|dormant|cold|quiet|untouched|neglected|haven't|hasn't|not (?:been )?(?:touched|contacted|followed|updated|talked|spoken|called|met|visited|seen)|nobody|no one|no (?:activity|movement|updates?|contact)|dead`,
    }),
  ],
  [
    'report.funnel',
    cue({ zh: `漏斗|转化|(?:各|每)(?:个)?阶段`, en: `funnel|conversion|by stage|each stage|per stage` }),
  ],
  [
    'report.leaderboard',
    cue({
      zh: `排行|排名|排第|榜|销冠|谁[^,，。]{0,14}(?:最|第一|领先|垫底|厉害|牛)|(?:业绩|签单|成交).{0,6}(?:前|最|top)`,
      en: `leader\\w*|rank\\w*|top|who(?:'s|'s| is| has| had)?[^.]{0,30}(?:most|best|top|winning|ahead|leading|first|biggest|highest)`,
    }),
  ],
  [
    'report.forecast',
    cue({
      zh: `预测|预估|(?:能|会|可以|大概|预计|估计|有望)[^,，。]{0,8}(?:签|成|做|完成|收|卖|回款|进账|落袋)[^,，。]{0,6}(?:多少|几|吗)`,
      en: `forecast\\w*|project(?:ion|ed|ions)|(?:will|going to|gonna|expect\\w*|likely|on track)[^.]{0,24}(?:close|sign|book|win|land|bring in|revenue|hit)`,
    }),
  ],
  [
    'report.activity',
    cue({
      zh: `(?:拜访|电话|跟进|见|打|跑|聊|联系|回访|沟通|走访)(?:了)?[^,，。]{0,8}(?:多少|几|谁|哪|情况|统计|量|次数|汇总)|(?:多少|几)(?:个|次|通|家|位)?[^,，。]{0,4}(?:电话|拜访|跟进|客户)|(?:都|大家|团队|谁)[^,，。]{0,8}(?:拜访|跟进|见|干|做|忙|跑)了?|活动(?:量|统计)|工作量`,
      en: `activit\\w+|how many (?:\\w+ )?(?:calls|visits|meetings|demos|emails|touches|contacts|customers|clients)|number of|(?:calls|visits|meetings|demos)[^.]{0,20}(?:by rep|per|count|total|made|logged)|(?:team|everyone|everybody) (?:do|done|been doing|up to)`,
    }),
  ],
  [
    'task.list',
    cue({
      zh: `(?:没|未)(?:干|做|办|完成|弄|处理|搞)的?|待办|任务|安排|日程|行程|提醒|(?:几|哪|多少|什么|啥)[^,，。]{0,3}(?:事|会(?!议室|员)|活)|逾期|过期|到期|(?:要|该|得|需要)(?:做|干|办|忙|见|跟|去|处理)`,
      en: `pending|outstanding|overdue|planned|lined up|everything|tasks?|to[ -]?dos?|follow[ -]?ups?|agenda|reminders?|due|on my (?:list|plate|schedule|calendar)|(?:i|we) (?:have|need to|supposed to|doing|got)|scheduled|overdue|to do`,
    }),
  ],
  [
    'pipeline.show',
    cue({
      zh: `商机|单子|管道|pipeline|项目|在谈|在跟|机会`,
      en: `pipeline|pipe|deals?|opps?|opportunit\\w+|working on|prospects`,
    }),
  ],
];
