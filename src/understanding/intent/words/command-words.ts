import { cue } from '../glyphs.ts';

/** Requests to the bot that stand by themselves, and questions to it. */
export const COMMANDS = {
  undo: cue({
    zh: `撤销|撤回|撤消|(?:取消|删|不要|作废|清掉)(?:掉|了|除)?(?:我)?(?:刚|上一?|最后|前一?)(?:才|刚)?(?:那|这|一)?(?:个|条|笔)?|(?:刚才?|刚刚|上一?条|那条|上面)那?[个条笔]?(?:的)?(?:记录)?(?:不要|删|取消|作废|不算|错)了?|(?:记|写|发|输)错了?[,，。\\s]*(?:删|撤|取消|重来|不算)|(?:刚才|刚刚|上一?条|那条|这条).{0,6}(?:不算|作废|删|取消|别记)|删(?:掉|了|除)?(?:刚才|刚刚|上一?条|那条|最后)`,
    en: `undo|(?:oops|sorry|nvm|never ?mind)?[, ]*(?:ignore|disregard|forget|scrap|scratch|nix) (?:that|this|it|the last|my last)(?: one| note| message| entry)?|take (?:that|it|this) back|scratch (?:that|the last)(?: last)?(?: one| entry| note)?|(?:delete|remove|revert|cancel|take back|drop|discard|bin|kill) (?:that|the|my|this|it)(?: last| previous)?(?: one| entry| note| log| record|(?=[\\s.!]*(?:pls|please)?$))|(?:delete|remove|drop|cancel) (?:the |my )?(?:last|previous)(?: one| entry| note| record)?|(?:wrong|bad) entry|entered (?:that|it) (?:wrong|twice)|roll (?:it |that )?back`,
  }),
  help: cue({
    zh: `帮助|怎么用|咋用|如何使用|使用(?:说明|方法|指南)|你(?:都)?(?:会|能|可以)(?:干|做|帮)?(?:什么|啥|嘛|哪些|干嘛)|(?:有|都有)?(?:什么|哪些|啥)功能|能干嘛|说明书$`,
    en: `help|(?:your|the) (?:features|commands|functions|capabilities)|what can (?:you|u|this) do|how (?:do|does|can|to) (?:i |you |this |it )?(?:use|work|log|start)(?: (?:this|you|it))?|how does (?:this|it) work|instructions|what do you do|user guide|commands`,
  }),
  birthdays: cue({
    zh: `(?:谁|哪些|哪位|有没有|有哪|几个|名单|列表|近期|最近|本月|这个?月|下个?月|◷|客户)[^,，。]{0,12}(?:过?生日)|生日.{0,6}(?:名单|列表|提醒|的?(?:客户|有哪些|有谁|是谁))`,
    en: `(?:any|who|whose|which|upcoming|list|show|what|client|customer)[^.]{0,30}(?:birthdays?|bdays?|b-days?)|(?:birthdays?|bdays?) (?:in|this|next|for|coming|list|due|◷)|(?:birthdays|bdays) ◷`,
  }),
  stale: cue({
    zh: `(?:哪|有没有|有什么|谁|有)[^,，。]{0,10}(?:凉|晾|冷|搁|拖|放|停|沉)(?:了|着|掉|在)|被我(?:晾|忘|冷落|放)|(?:哪|有没有|有什么|多少|列|查|看看|谁|显示|给我|有)[^,，。]{0,16}(?:没|未|不)(?:人)?(?:怎么)?(?:动|跟|联系|推进|更新|碰|进展|理|管|维护|回访|拜访|沟通)|(?:没|未)(?:动|跟进?|联系|推进|更新|碰|维护|回访|拜访|沟通)(?:过)?(?:了)?的?(?:单子?|商机|客户|项目|线索)|(?:停滞|搁置|沉睡|僵尸|冷掉|凉了|没动静|没人管|没进展)的?(?:单子?|商机|客户|项目)|(?:没|无)(?:人)?(?:管|动静|进展|跟进|联系|动作)[^,，。]{0,4}(?:单子?|商机|客户|项目)`,
    en: `(?:deals|opps|opportunities|accounts)[^.]{0,12}(?:stuck|stalled|idle|frozen)|(?:been|i'm|we're|i've|we've|am i|are we) (?:been )?(?:ignoring|neglecting|sitting on|letting slip|forgetting|forgotten|neglected)|(?:slipping|slipped|falling|fallen) through (?:the )?cracks|(?:haven't|have not|not|no one(?:'s| has)?|nobody(?:'s| has)?) (?:\\w+ )?(?:spoken|talked|touched|chased|heard|contacted|called|emailed|followed|been in touch)[^.]{0,30}(?:in|for|since|over) (?:\\w+ ){0,3}(?:days?|weeks?|wks?|months?|ages|while|◷)|(?:deals|opps|opportunities|accounts|customers|clients)[^.]{0,20}(?:no (?:activity|contact|updates?|movement|follow-?up)|idle|dormant)|(?:gone|going|went|getting) (?:cold|stale|quiet)|stale (?:deals?|opps?|opportunities|accounts)|stalled (?:deals|opps)|(?:which|what|any|who|show|list|deals?|opps?|opportunities|accounts|customers)[^.]{0,50}(?:not been|n't been|n't|nobody(?:'s| has)?|no one(?:'s| has)?|without|hasn't|untouched|neglected|ignored|inactive)[^.]{0,20}(?:touched|followed|contacted|updated|talked|spoken|heard|moved|activity|worked|chased|reached|untouched|\\b)`,
  }),
  funnel: cue({ zh: `漏斗|转化率|转化情况|(?:每|各)个?阶段`, en: `funnel|conversion(?: rates?)?` }),
  forecast: cue({
    zh: `预测|(?:能|会|可以|大概|预计|估计)[^,，。]{0,6}(?:签|成|做|完成|收|卖|回款|成交|回来|进账|到账|回|冲)[^,，。]{0,4}(?:多少|几单|几个)|业绩预估|能完成(?:任务|目标)吗`,
    en: `forecasts?|projections?|projected|(?:what|how much)[^.]{0,20}(?:gonna|going to|will|expect(?:ed)? to|likely to|should) (?:we )?(?:close|sign|book|win|land|bring in)|what(?:'s| is) (?:likely|expected) to close|(?:will|are|gonna|going to) (?:we|i)[^.]{0,16}(?:hit|make|reach|meet|beat) (?:the |our |my )?(?:target|quota|number|plan|budget)|(?:on track|on target) (?:for|to)|(?:expected|weighted) (?:revenue|pipeline|close)|run[ -]?rate|commit (?:for|this) ◷`,
  }),
  leaderboard: cue({
    zh: `排行|排名|排个名|榜单|龙虎榜|英雄榜|业绩榜|销冠|谁[^,，。]{0,14}(?:最多|第一|最高|最好|最强|领先|垫底)|top ?\\d*销售`,
    en: `leader ?board|rankings?|rank the|top (?:rep|reps|seller|sellers|performer|performers|sales)|who(?:'s|'s| is| has| had)?[^.]{0,30}(?:most|best|top|winning|ahead|leading|first|number one|sold|biggest)`,
  }),
  activity: cue({
    zh: `(?:拜访|电话|跟进|活动|沟通|工作|联系|回访|外出)(?:了)?(?:的)?(?:量|统计|汇总|报表|次数|情况汇总|记录统计|数据|报告)|(?:打|拜访|跟进|联系|见|回访|聊|跑)了?(?:多少|几)(?:个|次|家|通)|多少(?:个|次|通|家)?(?:电话|拜访|跟进|客户拜访)|(?:一共|总共|共)?(?:跑|拜访|见|打|联系|走访)了(?:几|多少)|(?:拜访|跟进|工作|外勤|电话)(?:的)?情况|(?:团队|大家|组里).{0,8}(?:干了|做了|忙了)(?:什么|啥|些)`,
    en: `activity(?: report| summary| stats| log)?|activities|how many (?:calls|visits|meetings|demos|emails|touches|customers|clients|accounts|contacts)|(?:calls|visits|meetings) (?:made|per rep|by rep|count|summary|stats)|number of (?:calls|visits|meetings|demos|emails|contacts)|what did (?:the team|everyone|we|◈) (?:do|get done)|what(?:'s|'s| has| have|s)? (?:everyone|everybody|the team|the guys|people|◈|we)(?: all)? (?:been )?(?:up to|doing|done|working on)|what (?:has|have|did|is|are|was) (?:everyone|everybody|the team|people|the guys)(?: all| been)*(?: ◷)?|who(?:'s| has)? (?:visited|called|met|logged|done)`,
  }),
  tasks: cue({
    zh: `◷(?:我|我们|咱)?(?:要|该|得|都)*(?:干嘛|干啥|干什么|忙啥|忙什么)|(?:有|都|还)?(?:哪些|什么|啥|多少)(?:的)?(?:待办|任务|安排|日程|事(?:情)?(?:要|没|$)|行程)|(?:待办|任务|日程|安排|行程)(?:有哪些|有什么|列表|清单|是什么|有啥|呢|[?？]|$)|(?:要|该|得|需要)(?:做|干|办|忙|处理|跟)(?:的)?(?:什么|啥|哪些|的[?？]?$)|有(?:什么|啥|哪些)(?:要|事|安排|活)|(?:看|查|列|显示)(?:一?下|看)?(?:我的?)?(?:◷)?的?(?:待办|任务|日程|安排)|我的(?:待办|任务|日程)|(?:有|还有)(?:哪些|什么|几个|啥)会(?!员)|◷[^,，。]{0,6}(?:要见|见哪些|见谁|去哪)|(?:哪些|什么|啥|有没有|还有|几个)[^,，。]{0,4}(?:逾期|过期|超期|到期|没完成|没办|没弄)|^[\\s]*(?:我)?◷的?(?:活儿?|事儿?|安排|待办|任务|工作|日程|行程)[?？。\\s]*$|(?:逾期|过期|超期|到期)的(?:待办|任务|事|有)`,
    en: `(?:my|show|list|open|all|outstanding|due|pending|any|what|which)[^.,:]{0,20}(?:tasks|to-?dos?|to-?do list|follow-?ups|agenda|action items)|(?:tasks|to-?dos?|agenda)(?: due| for| on)? ◷|what(?:'s| is| have i got| do i have| am i| are my)[^.]{0,24}(?:on my (?:list|plate|agenda)|do(?:ing)? ◷|on ◷|on for|to do|due|◷$|◷\\?)|what(?:'s| is) (?:due|next)|my day|on my list|anything (?:due|on|to do|scheduled|planned)|(?:what|which|any|show|list|everything|all|anything)[^.]{0,20} (?:overdue|due)|my to[ -]?dos?|^◷'s (?:schedule|tasks|agenda|to-?dos?|calendar|plan|diary|meetings|list)|anything (?:for|on|happening|booked)? ?◷|what(?:'s|'s| is| are)?(?: all| else)?(?: is| are)? (?:pending|outstanding|left|overdue|planned|lined up|remaining)|(?:what|which)[^.]{0,12} (?:am i|are we|do i|should i|i'm) (?:supposed|meant|need|have|due|doing|working|got)[^.]{0,20}|(?:my )?(?:schedule|calendar|diary|agenda|day)(?: (?:for|on|looking))?(?: like)? ◷`,
  }),
  pipeline: cue({
    zh: `^[^,，。]{0,10}pipeline[?？\\s]*$|(?:在谈|在跟|手上|手里|手头|进行中|跟着|跟进中)的?(?:商机|单子?|项目|机会|客户)[^,，。]{0,4}(?:列|看|发|拉|给|有)|(?:哪些|多少|几个|什么|啥)(?:单子?|商机|项目|机会)(?:在(?:跑|谈|跟|推|走|聊|手)|还(?:活|开))|(?:商机|销售)?管道|(?:哪些|多少|有啥|有什么|所有|全部|我的|手上|手头|手里|列出?|看看|在跟的?|在谈的?|现有)[^,，。]{0,8}(?:商机|单子?(?!价)|项目|机会)(?:列表|在谈|在跟|情况|[?？]|$|有)|(?:商机|单子|项目)(?:列表|清单|一览|总览|都?有哪些)`,
    en: `pipeline|how many (?:deals|opps|opportunities)|(?:the|my|our|full|whole|team) pipe|(?:what|which|anything)[^.]{0,16} (?:cooking|in flight|in play|in progress|on the go)|(?:open|active|current|live|my|our|all)(?: open)? (?:deals|opportunities|opps)|(?:which|what) (?:deals|opportunities|opps)|deals (?:are )?open`,
  }),
  account: cue({
    zh: `[◆◇](?:那边|这边|这家|公司|这个?客户|项目|单子?|的)?(?:最近|现在|目前|近期|的|是|到底)*(?:什么|啥|有什么|有啥|怎么?个?)?(?:情况|进展|怎么样了?|咋样了?|如何了?|近况|现状|档案|详情|资料|信息|状态|动态|到哪(?:一步|了)?|跟到哪|谈到哪|历史|记录|谁在(?:跟|负责)|是谁(?:在跟|负责)|来头|背景)[^,，。]{0,4}[?？]?$|◆(?:谁在跟|(?:聊|谈|跟|推进|进行)到哪)|(?:说说|讲讲|聊聊|介绍一?下|调(?:一?下|出|取)|给我(?:看看|讲讲))◆|(?:查(?:一?下|询|看)?|看(?:一?下|看|一看)|打开|调出|找(?:一?下)?|调(?:一?下|出|取)?|展示|显示|介绍(?:一?下)?)(?:一下)?(?:客户)?[◆](?:的(?:情况|资料|档案|信息|进展|详情|记录))?[?？]?$|^[\\s]*◆(?:的)?(?:电话|手机|邮箱|地址|联系人|负责人|微信)?[?？\\s]*$`,
    en: `(?:how (?:is|are|'s)|hows|show(?: me)?|(?:notes|history|file) (?:on|for|about)|anything new (?:on|from|with|at)|what's the deal with|where'?s|pull up|bring up|tell me (?:about|more about)|what do (?:we|you) (?:know|have) (?:about|on)|status (?:of|on|for)|what(?:'s| is) (?:up|happening|going on|new|the (?:status|latest|story|deal))(?: with| on| of| at| for)?|where (?:are we|do we stand|did we leave (?:things|it)) (?:with|on|at)|how(?:'s| is| are)(?: things| it)?(?: going)?(?: with| at)?|look up|open|find|info (?:on|about|for)|details (?:on|of|for|about)|update on|history (?:of|with|for)|summary (?:of|for)|rundown on|overview of|background on|brief me on|give me (?:the |a )?(?:rundown|summary|overview|status|latest|background|picture|file)(?: on| of| for)|who is|who owns|who(?:'s| is) (?:on|handling|working)|what do we have on|any news (?:on|from)|latest (?:on|from|with)|and) (?:the )?◆(?: doing| going| account| file| record| card| looking)?[\\s?!.]*(?:please|pls)?$|^\\s*◆\\s*(?:status|summary|history|phone|details|info|file)?\\s*\\?*$`,
  }),
} as const;

/** Filing something new, handing over, ticking off. */
export const FILING = {
  lead: cue({
    zh: `(?:新)?客户线索|(?:新|录|有|来|加|建|收到|一|登记|记)(?:入|了|进|到)?(?:一)?(?:[个条下])?(?:新)?(?:的)?(?:销售)?(?:线索|潜在客户|潜客)|线索[:：]|潜在?客户?[:：]|(?:新的?|一个|一家|有个|有家)潜在客户|(?:官网|网站|展会上|抖音|小红书|阿里|百度|公众号|400|热线)(?:上)?(?:来|收|进)(?:了|到)(?:一?个|条|份)?(?:新)?(?:的)?(?:咨询|询盘|留言|线索|客户|表单)|(?:收|拿|换|捡)(?:了|到|的)?[^,，。◆]{0,4}名片[^。]{0,14}(?:回头|没联系|未联系|还没|待)|(?:朋友|老客户|同学|客户|同行|亲戚|老乡|熟人|战友|◇|◆|有人)(?:给)?(?:我)?(?:介绍|推荐|转介|引荐)(?:来|过来)?(?:了|的)?(?:一)?(?:[个家条])?(?![^。]{0,20}(?:聊了|见了|打了|谈了|通了))|(?:上|里|那边)?(?:来|收|进|有)(?:了|到)?(?:一?[个条份])?(?:新)?(?:的)?(?:咨询|询盘|询价|留资|表单|留言)(?!的?(?:问题|一下))|(?:朋友|老客户|同学|客户|同行)(?:给我?)?(?:介绍|推荐|转介)了?(?:一?[个家])?(?:新)?(?:的)?(?:潜在)?客户`,
    en: `(?:on|onto) (?:the|our|my) radar|(?:could|might|may) be a (?:new |good |potential )?(?:prospect|lead|customer|client|fit)|(?:hot|warm|cold|web|inbound|fresh) lead|^(?:a )?lead (?:from|via|off|in|through|-|–|—)|prospect to add|(?:worth (?:a|chasing|approaching|going after)|prospecting target|target account)|(?:got|had|have|received|picked up)(?: a| an)? (?:referral|intro|introduction|tip|name|enquiry|inquiry)(?! call)|(?:referred|introduced|recommended) (?:us |me )?(?:to|by)(?= )|filled (?:in|out) (?:the|our) (?:web|contact|demo|form)|new (?:sales )?lead|(?:as|is) a (?:new )?(?:lead|prospect)|(?:add|log|create|got|have|enter|record) (?:a |an |another |this |new )*(?:new )?(?:lead|prospect)|lead:|(?:potential|prospective) (?:customer|client)s?|(?:inbound|inquiry|enquiry|referral)(?: lead)? (?:from|via|through|on|:)|as a (?:prospect|lead)|new prospect|prospect:`,
  }),
  contact: cue({
    zh: `(?:叫|对接人|联系人|新来)[^。\\n]{0,24}(?:录|存|加|登|建)(?:进去|进来|一下|一个|上|下来|进系统|到系统|入|个档)|(?:新来|换来|新任|新上任|多)(?:了)?(?:个|位|一个|一位)[^,，。]{0,10}(?:对接人|联系人|接口人|负责人|叫)[^。]{0,24}(?:录|存|加|记)|(?:加|添|建|新增|添加|录|存|登记|新建|录入|保存|补)(?:一)?(?:[个下位])?(?:新)?(?:的)?(?:联系人|对接人|名片)|新联系人|名片】|(?:加|存|记|(?<!记)录)(?:一?下|上|个)?[^,，。\\n]{0,10}(?:对接人|联系人|接口人)|(?:对接人|联系人|采购|负责人|接口人|经理|主管|助理|总监)[^,，。]{0,2}(?:叫|是)[^,，。]{1,6}[,，](?:帮我?)?(?:加|存|录|记)(?:一?下|上)`,
    en: `new (?:contact|person|guy|buyer|poc|stakeholder|point of contact|decision[ -]?maker|hire|starter|face) (?:at|for|in|from|over at|is|there)|new contact|(?:add|create|save|file|put|enter)(?: in)? (?:a |an |this |another |new )*contact|(?:as|down as) (?:a |the )?(?:new )?contact(?: at| for)?|^(?:pls |please |can you )?(?:add|save|file|put|store|log|record) ◇[^.]{0,40}? ?(?:at|for|from|\\(|,) ?◆|^(?:pls |please )?(?:add|save|file) ◇[^.]{0,60}(?:✉|☎)|add (?:◇|[a-z ]{3,30}) (?:to|at) ◆`,
  }),
  account: cue({
    zh: `(?:新增|新建|建|加|添|录|添加|登记|创建|录入|开)(?:一)?(?:[个家下])?(?:新)?(?:的)?(?:客户|公司)(?!群|拜访|经理)|(?:加|录|建|存|放|登记|添加)(?:一下)?(?:到|进|入|成|为)(?:新)?客户|客户(?:档案|资料|库|列表|里|名单)[^,，。]{0,4}(?:加|建|录|添|新增|登记|存)|^新客户|^(?:帮?我?|麻烦|请)?建档|(?:客户|系统)(?:档案|资料|库|列表|里|名单)里?[^,，。]{0,4}(?:加|建|录|添|新增|登记|存)|(?:录|收)入(?:一?下|个)?(?:新)?(?:客户|公司)`,
    en: `(?:get|put|have|bring|enter|load|stick) [^.\\n]{0,40}(?:into|in|on|onto|to) (?:the |our )?(?:system|crm|books|database|customer list|client list|accounts)|as (?:a |an )?(?:new )?(?:customer|client|account)(?![^.]{0,20}(?:since|for \\d))|(?:add|create|set up|open|register|file|make)(?: up)? [^.\\n]{0,50}?(?:account|company|customer|client)(?: record| file| card)?|new (?:account|company|customer|client)`,
  }),
  deal: cue({
    zh: `立(?:个|一个)?项(?!目)|(?:开|建|新建|新增|加|创建|录|立|添加)(?:一)?(?:[个条下笔])?(?:新)?(?:的)?(?:商机|销售机会|机会|单子|deal|opp)(?!了)|新商机`,
    en: `new (?:opp|opportunity|deal)|(?:开|建|新建|新增|加|立)(?:一)?[个条]?opportunity|(?:open|create|add|start|log|set up|make) (?:a |an |new |up )*(?:deal|opportunity|opp)`,
  }),
  transfer: cue({
    zh: `[把将]◆(?:这?个?(?:客户|公司|单子?|项目))?(?:转|移交|交接|划|过户)(?:给|到)(?:◇|[\\p{Script=Han}]{2,3})(?:吧|了|来?跟|负责|名下)?[。!！\\s]*$|[把将]?◆[^。◈]{0,10}(?:handover|hand over|transfer|转交|交割|过户|移交|交接|改派|划拨|挂)(?:到|给|至|在)?◈(?:名下|这边|那边|手上|手里)?|[把将]◆(?:这?个?(?:客户|公司|单子?|项目))?(?:以后)?(?:就)?(?:转|移交|交接?|划|分|派|让|过户|转交|分配|移|归)(?:给|到|至|了)*◈|◆[^。]{0,16}(?:转|移交|交接?|划|分配?|派)(?:给|到|至)+◈(?:吧|了|来|跟|负责|[。!！\\s]*$)|◆(?:这?个?(?:客户|公司|单子?|项目|这边))?(?:以后|后面|后续|今后|从.{1,4}起)?(?:都|就)?(?:由|归|让|给|交给|转给)?◈(?:来)?(?:跟|负责|管|接手|接|对接)|(?:以后|后面|后续|今后)◆(?:这边)?(?:都|就)?(?:由|归|让|给)?◈(?:来)?(?:跟|负责|管|接|对接)?|◈接手◆|◆[^,，。◈]{0,8}(?:先|就|都|暂时|以后)?(?:给|归|过给|过户给|换|换成|换给|交|转|划|分|改)(?:给|成|到|由)?◈(?:来|去|跟|负责|管|接|了|吧|盯|维护|对接|[。!！\\s]*$)`,
    en: `(?:handover|hand over|transfer)给◈|^(?:pls |please )?(?:transfer|reassign|hand over|hand|assign) ◆(?: account)?(?: over)? to (?!me|us|them|him|her|the|legal|support|finance)\\w+[.!]*$|◈(?:'s| is| will|'ll| to| can| should)*(?: gonna| going to| be| now)* (?:look(?:s|ing)? after|cover(?:s|ing)?|run(?:s|ning)?|manag(?:e|es|ing)|lead(?:s|ing)?|handl(?:e|es|ing)|tak(?:e|es|ing)|own(?:s|ing)?|pick(?:s|ing)?)(?: over| up| on| care of)? (?:the )?◆(?! (?:call|meeting|demo|visit|quote|proposal|contract|deck|task))|◈(?:'s| is| will be| to)? (?:be )?(?:the )?(?:new |now )?(?:owner|lead|point|rep|am) (?:of|on|for) ◆|(?:transfer|reassign|hand|give|assign|move|pass|switch|shift)(?:ing|ed)? (?:over )?(?:the )?◆(?:'s)?(?: account)?(?: over)? to ◈|◈ (?:is |will |to |'s |'ll )?(?:tak(?:ing|es|e)(?: over)?|own(?:s|ing)?|inherits?|picking up|get(?:s|ting)?|handl(?:e|ing)) (?:over )?◆|◆ (?:goes|is going|belongs|moves|should go|will go)(?: over)? to ◈|make ◈ (?:the )?owner of ◆`,
  }),
  complete: cue({
    zh: `✅|✔|☑|已经?(?:完成|搞定|办完|办好|处理完|弄好|结束)[\\s。!！]*$|(?:这|那|这个|那个)?(?:事|事儿|事情|条|任务|待办|活儿?)(?:已经|都)?(?:done|完成|完事|搞定|办妥|办好|办完|弄好|弄完|结|ok|妥)了?[\\s。!！]*$|^[\\s]*(?:搞定|弄完|办妥|办完|完成|做完|done)(?:了)?[\\s,，:：!！]|(?:任务|待办|事项|提醒)[^,，。]{0,8}(?:可以)?(?:关|结|划|销|消|撤)(?:了|掉|闭)|(?:任务|待办|事项|事儿?)[^,，。]{0,8}(?:完成了?|做完了?|搞定了?|办完了?|办好了?|弄完了?|弄好了?|勾掉|结束了|打勾|划掉)|(?:完成|勾掉|划掉|搞定|做完|标记完成)(?:了)?(?:.{0,14})(?:任务|待办)|(?:勾|划|销)掉(?:吧|了)?|打勾|标记?(?:为)?(?:已)?完成|(?:^|[^能把要没未])(?:已)?(?:完成了|做完了|办完了|搞定了|弄完了|弄好了|办妥了)[✅!！。\\s]*$`,
    en: `(?:事|条|任务)?done了|(?:job|all) done,? (?:close|tick|cross)|(?:close|tick|cross) (?:it|that|this)(?: off| out)?(?=[\\s.!]*(?:pls|please)?$)|^(?:all )?(?:done|sorted|finished|completed)[ :,!-]|(?:chase|task|call|samples?|follow[ -]?up|reminder|quote|invoice|report|paperwork|proposal|email|one) (?:is |all |now |- )?(?:done|sorted|finished|complete|completed|sent off|wrapped up)(?=[\\s!.✔✅☑✓]*$)|(?:is|are|all|now|been) sorted|\\w+'s (?:sorted|finished)(?=[\\s!.]*$)|[-–—:,] ?(?:finished|complete|completed|sorted|all done|done)(?=[\\s!.]*$)|done with (?:the )?(?![◇◆◈])|mark(?:ed)? (?:it |that )?off|mark(?:ed)? [^.]{0,40}(?:as )?(?:complete|completed|done|finished)|(?:tick|check|cross)(?:ed)? [^.]{0,30}off|task (?:is |can be |has been )?(?:done|complete|completed|finished|closed)|(?:close|check|cross|tick)(?:ed)?(?: off| out)? (?:the |that |my )?[^.]{0,40}(?:task|to-?do|item|reminder|follow[ -]?up)|(?:check|cross|tick)(?:ed)? (?:it |that |this )?off|(?:thing|one|bit) is done|(?:completed|finished) (?:the )?[^.]{0,40}(?:task|to-?do|item)|✅|is done|all done with|that's done`,
  }),
} as const;

/** A question to people, not a step. */
export const CHAT_QUESTION =
  /(?:不|吗|么|嘛|吧|没|去不去|啥|谁|哪)[?？\s]*$|[?？]\s*$|^(?:anyone|who|what|where|when|why|is|are|do|does|did|can|could|would)\b/iu;

/** A deal's field is named and given a value: 预计签约改到 …, set the close date to … */
export const DEAL_FIELD_SET = cue({
  zh: `(?:预计|预期)?(?:签单|签约|成交|关单)(?:时间|日期|日)?[^,，。]{0,6}(?:改|调|推|延|挪|提前|更新)|(?:改|调|推|延|挪|更新)(?:整)?[^,，。]{0,6}(?:签单|签约|成交|关单)|(?:金额|合同额|阶段|amount|stage|value|deal)[^,，。]{0,8}(?:改|调|变|加|降|更新)`,
  en: `(?:set|change|move|push|bump|update|raise|increase|lower|reduce)[^.]{0,30}(?:close date|closing date|stage|amount|value|to ¤)|clos(?:e|ing) date (?:is|moved|now|changed|slipped|pushed)|slip(?:s|ped|ping)? (?:to|into|out)`,
});
