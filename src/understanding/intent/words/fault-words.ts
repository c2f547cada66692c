import { cue } from '../glyphs.ts';

/** Things of ours that a customer uses or receives. */
export const OUR_THING = cue({
  zh: `仪表|压力表|电表|水表|床头铃|呼叫铃|门铃|打印头|喷头|刀头|喷嘴|滤芯|主板|机床|产线|生产线|机器|设备|主机|系统|软件|平台|小程序|后台|app|账号|账户|密码|登录|页面|网页|接口|数据|报表|门锁|空调|打印机|扫码|屏幕?|电池|电机|传感器|泵|阀|管道?|锅炉|柜|灯|线路?|网络|服务器|终端|仪器?|货|产品|零件|配件|包装|批次|箱子?|件|样机|发票|账单|程序|功能|按钮|模块|端口|插件|固件|耗材|车|叉车|道闸|闸机|电梯|摄像头|监控|门禁|冷库|机组|机|泵房|轴承|模具|刀|面料|布|原料|料|标签|瓶|酒|茶|奶|菜|瓷砖|涂料`,
  en: `tags?|cameras?|lamps?|doors?|lifts?|gates?|kiosks?|readers?|trackers?|booths?|screens?|tablets?|compressors?|alarms?|labels?|cases|pallet|rollers?|belts?|heads?|nozzles?|filters?|boards?|machines?|units?|devices?|systems?|software|portal|app|platform|site|website|dashboard|login|log ?in|accounts?|page|screen|server|network|terminals?|scanners?|printers?|sensors?|pump|valve|compressor|motor|battery|charger|deliver(?:y|ies)|shipments?|orders?|parts?|goods|pallets?|boxes|cartons|invoices?|billing|statements?|reports?|export|sync|integration|api|data|feature|button|update|firmware|line|equipment|forklift|monitors?|laptops?|cables?|locks?|freezer|fridge|oven|grinders?|tiles|wine|bottles|batch|packag\\w+`,
});

/** States of a thing that are a fault whatever the thing. */
export const BROKEN = cue({
  zh: `坏 | 挂(?:了|掉|到|着|机)(?!号|名|电|历) | 堵(?:了|住|塞|料|纸)(?!车|在路) | 卡(?:纸|料|住|死|壳|顿) | (?:偏|歪|松|脱|掉)了 | 掉(?:漆|色|毛|粉|链) | 打滑 | 空转 | 烧(?:了|坏|糊) | 慢(?!慢) | 卡(?!里|车|片|号|包) | 停(?!车|顿) | 断(?!断续续|定) | 裂 | 漏 | 冒烟 | 着火 | 烧(?!烤) | 短缺 | 少(?:了|发|件|货|一|两|几) | 多(?:发|收|扣)了 | 破 | 脏 | 色差 | 变形 | 松动 | 脱落 | 生锈 | 发热 | 过热 | 烫 | 异响 | 响个?不停 | 抖 | 重启 | 死(?:机|了) | 丢(?:失|了|件) | (?:没|未|还没|一直没)(?:有)?(?:到|收到|反应|发货|出来|响应) | 迟(?:了|到|迟) | 延误 | 不对 | 不符 | 不一致 | 不良 | 不准(?!备|时|确|许|让|我) | 误报 | 认不出 | 次品 | 残次 | 瑕疵 | bug | 异常 | 失灵 | 错(?:了|误|发|的|乱) | 被锁 | 锁(?:了|住|死) | 过期 | 发霉 | 变质 | 受潮 | 串味 | 乱码 | 白屏 | 黑屏 | 花屏 | 报警 | 跳闸 | 不稳定?
      (?:登|登录|登陆|连|连接|打|开|用|访问|刷|进|导|传|上传|下载|扫|充|点|显示|加载|同步|识别|启动|抬|升|降|落|立|合|弹|插|拔|吸|喷|出水|照|停|刹|锁|充|调|挂|切|抓|夹|转|读|写|搜|查|印|关|收|推|拉|装|按|保存|提交)不(?:上|了|进去|进|开|出来|出|起来|起|动|到|通|着|亮|住|掉|全|准) | (?<!谈|拿|签|定|批|价|要|会|能|可|了|得|用|倒|还|并|也|都)不(?:制冷|制热|出|转|亮|动(?!心|静)|通电|工作|响应|启动|显示|打印|识别|走|热|冷|吸|灵)(?!来|了款|让) | 失败 | (?<!谈|聊)崩(?!溃边缘) | 闪退 | 罢工 | 掉线 | 断网`,
  en: `not (?:reading|scanning|printing|working|charging|cooling|heating|starting|turning|responding|syncing|loading|connecting|draining|sealing|spinning|pumping|closing|opening|picking up|firing|lighting|recogni[sz]ing) | (?:got|were|was|been|being|get) (?:sent|given|shipped|delivered) (?:the )?wrong \\w+ | (?:got|received|sent|shipped|delivered|given|had)(?: us| them)? (?:the |a )?wrong (?:\\w+) | alarm(?:s|ing)? | trip(?:s|ped|ping) | (?:won't|wont|doesn't|not|can't) (?:clear|stop|reset|close|shut|seal|drain|fit|match|pair|register|recogni[sz]e) | (?:can(?:'t|not| not)|cant|unable to|won't|wont|doesn't|isn't|not|couldn't|fails? to|failing to|refus(?:es|ing) to) (?:(?:be |even |able to )*)(?:access|log|sign in|load|open|start|turn|boot|connect|charge|charging|print|printing|export|upload|download|sync|syncing|scan|scanning|work|working|respond|responding|save|see|find their|use|cool|heat|heating|cooling|spin|power|reset|display|showing|update|updating|process|open)
      stopped (?:\\w+ing) | keeps? (?:on )?\\w+ing | (?:is|are|was|were|went|been|be) (?:down|out of order|broken|leaking|stuck|jammed|offline|slow|damaged|missing|cracked|late|wrong|overdue|locked|frozen) | slow(?:ness)?(?: load| loading| to load)? | time(?:s|d)?[- ]?outs?
      wrong (?:\\w+ )?(?:parts?|items?|size|model|invoice|order|product|units?|colou?r|address|amount|price|version|goods|quantity|sku) | missing (?:\\w+ )?(?:parts?|items?|boxes|pallets?|units?|pages|invoice) | (?:short|one|two|three|\\d+) (?:pallets?|units?|boxes|items?|cases?) short | hasn't (?:shown|arrived|been|turned) | haven't (?:shown|arrived|been|received|got) | (?:didn't|never|not) (?:show(?:ed|n)? up|arrive[ds]?|turn(?:ed)? up|received?|delivered)
      double[- ]?(?:billed|charged) | overcharged | billed twice | charged twice | lost (?:data|(?:all )?their|connection|power) | (?:strange|weird|grinding|loud|odd|burning) (?:noise|smell|sound)s? | noise | smok(?:e|ing) | sparks? | rust\\w* | logging (?:people|users|them|everyone) out | dead on arrival | doa | glitch\\w* | buggy | bugs? | errors? | broke(?:n)?(?: down)? | crash\\w* | freez\\w+ | overheat\\w* | leak\\w* | malfunction\\w* | defect\\w* | faulty | damaged | smashed | expired | mou?ldy | spoiled | contaminated
      (?:don't|dont|do not|doesn't) (?:\\w+ )?(?:work|scan|print|read|start|turn|load|open|close|charge|respond|connect|sync|show|light|fit|register|boot|log)(?! (?:with|for) us)`,
});

/** Nothing else is meant but a complaint or a call for service. */
export const SERVICE = cue({
  zh: `投诉 | 客诉 | 抱怨 | 很?不满(?!意价) | 售后(?=[问工处来去看派人])| 工单 | 报修 | 报障 | 故障 | 维修 | 检修 | 抢修 | 保修 | 返修 | 修(?:一下|理|下|好|不好|机) | (?:去|来|派人|上门)修 | 换货 | 退货 | 退换 | 退款 | 补发 | 补货 | 换新 | 换一(?:台|个|批) | 索赔 | 赔偿 | 质量问题 | 出问题 | 出毛病 | 出故障 | 派(?:个)?(?:人|工程师|师傅|技术)(?:过去|去|来|上门|处理|看)? | 技术支持 | 次品 | 残次品 | 服务请求 | 要求(?:处理|解决)`,
  en: `(?:wants?|needs?|asking (?:for|to have)|asked (?:for|to have)|get|have) (?:them|it|this|that|those|these) (?:swapped|replaced|exchanged|fixed|collected|returned|taken back|picked up) | (?:got|were|was|been) (?:sent|given|shipped|delivered) (?:the )?wrong \\w+ | (?:ticket|case|incident|issue|fault|complaint)(?: for| from| at| with)?(?=: | - | –) | service engineer | engineer (?:visit|call[- ]?out) | (?:asking|asked|asks) for (?:a |an |our )?(?:service|engineer|technician|tech)(?! (?:quote|contract|agreement|plan)) | (?:want|wants|need|needs) (?:someone|somebody|a tech|an engineer) (?:out|over|there|on[ -]?site|round|asap) | complain\\w* | complaint | (?:support|service) (?:ticket|request|call|visit) | (?:want|wants|need|needs) (?:someone|somebody|a tech|a technician|an engineer|us) to (?:look|come|check|fix|visit|sort|investigate|repair) | (?:open|raise|log|create) (?:a |the )?ticket | ticket for | repair\\w* | replacement(?:s)? | refund | warranty | rma | technician | (?:send|get|need|dispatch) (?:a |an |some(?:one|body) |our )?(?:tech|technician|engineer|support|someone out|somebody out|someone over|someone on) | outage | service issue | (?:is|are) (?:furious|upset|angry|livid|unhappy|mad) (?:about|with|over|at|because) | needs? (?:fixing|servicing|maintenance) | fix (?:it|this|asap|the)`,
});

/** Service as a topic of the talk, not a call for it. */
export const PRAISED = cue({
  zh: `看重|重视|在意|关心|放心|满意|(?:售后|维修|质保)(?:服务|政策|条款|方案|能力|体系|费)`,
  en: `warranty terms|cares about|(?:happy|pleased) with`,
});

/** Money, contracts and talk can be slow or stuck too, and what they had before us may go: no fault of a thing. */
export const NO_THING = cue({
  zh: `(?:老|旧|原来的?|原有的?|现有的?|现在的?|别家的?)(?:系统|设备|机器|平台|软件)|流程|审批|进度|价格|合同|预算|付款|谈判|谈不|谈崩|沟通|项目|采购|(?<!标)签|报价|决策|立项|招标|法务|电话|人手|领导|需求|资金|对接`,
  en: `budget|approval|price|pricing|contract|decision|negotiat\\w+|legal|procurement|sign\\w*|deal|proposal|quote|voicemail|no answer`,
});

/** Faults by their everyday names, whatever has them. */
export const FAULT = cue({
  zh: `投诉|故障|坏(?:了|的|掉)|报错|(?:登|登录|连|打|开|用|访问|刷)不(?:上|了|进|开)|死机|(?<!谈|聊)崩(?:了|溃)|宕机|蓝屏|卡死|漏(?:水|油|电|发)|维修|报修|检修|抢修|堵(?:头|料|纸)|挂(?:掉|了一|到现在)|换货|退货|退换|质量问题|开错|发错|少发|破损|异响|噪音|失灵|用不了|出问题了|出毛病|停机|报警不停|工单|罢工|闪退|黑屏|掉线|断网|不好使|失灵|失效|很不满|卡顿|漏|进水|不制冷|不制热|不通电`,
  en: `(?:nobody|no one|none)[^.]{0,14}(?:able to|can) (?:get in|log ?in|access|open|use|connect|print)|locked out|failed under warranty|down (?:again|all|this)|(?:was|were|is|are) (?:damp|mouldy|stale|rotten|soggy|off|rancid|bent|scratched|dented|torn)|complain(?:t|ts|ed|ing|s)?|(?:is|are|was|went|been) down|down again|outage|broken|broke down|not working|n't work(?:ing)?|stopped working|errors?|500s?|faulty|fault|cracked|damaged|defective|bug|malfunction\\w*|can ?not log ?in|can't log ?in|leak(?:ing|s|ed)?|crash(?:ed|es|ing)?|furious|won't (?:start|open|load|turn)|short(?:ed)? (?:on|by|\\d)|pallets? short|wrong (?:item|size|model|invoice|order)|never arrived|support ticket|ticket for|repair|overheating|accounts? (?:is |are |been |got )?locked|keeps? (?:jamming|breaking|leaking|cutting out|overheating|restarting|disconnecting|timing out|beeping|failing|crashing|freezing|stopping|dropping|tripping)|frozen|freezing|hanging|open a ticket|raise a ticket|log a ticket|service request|offline|lagging|times? out|unusable|jammed|stuck on|dead on arrival
      throw(?:s|ing)? (?:\\w+ )?(?:[45]0\\ds?|errors?|exceptions?|a fit)|(?<![¤\\d])[45]0[0-4](?:s| errors?)|keeps? (?:re-?\\w+ing|going (?:down|off|offline|blank)|losing \\w+)`,
});
