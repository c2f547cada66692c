import { cue } from '../glyphs.ts';

/** Goods of ours went to them: 样机已寄出, sample shipped. What is yet to go is a step. */
const HANDED = {
  zh: `(?:样[机品书卡件]|小样|样册|画册|资料|手册|礼品)[^,，。没未不要]{0,8}(?:(?:已经?|刚|都)(?:寄|发|送|快递|邮)(?:出|给|到|走|过去|了|[◆◇])|(?:寄|发|送|快递|邮)(?:出去?|走|过去|给[◆◇他她]们?)?了(?!吗|没)) | (?:寄|送|快递|邮)[^,，。没未不要]{0,3}(?:样[机品书卡件]|小样|样册|画册)了`,
  en: `(?:samples?|prototypes?|(?:demo|trial|test) (?:unit|kit)s?|brochures?|catalog(?:ue)?s?|parcel|package|swatch(?:es)?)(?: (?:to|for) [◆◇])?(?: (?:is|was|were|are|has|have|been|got|just|now|already|all))* (?:shipped|sent|posted|mailed|couriered|dispatched|gone out)(?! back| (?:by|before|on) ◷)
      (?<!(?:to|be|will|not|never) )(?:shipped|posted|couriered|dispatched|mailed|sent)(?: (?:[◆◇]|him|her|them))?(?: (?:out|off|over))?(?: (?:a|the|some|our|two|new))* (?:samples?|prototypes?|(?:demo|trial|test) (?:unit|kit)s?|brochures?|catalog(?:ue)?s?|parcel|package|swatch(?:es)?)`,
} as const;
export const HANDED_OVER = cue(HANDED);

/** Tried, and nobody there. */
const MISSED = {
  zh: `(?:联系|找|打)不(?:上|到|通|着)[◆◇他她](?!的) | (?:没|未)(?:能)?(?:找|碰|逮|堵)(?:着|到|上)[◆◇他她](?!的) | [◆◇][^,，。]{0,3}没(?:见|找|碰|逮|堵)(?:着|到|上)(?=$|[\\s,，。])`,
  en: `(?:nobody|no one|no-one)(?: was| is|'s)? (?:home|in|there|around)(?= at |[\\s.,;!]*$)
      (?:couldn't|could not|can't|cannot|unable to|failed to|didn't manage to|(?:was|were)n't able to|not able to|no luck) (?:reach(?:ing)?|rais(?:e|ing)|get(?:ting)? (?:hold of|in touch with|through to|an answer from)|contact(?:ing)?)(?= (?:[◆◇]|him|her|them|any(?:one|body)))`,
} as const;

/** Words for each way of being in touch, as they stand when it has happened. */
export const CONTACT_CUES = {
  demo: cue({
    zh: `带[◇◆他她][^,，。]{0,4}试用 | 演示(?!文) | 产品展示 | 试讲 | 样机展示`,
    en: `demo(?:ed|'d|s)?(?!环境|版|账号)
      demonstrat(?:ed|ion)
      (?:product|platform|system|software|app) (?:walk-?through|tour|run-?through) | ran (?:◇|him|her|them) through (?:the |our )?(?:product|platform|system|software|tool|app|demo)
      show(?:ed|n) [^,.]{0,24}(?:the |our )(?:new )?(?:product|platform|system|software|tool|app|dashboard|module|features?|machine|kit|unit|prototype|interface|screens?)
      (?:showed|shown|showing|show) (?:◇|him|her|them|◆) (?:how|what|round|around) (?:the|our|it) (?:\\w+ ){0,3}?(?:works?|does|looks?|runs?|system|software|product|app|tool|platform)`,
  }),
  event: cue({
    zh: `听(?:了)?(?:一)?(?:场)?(?:音乐会|演唱会|讲座|相声) | 吃的[^,，。]{0,4}(?:餐|饭) | 骑(?:了)?马 | 射箭 | 打靶 | 吃(?:了|过)(?!.{0,3}(?:亏|惊|苦|闭门)) | 吃(?:了?个?|的)?(?:顿)?(?:午|晚|早)?饭 | (?:午|晚|早)(?:饭|餐|宴) | 饭局 | 饭桌 | 酒局 | (?:请|陪|约)(?:我|我们|◇|他|她)?.{0,4}吃
      聚餐 | 宵夜 | 撸串 | 火锅 | (?:手把肉|烧烤|烤肉|大餐|海鲜|小龙虾|烤鸭|串) | 喝(?:了|过|点|顿|两杯|几杯|完)?[^,，。茶咖]{0,3}酒 | 喝(?:多|高|大|醉)了 | 喝(?:了)?(?:两|几|三|不少|好几)(?:杯|两|瓶|场|盅)(?!咖啡|茶|奶茶) | (?:满月|婚|生日|乔迁|升学|寿|百日|周岁)[酒宴] | 小酌 | 应酬 | 敬(?:了)?酒 | (?:搓|撮)(?:了)?一?顿 | 请客 | 做东 | 摆了.{0,2}桌 | 喜酒 | 开业(?:典礼|仪式|庆) | 剪彩 | 乔迁 | 庆典 | 酒会 | 晚宴 | 宴请 | 答谢会 | 年会
      (?:在|去)?[\\p{Script=Han}]{0,4}(?:博会|展)上 | (?:工|广|世|文|旅|教|药|建|茶|酒|食|渔|军|车)博会 | 交易会 | (?:高交|服贸|链博|绿博|糖博|厨博|安博|物博)会 | (?:车|书|糖酒|广交|博览|交易|订货|招商|展销|农博|进博)[会展] | 展会 | 展厅活动 | 展览会? | 展位(?!系统|图|费|设计|搭建) | 展台 | 论坛 | 峰会 | 大会 | 沙龙 | 研讨会 | 发布会
      推介会 | (?<!技术|方案|业务|商务|需求)交流会 | 讲座 | 高尔夫 | 打(?:了)?(?:场|一场|会儿)?(?:球|羽毛球|网球|篮球|牌|麻将|台球|乒乓球) | 羽毛球 | 网球 | 钓鱼 | 爬山 | 唱歌 | k歌
      唱k | 卡拉ok | 农家乐 | 马拉松 | 滑雪 | 看(?:了)?(?:一)?(?:场)?(?:球(?!场)|演出|话剧|音乐会|球赛) | 婚礼 | 跨年 | 团建`,
    en: `ktv | (?:trade|auto|boat|book|home|motor)[ -]?(?:show|fair) | tradeshow | expo | congress | symposium | trade event | exhibition | (?<!(?:video|phone|web|press|tele|audio)[ -]?)conference(?! (?:call|room|line))
      (?<!video |video-|tele|phone |web )summit | convention | webinar | seminar | workshop(?= with| today| yesterday| last) | gala | dinner
      supper | lunch(?:ed)? | brunch | breakfast(?! meeting) | drinks(?! (?:are )?on (?:me|us)) | beers?(?! (?:are )?(?:on (?:me|us)|o'clock|all round)) | pub | happy hour | bevv(?:y|ies) | karaoke | bbq | barbecue
      golf(?:ed|ing)? | fishing | sailing | hik(?:e|ing) | cricket | footy | (?:the )?races | concert | skiing | bowling | poker night | tennis | round of golf | ball ?game | (?:christmas|xmas|office|leaving|launch|house|garden|holiday|birthday|summer|closing|staff|their) party | party(?= at| for| with| last| yesterday| ◷) | ◷ (?:party|drinks|dinner|lunch|do|bash|reception)(?= |$) | (?:drinks|welcome|evening|cocktail|champagne) reception | networking | meetup
      roadshow | [\\p{L}]+ fair | booth(?= at| during| ◷|[\\s.,;]*$)
      (?:at|from|during|on) (?:the|a|an|this|their|our|that) (?:[\\p{L}&'-]+ ){1,3}(?:show|fair|awards?|forum|festival|open day|open house|bash|ball|regatta|derby)(?![ -]?(?:room|home))
      our (?:open day|open house|stand|customer day|user day|gala) | salon d(?:u|e|es)(?= ) | messe | feria | fiera | foire
      curry | steak(?: house)? | sushi | dim sum | hot ?pot | tapas | pizza | (?:a |the )(?:football|rugby|baseball|basketball|hockey|match|game|opera|theatre|theater|ballet|grand prix)(?= |$) | (?:cup final|box seats|hospitality box)
      pints? | cocktails? | whisk(?:e)?y | nightcap | wine tasting | (?:at|from) (?!the |our |a |their )[\\p{L}]+ (?:show|fair)(?= |[.,;!]|$)
      bbqs? | braai | cook-?out | crawfish boil | clambake | garden do`,
  }),
  call: cue({
    zh: `通(?:了|过)[^,，。]{1,8}话(?=$|[\\s,，。]) | 语音(?:信箱|留言) | 电话会(?:议)?(?!员|计) | 打(?:过来|过去|进来|来)(?!的?(?:款|钱)) | 电话(?!(?:号码?)?[:：是]?\\s*[☎+\\d]|号|是|换|改|变|会员|[没不]变|[没不]换|(?:也|都|暂时|倒)?(?:还)?(?:没|未)(?:要|给|留|拿|问)|(?:要|问|拿)(?:到|来)了) | 通(?:了|过|完|的)?(?:个|一个|次|一次)?话 | 通(?:了|过)?.{0,5}电话 | 电(?:联|访|询|沟通) | 回(?:了)?(?:个)?电(?!脑|子|池|机|力|路) | 没人接 | 无人接听 | 占线 | 忙音 | 接(?:了)?(?:个|到)?.{0,6}(?:电话|来电) | (?:没|未|不)接(?:听)?(?:电话)?(?=[,，。\\s]|$) | 来电 | 致电 | 打(?:给|过去|来|通)(?!招呼)
      打了(?:个|一个)?(?=给|过来) | 打(?:了|过)(?:[一二两三四五六七八九十几俩仨\\d]+|好几|半天|无数)(?:个|次|遍|通|回)?(?!折|包|样|球|牌|招呼|报告) | 语音(?:了)?[^,，]{0,4}(?:小时|分钟|钟头|会儿) | 语音(?:通话|留言|聊|沟通) | 拨(?:了|通) | 接通`,
    en: `telephonic(?:ally)? | telephone(?! number)
      (?:on|via|by|over) (?:the |her |his |their )?(?:cell|mobile|landline|handy)
      left (?:a |an |him a |her a |them a |another )?(?:quick )?(?:msg|message|word|vm)(?: \\w+)? (?:on|at) [^,.]{0,20}(?:cell|phone|mobile|machine|landline|voicemail|vm|answerphone)
      phone (?:hook-?up|chat|conversation|discussion|catch-?up|conference|meeting|talk|session|interview|contact|conv|convo)
      lvm | telecon | tele-?conference | con-?call | (?:gave|give|given|giving) (?:◇|◆|him|her|them) (?:a |another )?(?:call|ring|bell|buzz|shout|tinkle) | (?:quick|short|long) (?:bell|ring|buzz|dial) | on the (?:blower|dog) | (?:straight|went) to (?:vm|voicemail) | no answer | (?:nobody|no one|no-one)(?: there| at ◆)? (?:answer(?:ed|ing|s)|pick(?:ed|ing|s)(?: up| it up)?)(?=[\\s.,;!]*$| (?:at|the (?:phone|line)|up)(?![a-z])) | (?:line )?engaged(?=[\\s.,;]*$) | (?:picked|didn't pick|not picking) up | hung up | (?:buzzed|belled|dialled|dialed) (?:◇|◆|him|her|them|in) | (?<!(?:her|his|their|my|new|old|lost|work) )phone(?=[\\s.,;]*$) | reaching (?:◇|him|her|them) | left (?:a |him a |her a )?message | call(?:ed)?(?! (?:in|round|by|on|into|over to)(?! ◷))(?! at ◆) | calls | phoned | (?:by|on|over|via)(?: the)? phone | rang | ring | phone[ -]?call | telephoned
      on the (?:phone|line|horn) | off the phone | voicemail | voice mail | vm | dialed
      spoke (?:on|over|by) (?:the )?phone
      v\\/m(?:'d|s)? | v-?mail | (?:phone|phonecall|ph|tel|telephone|blower|mobile|cell)\\.? (?:w\\/|with) | (?:on|by|via|over|per) (?:tel|telephone|ph)(?:\\.|$| ) | tel\\.? (?:call|conv\\w*|chat|talk)?(?= ?(?:w\\/|with|to|from) ) | blower | had (?:◇|him|her|them) on the (?:phone|line|blower|horn) | (?:spoke|speaking|chat) (?:on|by|via) (?:tel|mobile) | missed call | calls? (?:in |back )?from
      (?:phone|tel|ph|telephone)(?=\\s*[:–-]\\s*[◇◆])
      (?:phone|tel) ?conv(?:ersation|o)? | (?:callback|call-back|bell|ring|buzz|tinkle) (?:from|off) | returned (?:my|our|his|her) call`,
  }),
  visit: cue({
    zh: `拜访 | 拜会 | (?<=^|[\\s,，])(?:我|我们|咱们?)过去的 | ◆[^,，。]{0,4}现场(?=$|[:：]) | 在[◇他她](?:的)?(?:工地|仓库|基地|农场|项目部|实验室|展厅|矿上|机房)上? | [◆◇他她](?:们)?的?(?:公司|办公室|厂里|厂区|工厂|工地|车间|店里|门店|现场|仓库|总部)(?:里|上|那边)?(?=$|[\\s,，。]|聊|谈|见|看|坐|转|碰) | 在[◆◇](?=$|[\\s,，]) | 地点[:：是在]?(?:他们|对方|客户|◆|◇) | (?:^|[\\s,，◷])访(?=◆|◇) | 蹲(?:了|点|守|在[◆◇]) | 外勤 | 驻(?:点|厂) | ◆[^,，]{0,4}那(?:儿|边)(?:刚)?(?:结束|忙完) | (?:上|去|到)◆[^,，]{0,4}(?:走|跑|转|看|坐)(?:了)?(?:一)?[趟圈下会] | 在◆(?:那边|公司|现场)?(?:把|给|签|开|谈|聊|见|做|装|培训) | 踩点 | 踏勘 | 勘测 | 量尺 | 没见(?:着|到)(?:人|◇) | 扑(?:了个)?空 | 闭门羹 | (?:在|到)◆.{0,4}(?:待|呆|耗|泡|坐|忙|蹲|驻|装|调试|培训|施工) | 到的◆ | 陪[◇他她].{0,4}(?:逛|转|看|走)(?!(?:我们|咱)) | (?:◆|◇)(?:热情)?接待 | 回访 | 走访 | 上门 | 登门 | (?<![◆◇他她们人行户])到访(?!我) | 实地 | (?:去|到|跑|飞)(?:了|过)?(?:一)?趟
      (?<![上下过出回进发寄送失拿带传交递转打说看听走起])去(?:了|过|的)(?!个?(?:电话|微信|短信|邮件|消息)) | (?:先|又|刚|也|一起|专程|顺路|亲自|我)去 | 跑(?:了|去) | 去(?:◆|◇)
      (?<![接收找看见听遇碰得])到(?:了)?◆ | (?:在|到)◆.{0,6}(?:现场|公司|办公室|厂|总部|园区|车间|门店|店里|那边|会议室|楼)
      (?:在|到)(?:他们|客户|对方|人家)的?(?:工地|仓库|基地|农场|医院|学校|项目部|项目上|实验室|展厅|码头|矿上|机房|现场|公司|办公室|厂|总部|园区|车间|门店|店里|那边|会议室) | (?:从|刚从).{0,4}◆.{0,4}(?:出来|回来|走|离开) | 在(?:他|她|他们|◇)(?:的)?(?:办公室|公司|厂里|厂|店里) | 验收(?=[,，]|$)
      现场(?:看|聊|调研|勘|考察|沟通|交流|拜访|服务) | 驻场 | 出差去 | (?<![打发寄送拿传转递跑带交拉真])过去(?:了|见|看|聊|谈|拜访) | 顺道去 | 转了(?:转|一圈|车间)? | 参观了(?:他们|◆)
      去.{0,12}(?:见|拜访|谈|聊|看|送|拜年|走动|扑了个空|对过|对接|沟通|交流|调研|培训|坐)`,
    en: `left ◆(?<!(?:◇|he|she|they|who)(?: has| have| had|'s| just| is| recently)* left ◆) | (?:was|been|were) at ◆ | (?:at |in )?their (?:office|offices|place|site|hq|plant)(?=[\\s.,;]*$) | visit(?:ed|ing)?(?! us| our) | toured(?! our) | (?:serviced|installed|fitted|commissioned|repaired|calibrated|surveyed|inspected|trained)[^,.]{0,30} at ◆ | (?:wrapped|finished|wrapping|finishing) up at ◆ | site visit | on[ -]?site | (?:stop{1,2}|pop{1,2}|nip{1,2}|drop{1,2}|swung|swing|duck|pitch)(?:ed|ing)? (?:by|in|into|at|over to|round|around|past|down|up|out|off at|off to)(?! (?:at |to |by |on |with )?(?:us|ours|our)(?![a-z])) | (?:called|calling) (?:in|round|by|into|over)(?! ◷) | (?:walked|showed|took|taken|shown) (?:me|us|him|her|◈) (?:round|around|through the (?:plant|site|mill|floor|factory|warehouse)) | (?:plant|site|factory|mill|warehouse|facility|shop[ -]?floor) (?:tour|walk(?:through|[ -]?round)?|visit) | walk(?:through|[ -]?round|ed) (?:of|the) (?:◆|their|the) | tour of (?:◆|their|the) | (?:dropped|drop) [^,.]{1,24} (?:off|round|over) (?:at|to|with) ◆ | (?:an hour|an hr|\\d+ (?:mins?|minutes|hours?|hrs?)|(?:a |all |the |half a |whole )?(?:day|morning|afternoon)) (?:with|at|w/) [^,.]{1,24} at (?:the |their )?◆?[^,.]{0,12} ?(?:yard|plant|office|site|mill|depot|factory|warehouse|farm|shop|branch) | measured up | popped by | (?:spent|had) (?!(?:an? )?(?:[\\w-]+ )?(?:call|chat|word|phone|zoom|video|e-?mail|text|message)(?![a-z]))[^,.]{0,20} at ◆ | dropped (?:by|in) | swung by
      popped (?:in|over|round) | (?:was|were|been|am|spent|did) (?:on[ -]?site|at) ◆ | signed [^,.]{0,24} at ◆ | (?<!(?:letter|quote|quotation|proposal|offer|invoice|samples?|e?mail|it|they|order|contract|card|parcel|fax|gift|invites?|pricing|bid|tender|prices?|package|news) )went (?:by|past|into|to see|to meet|down|up|over|out|to|round|across|along|and saw|in)
      drove (?:out|down|up|over|to) | flew (?:out|down|up|over|to)
      (?:at|to|in|toured) (?:their|his|her) (?:plant|office|offices|site|factory|hq|place|warehouse|shop|store|premises|facility|studio|campus|lab|showroom|yard)
      (?:at|in|to|from|round|inside) (?:the )?◆(?:'s)? (?:[\\p{L}\\d-]+ ){0,2}(?:plant|offices?|site|factory|hq|headquarters|warehouse|shop|store|facility|studio|campus|depot|yard|terminal|branch|clinic|mill|farm|workshop|premises|showroom|lab|centre|center|hub|quarry|mine|dock|kitchen)(?! (?:call|meeting room|project|deal|contract|order|quote|proposal))
      called (?:in )?on ◆ | walked (?:the|their) (?:site|floor|plant) | back from ◆ | made the trip
      (?:at|@|to|in|from|inside|round) ?(?:their|his|her|the (?:client|customer)'s) (?:[\\p{L}\\d-]+ ){0,2}?(?:plant|office|offices|site|factory|hq|place|warehouse|shop|store|premises|facility|studio|campus|lab|laboratory|showroom|yard|depot|works|clinic|surgery|practice|gym|farm|mill|quarry|mine|workshop|garage|branch|restaurant|kitchen|hotel|school|hospital|ward|dock|port|terminal|hangar|barn|brewery|bakery|winery|vineyard|salon|studio|stadium|arena|nursery|church|museum|gallery|boatyard|marina|shipyard|headquarters|boardroom|base|centre|center|hub|pub|bar)(?! (?:call|meeting room|project|deal|contract|order|quote|proposal|stand))
      (?:at|@|round|inside) (?:the )?◆(?:'s)? (?:[\\p{L}\\d-]+ ){0,2}(?:plant|office|offices|site|factory|hq|place|warehouse|shop|store|premises|facility|studio|campus|lab|laboratory|showroom|yard|depot|works|clinic|surgery|practice|gym|farm|mill|quarry|mine|workshop|garage|branch|restaurant|kitchen|hotel|school|hospital|ward|dock|port|terminal|hangar|barn|brewery|bakery|winery|vineyard|salon|studio|stadium|arena|nursery|church|museum|gallery|boatyard|marina|shipyard|headquarters|boardroom|base|centre|center|hub|pub|bar)(?! (?:call|project|deal|contract|order|quote|proposal))
      @ ?(?:the )?◆(?:'s)? (?:[\\p{L}\\d-]+ ){0,2}?(?:plant|office|offices|site|factory|hq|place|warehouse|shop|store|premises|facility|studio|campus|lab|laboratory|showroom|yard|depot|works|clinic|surgery|practice|gym|farm|mill|quarry|mine|workshop|garage|branch|restaurant|kitchen|hotel|school|hospital|ward|dock|port|terminal|hangar|barn|brewery|bakery|winery|vineyard|salon|studio|stadium|arena|nursery|church|museum|gallery|boatyard|marina|shipyard|headquarters|boardroom|base|centre|center|hub|pub|bar)
      (?:met|saw|meet|mtg|meeting|mtgs?|sat|was|were|been|talked|chatted|spoke|with|w\\/|found|caught) (?:[^,.;]{0,24} )?(?:at|@|in) the (?:store|shop|plant|depot|site|yard|clinic|factory|mill|farm|gym|branch|brewery|bakery|quarry|practice|works|warehouse|building site|job ?site|saleroom)(?! (?:call|floor manager))
      (?<!we're |we are |i'm |were )out (?:at|to) ◆ | (?:^|was |were |been |◷ )(?:over|down|up|round|back) (?:at|to|in) ◆(?! (?:expo|show|fair|conference)) | (?:all (?:day|morning|afternoon)|today|morning|afternoon|the day|hours?) (?:at|in) ◆(?! (?:expo|show|fair|conference)) | ^at ◆
      walked (?:(?:round|around|through) )?(?:the|their|his|her) (?!proposal|quote|offer|contract|numbers|pricing|slides|deck|plan|deal|dog|new (?:proposal|quote)|terms|agreement|spec|demo|product|software)[\\p{L}-]+ | went (?:round|around|over|out|up|down)(?: there| to| and)? ?(?:to )?(?:see|meet|his|her|their)
      look(?:ed|ing)? in (?:on|at) | paid (?:◇|◆|him|her|them) a (?:visit|call) | site (?:meeting|mtg|inspection|survey|check|walk) | called at ◆ | (?:in|from) ◆'s (?:[\\p{L}\\d-]+ ){0,2}(?:boardroom|showroom|canteen|workshop|lab|warehouse|plant|office|offices|yard|depot|shop|store|factory|clinic|kitchen|brewery) | trip to ◆ | dropped [^,.]{1,24} (?:at|round to|in at) ◆
      (?:inspected|surveyed|measured|walked|viewed|audited|checked out) (?:the|their|his|her) (?:site|plant|premises|roof|yard|line|building|field|land|warehouse|factory|shop|store|facility|machine room|floor) | spent (?:◷|[^,.]{1,20}) (?:at|in|with \\w+ at) ◆ | (?:on|across|round) the (?:shop[ -]?floor|factory floor|production line|building site|job ?site)(?: at ◆)?
      (?:at|in|to|round) ◇'s (?:[\\p{L}-]+ ){0,2}?(?:plant|office|offices|site|factory|place|warehouse|shop|store|studio|lab|showroom|yard|depot|works|clinic|surgery|practice|gym|farm|mill|quarry|workshop|garage|branch|restaurant|kitchen|brewery|bakery|winery|vineyard|nursery|boatyard)(?! (?:call|project|quote|contract))
      (?:down|up|over|out|back|was|been) at the (?:[\\p{L}-]+ )?(?:plant|office|offices|site|factory|place|warehouse|shop|store|studio|lab|showroom|yard|depot|works|clinic|surgery|practice|gym|farm|mill|quarry|workshop|garage|branch|restaurant|kitchen|brewery|bakery|winery|vineyard|nursery|boatyard)(?= |[.,;!]|$)
      on (?:his|her|their) (?:site|premises|shop[ -]?floor|yard|roof|land|farm|ship|boat|vessel)`,
  }),
  meeting: cue({
    zh: `[◆◇](?:[\\p{Script=Han}]{0,4})来(?:了)?(?:厂里?|公司|店里?)(?=$|[\\s,，]) | (?:到|来)(?:我|咱)们?(?:公司|实验室|车间|仓库|工地|厂里?|这边|这儿|这里|办公室|展厅)(?:来|了|坐|看|聊|谈)* | 在(?:我|咱)们?(?:公司|实验室|车间|仓库|厂里?|这边|这儿|办公室|展厅) | 接(?:到|上|了)◆?◇(?![^,，]{0,6}(?:电话|来电|消息|微信|邮件|通知|反馈)) | (?:技术|方案|业务|商务|需求)交流会? | (?:会议|沟通|交流)(?:纪要|记录) | 参观(?:了)?(?:我们|咱们?)的? | 带[◇他她].{0,4}(?:参观|看|转) | (?<!没|未|没有|未能)见(?:了|到|过|着|完|的(?=[◇◆]))(?!面礼) | 星巴克 | 瑞幸 | 肯德基 | 麦当劳 | 奶茶店 | 茶餐厅 | [◆◇他她们人行户](?:◷|一行|带队|带人|专程)*(?:到访|来访|莅临|来(?:了)?(?:我|咱)) | (?:线上|在线|远程|现场|联合|技术|方案|设计|合同|商务|专家)(?:评审|答疑|宣讲|澄清) | 开了[个场次][^,，]{0,6}(?:评审|启动|碰头|复盘|对接|宣讲|答疑) | 线上(?:给|跟|和|同|向|过|聊|碰|对|沟通|交流|讲)(?!课|线) | (?:周|月|例|晨|早|季度|年度)会(?!员|计|议室) | (?:评审|碰头|启动|复盘|对接|协调|调度|推进|说明|答疑|澄清|技术|商务|沟通)会(?!员|计) | 见(?:了个|过|了一)?面 | (?:遇到|偶遇|碰见|遇见|撞见|撞上|碰上)(?:[◆◇]|了(?=$|[,，。])) | 碰(?:了|过)?(?:个|一下|一)?(?:面|头|下) | 碰头会? | 碰到 | 会面 | 面谈 | 面聊 | 当面
      (?<!在|正在)开(?:了|过|完)?(?:个|一个|一次|场|一场)?(?!了?电话).{0,6}会(?!员|计|话) | (?:视频|视讯|线上|腾讯|飞书|钉钉|zoom|teams)(?:了|会|会议|过)
      (?:视频|视讯)(?:会议|会|上|聊|沟通|通话|了一下|里|$)? | (?:腾讯|飞书|钉钉)会议 | (?:zoom|teams|腾讯会议|google meet)上?
      喝(?:了|个|杯|了个|了杯|着)?(?:咖啡|茶|下午茶) | 咖啡(?:厅|馆|店)? | 茶(?:楼|馆|室)
      来(?:了)?(?:我们|咱们?|公司|我这)(?:公司|这边|这|这里|办公室|厂|展厅)? | (?:(?<![打发寄送拿传转递跑回])过来|来访|来我们|来公司|来厂里|来看|来考察|来参观)
      坐(?:了|着)(?:聊|一会|坐|下来) | 洽谈 | 座谈 | 会议`,
    en: `(?:toured|visited|inspected|audited) (?:us|our \\w+) | (?:weekly|monthly|fortnightly|biweekly|daily) with | qbr | (?:business|account|quarterly|project|design|kick-?off|contract|progress|steering) (?:review|meeting|session|committee) | stand-?up with | huddle | minutes(?= [-–:]| of| from) | meeting notes | visited us | met(?: with| up)? | sat with | (?:proper |good |long |quick )?sit[- ]?down | (?<!in |in a |in another |stuck in |from a |out of a |into a |back in )(?:meeting|mtg)s?(?! room) | meet(?= with) | saw(?= ◇) | sat down
      caught up in person | face[ -]to[ -]face | f2f | in person | zoom(?:ed)? | skyped?(?: call)? | face-?timed? | gotomeeting | google hangouts? | (?:ms|microsoft) teams
      teams(?! (?:message|msg|chat|note|ping|dm))(?: call| meeting)? | google meet | video(?: call| chat| conference| meeting)? | vc with | webex
      coffee | (?:at|to|by|round|in|into|over at) (?:ours|our (?:\\w+ ){0,2}(?:place|office|warehouse|site|hq|plant|factory|showroom|studio|lab|workshop|depot|boardroom|canteen|yard|mill|farm|store|shop|branch|stand))
      (?:had|have|hosted) (?:◆|◇|them|him|her)(?: and ◇)? (?:in|over|round|here|with us|visiting)(?= |$)
      (?:◇|he|she|they)(?: and [^,.]{1,16})?(?: both)? came (?:by|in|over) | came by | came (?:in |over |down |up |through |along |out )?to (?:the|our) (?:showroom|office|warehouse|site|plant|factory|hq|depot|shop|stand|booth|place|studio|lab|workshop)
      came to (?:us|our|see us|the office) | workshop | bumped into | ran into | one[ -]on[ -]one | 1:1
      (?:have|has|'ve|had) seen(?= ◇) | (?:was|were|came|has been|have been) (?:over )?(?:at|by|with|to) us(?= (?:in|at|on|◷|today|for|with)|[\\s.,;]*$) | (?:◇|he|she|they)(?: was| were| is| are|'s|'re)? here (?:for|◷|today|this|with) | google ?meet | whereby | (?:at|in) (?:the|a|some|that) (?:diner|caf[eé]|restaurant|bar|hotel|airport|lobby|canteen|club|services|coffee shop|bakery on|lounge|train|food court)(?![a-z])
      (?:tea|cuppa|a brew|hot chocolate|cake|ice cream|bagels?|pastr(?:y|ies))(?: (?:with|w\\/)|[\\s.,;]*$)`,
  }),
  message: cue({
    zh: `拉了?(?:个|我进)?.{0,3}群 | 微信(?!号|手机|同号|支付) | 企微 | 企业微信 | 短信 | 钉钉 | 飞书(?!会议|视频|上开|开会) | whatsapp | line上 | 私信 | 留言
      (?:发|回|来)(?:了|过|来)(?:了|个|条|一条|几条|一段|段)?(?:消息|信息|语音|微信|图片|照片|截图) | @(?:了)?我 | 朋友圈 | 发(?:了|过)?(?:个|条)?(?:消息|信息) | (?:回|发)(?:了|过|来)?(?:我|他|她|◇)?(?:消息|信息|语音) | 群里`,
    en: `qq | text(?:ed|s)?(?: back| message)? | sms | whats ?app(?:ed)? | wechat(?:ed)? | we ?com | slack(?:ed)?
      dm(?:'d|s|ed)? | im(?:'d|ed) | vm'd | nudged [^,.]{0,20}(?:on|via) (?:chat|slack|teams) | voice note | pinged | messaged | msg(?:'d|ed)? | message from | linkedin | imessage
      (?:on|via|over|by) (?:chat|signal|telegram|linkedin)
      (?:teams|slack|whatsapp|wechat|signal|telegram|insta(?:gram)?|facebook|fb|messenger|viber|linkedin|zalo) (?:message|msg|note|chat|dm|ping)`,
  }),
  email: cue({
    zh: `来信 | 回信 | (?:发|回|写|来|收到)(?:了|过|的)?(?:一?封|个)?.{0,6}(?:邮件|email|mail|邮箱)
      邮件`,
    en: `e-?mails (?:to|from|with|back and forth) | e-?mail(?: (?:to|from) ◆| (?:to|from) ◇)|e-?mailed | wrote (?:in|back|to (?:us|me)) | (?:on|over|by|via|through) (?:e-?)?mail | (?:got|received|rcvd|have|saw) (?:◇|◆|his|her|their)(?:'s)? (?:e-?)?mail | (?:an?|the|his|her|their|another|quick|follow[ -]?up|short|long) (?:e-?)?mail(?! address) | (?:e-?)?mail (?:back |over )?from | e-?mail(?:ed|s)?(?! is| (?:for|of) [◇◆](?:'s)? is| changed| address| to|:? ?✉) | mailed(?= (?:◇|him|her|them|over)) | inbox
      sent (?:over )?by mail
      (?:note|line|message|msg) in (?:my|the) inbox`,
  }),
  other: cue({
    zh: `${HANDED.zh} | ${MISSED.zh} | 寄(?:了|过)(?:去|封|份|一)? | 传真 | (?:写|送|寄)了?(?:一)?封信 | 感谢信 | 快递(?:了|过去) | 聊(?:了|过|到|完|得|起|下来|聊|的)
      谈(?:了|过|到|完|得|妥|下来|的|拢) | 沟通(?:了|过|完|下来|的) | 对接(?:了|过|上) | 联系(?:了|过|上) | 跟.{0,6}确认(?:了|过) | 问(?:了|过)
      过了(?:一)?[下遍] | 见[◆◇] | 对(?:了|过)(?:一下)? | 交流(?:了|过) | 接触(?:了|过|上|下来) | 通知(?:了)?我 | 讲(?:了|完) | 回复(?:了|我|说) | 答复我 | 传给了?◇?
      [跟和与同](?:◆|◇|◈|的|那边|、|\\s){1,6}[^,，◷]{0,16}了 | 送了`,
    en: `${HANDED.en} | ${MISSED.en} | caught up(?: with)? | catch[ -]?up | reached out to | tried (?:◇|◆|reaching|getting hold) | got through to | told (?:him|her|them|◇) | (?:◇|he|she) (?:is|was|'s)? ?not (?:happy|keen|sure|convinced) | letter | fax(?:ed)? | spoke (?:to|with) | talked (?:to|with) | chat(?:ted)? (?:to|with)
      hear(?:d|ing)? (?:back )?from | just (?:spoke|chatted|talked) | (?:spoke|chatted|talked) just now | in touch with | got hold of | connected with | discussed
      sent (?:a |some |over )?(?:flowers|letter|gift|card|samples?|cupcakes|parcel|package|hamper|chocolates)
      walked (?:him|her|them|◇) through | reached (?:◇|him|her|them) | chatted | had a (?:chat|word)
      told (?:me|us) | came back to (?:me|us) | good chat | follow(?:ed)? up with
      wrote (?:to (?:say|tell|let|ask)|saying|that)`,
  }),
} as const;

/** Called to cancel Thursday's demo: what is booked, moved or called off, at the end of what leads to it, did not take place. */
export const ARRANGED = cue({
  zh: `(?:取消|推掉|改期|推迟|延期|错过)了?[^,，。了]{0,8}$`,
  en: `(?:^|[\\s,])(?:(?:pls|please|can (?:you|u)) )?(?:move|push|shift|bring forward)(?: (?:a|an|the|our|my|his|her|their|that|this|◆(?:'s)?|◇(?:'s)?))*\\s*$ | (?:missed|skipped|cancel(?:l?ed|ling|s)?|call(?:ed)? off|postpon(?:e[ds]?|ing)|reschedul(?:e[ds]?|ing)|re-?book(?:ed|ing)?|arrang(?:e[ds]?|ing)|schedul(?:e[ds]?|ing)|set(?:ting)? up|invited (?:him|her|them|◇) (?:to|for))(?: (?:a|an|the|our|my|his|her|their|that|this|◷(?:'s|s)?|◆(?:'s)?|◇(?:'s)?|next|another|new|site|follow-?up|product|zoom|teams))*\\s*$`,
});

/** Site visit Kestrel moved from Tuesday to Thursday: what is put off, by the words behind it, did not take place either. */
export const MOVED =
  /^(?: [\p{L}◆◇◷'-]+){0,4} (?:is |was |has been |got )?(?:moved|pushed|postponed|cancell?ed|rescheduled|shifted|called off)(?!\p{L})/u;

/** The other side did not answer. */
export const UNREACHED = cue({
  zh: `${MISSED.zh} | 没(?:人)?接 | 没人应 | 转不进去 | 没打通 | 打不通 | 无人接听 | 没接通 | 占线 | 关机 | 没回`,
  en: `${MISSED.en} | (?:nobody|no one|no-one)(?: there| at ◆)? (?:answer(?:ed|ing|s)|pick(?:ed|ing|s)) | no answer | engaged | straight to (?:vm|voicemail) | didn't (?:answer|pick up) | not pick(?:ing)? up | went to voicemail | no reply`,
});

/** The customer said or did something towards us, by whatever way. */
export const CUSTOMER_SPOKE = cue({
  zh: `[◇◆](?:那边)?.{0,6}(?:嫌|砍|还价|压价|杀价|松了?口|点头|拒绝|犹豫|抱怨|吐槽) | [◇◆](?:那边|他们|这边)?.{0,8}(?:催|说|表示|反馈|回复|回了|告诉|通知|透露|提到|提出|答应|同意|确认|问|觉得|认为|松口|来消息|希望|让我|要我|要求|叫我|(?:让|叫)(?=[补出做发提改准报寄送写把再]))`,
  en: `◇(?: and ◇)? (?!signed|booked|scheduled|arranged|planned|pencilled|penciled)(?:just |now |finally |also )?[a-z]+ed | [◇◆] (?:say|want|ask|reply|agree|confirm)(?= ) | [◇◆].{0,24}(?:said|says|told|mentioned|confirmed|replied|agreed|asked|came back|reckons|thinks|wants|wanted|got back|let (?:me|us) know|loved|liked)`,
});
