import { cue } from '../intent/glyphs.ts';
import { SOMEBODY_QUOTED } from '../intent/words/money-words.ts';

/** Who else offers: a company named beside these words is no customer. */
export const OF_RIVALS = cue({
  zh: `竞品 | 竞对 | 竞争对手 | 友商 | 对手 | 对标 | 同行 | 别家 | 其他家 | 另一家 | 人家 | 货比 | 比价 | [也都还]在(?:谈|看|比|接触|试用|做方案|报价) | (?:也|还)(?:报|找|看|约|接触)了`,
  en: `competitors? | competition | rivals? | incumbent | up against | (?:current|existing|other|another) (?:vendors?|suppliers?|providers?|quotes?|offers?) | also (?:talking|speaking|looking|in talks|evaluating|considering|quoted) | compar(?:ed|ing) (?:to|with|us) | cheaper | came in (?:lower|higher|under|below)`,
});

/** What a deal is talked over with: terms, delivery, whom they weigh us against, who decides. */
const TERMS = cue({
  zh: `首付 | 预付 | 定金 | 订金 | 头款 | 尾款 | 余款 | 全款 | 货款 | 回款 | 账期 | [月季年现]结 | 分期 | [付结]清 | 付款 | 到账 | 承兑 | (?:剩下?|其余|余下|后面|另外)的?[^,，。]{0,8}[付结给] | (?:验收|安装|上线|交货|货到|签约|签完)(?:合格|完|后|就|再|之后)*付 | (?:\\d+ ?%|[一二三四五六七八九半]成)[^,，。]{0,4}[付款]
      交期 | 货期 | 工期 | 交货 | 供货 | 质保 | 保修 | 维保 | 售后 | 运费 | 安装费 | 培训费 | 驻场 | 验收 | 含税 | 不含税 | 税点 | 返点 | 单价 | 总价 | 折扣 | [一二三四五六七八九\\d][.点]?[一二三四五六七八九\\d]?折 | 让利 | ¤[^,，。]{0,4}的?(?:培训|安装|服务|运费|维保|实施) | (?:另?外?|再|多)加¤ | (?:另外|额外|单独|另行)[^,，。]{0,4}(?:收|算|加|付|计)
      决策 | 拍板 | 关键人 | 说了算 | 点头 | 董事会 | 招标 | 投标 | 走流程 | 审批 | 备案 | 审计 | 监管 | 立项 | 卡(?:着|住|在) | (?:老板|老总|领导|董事长|总经理|负责人|接口人)(?:姓|叫|是(?!我|咱))
      合同 | 协议 | 条款 | 违约 | 样品 | 方案 | 报价 | 标书 | 发票 | 功能 | 接口 | 演示 | 需求 | 痛点 | 选型 | 规模 | 用量 | 裁员 | 融资 | 并购 | 收购 | 扩产 | 扩[^,，。]{0,4}[仓厂店校] | 新厂 | 降本 | 预算 | 合作意[向愿] | 抱怨 | 投诉 | 反对 | 价格 | 续约 | 续费 | 培训(?!费)[^,，。]{0,4}[没不太很还] | 客服 | 质量 | 服务(?:慢|差|好|不)
      (?:老师|员工|工人|一线|团队|技术|财务|采购|法务|业务|it|领导)(?:们|部|部门|方面|那边)*(?:也|都|还|不|很|比较|有点|觉得|想|担心|反对|支持|没)
      ^我们?(?:先|还|也|暂时)*没有?(?:答应|同意|松口|表态|接话)
      ^我们?(?:跟|和|对|给|向)?(?:他|她|对方|客户)[^,，。]{0,3}(?:说|讲|提|承诺|答应|解释|保证|建议|介绍)
      试用 | 试点 | 小批量 | 签[一二两三四五六\\d]+年 | [一二两三四五六七八九十百千\\d]+个?(?:台|套|账号|席位|用户|点位|辆|吨) | (?<!别)着急 | ^(?:很|比较|挺|不|特别)?急(?:着|用|单)?$ | (?:要|得|在)?等[^,，。我]{1,8}(?:批|点头|签字|盖章|拍板|开会|结果) | 暂时不(?:考虑|要|需要|买|换|动)`,
  en: `up ?front | deposit | down ?payment | prepa(?:y|id|yment) | net \\d+ | balance | the rest (?:on|after|upon|at|in) | on (?:delivery|acceptance|signing|signature|completion|shipment|receipt|go-live) | instal?l?ments? | payments?
      (?:\\d+/)+\\d+ (?:split|terms?) | in arrears | lead times? | warrant(?:y|ies) | free (?:shipping|delivery|training|support|installation) | discount | \\d+ ?% off | pric(?:e|ing|ey) | too (?:expensive|steep|high) | on top | extra | ¤ more
      decision[- ]?makers? | decid(?:es|er) | final (?:call|say|decision|word) | signs? off | sign-off | board | committee | procurement | tender | rfp | stakeholders? | champion | gatekeeper | blockers? | economic buyer
      contracts? | agreement | clauses? | terms | proposal | quote | samples? | invoices? | integrations? | sso | security | compliance | features? | a must | must-have | deal ?breaker
      layoffs | laid off | laying (?:people|staff|folks) off | funding | series [a-e] | acqui(?:red|sition) | merger | reorg | budgets? | headcount | requirements? | pain points? | complain(?:s|ed|ing|ts?)? | (?:support|service|quality|onboarding|delivery) (?:was|is|has been)
      (?:their |the )?(?:team|staff|users|engineers|cfo|ceo|cto|coo|fd|md|legal|finance|it|ops|sales) (?:is|are|was|were|isn't|aren't|doesn't|don't|won't|hasn't|haven't|likes?|wants?|needs?|prefers?|has|have|loves?|hates?)
      (?:is|are|was|were) (?:against|for|with) us | on our side | ^i (?:didn't|haven't|won't) (?:commit|agree|promise|answer|budge) | ^(?:doesn't|isn't|wasn't|hasn't) | ^(?:mostly|mainly) | training (?:mostly|mainly)
      ^told (?:him|her|them|◇) | (?:i|we) (?:told|promised|offered|assured|suggested to|explained to|mentioned to|warned|asked|showed) (?:him|her|them|◇)
      rush | urgent(?:ly)? | hurry | pilot | trial | poc | \\d+[- ]year | (?:one|two|three|five)[- ]year | (?:annual|monthly|quarterly|yearly) (?:billing|payments?) | \\d+ (?:more |extra )?(?:seats|licen[cs]es|units|users|sites) | go-live | timeline | waiting (?:on|for) (?:the|their|his|her)`,
});

/** Of the person one deals with, whom such words leave out in speaking: 儿子今年高考, likes golf, seemed stressed. */
const OF_THE_PERSON = cue({
  zh: `^(?:人|最近|今天|这次|看(?:起来|样子|着))*(?:还|很|挺|比较|蛮|特别|有点|非常)*(?:心情|情绪|态度|语气|口气|脾气|印象|兴趣|意[向愿]|积极性)
      ^(?:家里)?(?:有?[一二两三]?个?)?(?:儿子|女儿|孩子|小孩|闺女|老婆|太太|爱人|老公|夫人) | ^(?:很|挺|特别|最|也|平时|不)*(?:喜欢|爱好|爱[喝吃打抽玩看聊]|[喝抽][茶酒烟]|[打踢]球|钓鱼|健身)|^老家 | ^(?:是|跟我|和我)?[^,，。]{0,3}(?:校友|老乡) | ^关系 | ^(?:以前|原来|之前)[在是做] | ^[新刚]来 | (?:好|难)(?:说话|沟通|打交道|搞|缠) | ^属[鼠牛虎兔龙蛇马羊猴鸡狗猪]
      ^(?:还是|就是|主要|一直|也|都|有点|比较|很|挺|特别|最|非常|目前|暂时|已经?)*(?:嫌|想要|顾虑|担心|纠结|犹豫|介意|在意|看重|关心|强调|要求|希望|同意|答应|拒绝|接受|不接受|不同意|不满|不太?满意|满意|认可|动心|透露|反馈|提到|提了|抱怨|承诺) | ^说(?!不定|起来|明|实话|真的|白了|错)[要会是得还先再他她能可想考已最年月下等◷¤] | ^以前用过 | ^一年(?:用|采购|大概) | ^对[^,，。]{1,12}(?:感兴趣|满意|不满|有意见|有顾虑)`,
  en: `^(?:(?:his|her|the|got|has|with) )?(?:an? |two |three |\\d )?(?:son|daughter|kids?|wife|husband|baby|twins|boss|manager|assistant) | ^(?:really |also |still |definitely |particularly )*(?:likes|loves|hates|prefers|plays|enjoys|wants|needs|thinks|says|said|mentioned|agreed|promised|complained|insist(?:s|ed)|refuse[sd]|accept(?:s|ed)|rejected|asked|offered|expects|hopes|plans|uses|using|used to|reports to)
      ^(?:(?:he|she|they|was|is|seem(?:s|ed)|sound(?:s|ed)|look(?:s|ed)|felt|feels|came across|very|quite|really|pretty|a bit|rather|not|so|as|very much|in) )*(?:an? )?(?:(?:bad|good|great|foul) mood|stressed|keen|enthusiastic|positive|negative|lukewarm|friendly|frustrated|annoyed|upset|excited|impressed|hesitant|interested|skeptical|sceptical|unhappy|happy with|worried|concerned|unsure|undecided|cautious|impatient|easy|difficult|tough|hard|nice|vegetarian|allergic)
      ^(?:just |recently |they |◇ )*(?:raised|moved to|hired|opened|opening|hiring|closed|launched|merged|switched|bought)`,
});

/** Of ourselves: the day's meals and meetings, our own superiors and expenses. */
export const OF_OURSELVES = cue({
  zh: `^(?:先|那|我|我们|咱们?|今天|今晚|晚上|中午|下午|待会儿?|等下|一会儿?|◷|\\s)*(?:先|要|得|去|在|刚|正|又)*(?:吃[饭午早晚宵]|[午早晚]饭|睡|休息|下班|加班|团建|开(?:周|例|晨|早|内部|部门)?会(?!客)|周会|例会|晨会|早会|打卡|请假|调休|堵车|回家|接孩子|体检|看病|上厕所|迟到) | 报销 | 批[^,，。]{0,4}假 | 家长会 | 我(?:们)?的?(?:(?:老板|领导|经理|主管|总监|财务)(?![^,，。]{0,5}(?:批|同意|点头|松口|答应|认可|否))|同事|家|老婆|太太|老公|儿子|女儿|孩子) | ^(?:老板|领导|经理|主管|财务|人事|行政|hr)[^,，。]{0,4}(?:让|叫|催|找|骂|要)我 | (?:工资|提成|绩效|考勤)`,
  en: `lunch | dinner | breakfast | team building | day off | my (?:own )?(?:(?:boss|manager)(?! (?:has |just |finally |also )*(?:approved(?! my)|ok|okay|okayed|signed|agreed|vetoed|cleared|said))|expenses?|leave|holidays?|pto|kids?|son|daughter|wife|husband|commission|team|flight|train) | expense (?:report|claim) | timesheet | so tired | (?:i'm|im|i am) (?:sick|tired|late|off|out|driving)`,
});

/** Words to the bot, and of what one will do oneself. */
const ORDERS = cue({
  zh: `^(?:请|帮|麻烦|你|给我|把|查|列|找|发我|导出|统计|生成|设置|打开|关闭|取消|撤|删|改|记|看看|提醒|以后|每天|每周)`,
  en: `^(?:please|pls|you|show|list|find|give me|send me|set|add|create|delete|remove|undo|cancel|change|make|move|push|remind|stop|mute|log|every)`,
});

/** 方案报了70万, the package is at 70k: what we offer, and nobody who does. */
const OUR_OFFER = cue({
  zh: `方案 | 项目 | 标书 | [一二三两首]期 | 整体 | [整全]套 | 硬件 | 软件 | 设备 | 系统 | 产品 | 服务 | 年费 | 打包 | 合计 | 含税 | 套餐 | 版 | 最终 | [这本]次`,
  en: `proposal | project | phase | package | hardware | software | licen[cs]es? | everything | total | bundle | renewal | option | system`,
});

const ALSO_QUOTED = cue({
  zh: `^(?!我|咱)[^,，。¤]{2,6}也(?:报|出|投)(?:了|价)`,
  en: `also (?:quoted|bid|offered|pitched)`,
});
/** Beside the customer spoken of somebody else offers, without a word for a rival: 用友报了70万. */
export const isOffersOfSomebody = (skeleton: string): boolean =>
  (SOMEBODY_QUOTED.test(skeleton) || ALSO_QUOTED.test(skeleton)) && !OUR_OFFER.test(skeleton);

/** 给他们免运费, promised her free shipping: what was conceded is a term of the deal, and no step. */
const CONCESSION = cue({
  zh: `免[费运安上] | 送[一二两三半\\d]+个?[年月] | 打[^,，。]{0,3}折 | 优惠 | 让利 | 延保 | 返点`,
  en: `free | (?:promised|offered|gave) .{0,12}(?:discount|% off|support|warranty|training)`,
});
/** What was given way on, by its measure: 让了5个点, 抹了零头, gave them 5%, met them halfway. */
const GAVE_WAY = cue({
  zh: `(?:让|降|便宜|优惠|减|返|少收|多?要|压|砍)了?(?:他们?|她们?|对方|客户|价)?(?:[\\d.]+|[一二两三四五六七八九十半几]+)(?: ?%|个?百?分?点|成|块|千|百|万)|(?:让|便宜|优惠|减|少收|降)了?(?:他们?|她们?|对方|客户)?(?:¤|\\d{3,})|抹(?:掉|去)?了?(?:个|点)?零|让了?(?:一)?步|各让`,
  en: `(?:g[ai]ve|giving|offer(?:ed)?|conceded?|granted|allowed|knock(?:ed)?|took|shaved?|c[ao]me|go|went|dropped|cut|reduced|asked|push(?:ed|ing)|got|settled)[^,.]{0,24}\\d ?(?:%|percent|pct|points?) | (?:knocked|took|shaved|cut|gave|give)[^,.]{0,16}¤ (?:off|discount|less) | (?:came|went|come|go) down ¤ | threw in | thr[oe]w(?:n|ing)? in | met (?:him|her|them|◇|each other|in the middle)? ?(?:halfway|half way|in the middle) | split the difference | (?:drop|dropped|lower(?:ed)?) (?:the|their) ask`,
});
/** Who decides has decided: 老板批了, 特批下来了, boss approved it, got the green light. */
const DECIDED = cue({
  zh: `(?:老板|老总|领导|总部|集团|上面|总监|经理|主管|公司|财务|法务|高层|董事长?)[^,，。]{0,3}(?:已经?|刚|都|也|还|终于|没)*(?:批|同意|点头|松口|认可|答应|通过|驳回|不让|不批|特批|支持|否)|^(?:已经?|刚刚?|都|也|还|终于|特|没|折扣|价格|流程|申请|[,，\\s])*(?:批|过审|审批过|驳回)(?:了|下来|过|通过|准)*$`,
  en: `(?:boss|manager|management|board|hq|cfo|ceo|finance|legal|director|they)(?:'s| has| have| just| finally| also| already)* (?:approve[ds]?|ok(?:ay)?(?:'?ed)?|sign(?:ed|s) (?:it |this |that )?off|green-?lit|bless(?:ed)?|agreed|vetoed|cleared|said (?:yes|no|ok(?:ay)?|fine)) | (?:got|have|need|needs|waiting on) (?:the |an? )?(?:approval|green light|go-?ahead|thumbs up|sign-?off) | ^(?:it's |it is |it got |got |was |just |finally |now |all )*(?:approved|signed off|green-?lit)$ | ^(?:green light|go-?ahead|thumbs up) from`,
});

/** What they pay is a step of theirs: 尾款三个月内付清, deposit due next week. To press for it is ours. */
const THEIR_PAYMENT = cue({
  zh: `^(?!催|收|跟|问|追|查|对)[^,，。]*(?:首付|预付款?|定金|订金|头款|尾款|余款|全款|货款|款项?)[^,，。催收跟问追]*(?:付|到|结|打|给)`,
  en: `^(?:the )?(?:deposit|balance|(?:down|first|final|second|last|next|remaining) ?(?:payment|one|half|instal?lment|tranche)|payment|prepayment)(?: due| paid| lands?| arrives?)?$ | ^(?:the )?(?:invoices?|bills?) (?:goes?|go|is|are|should|must|needs?)`,
});

/** 谢校长这周要去上海开会, going public next year: what they have before them is no step of ours. */
const THEIR_OWN = cue({
  zh: `^(?!我|咱|跟|和|陪|约|给|带|帮|请|去|找|见|拜访|参加)[^,，]{1,6}?(?:还|也)?(?:要|会|得|在|正)去?[^,，]{0,6}(?:开会|出差|度假|休假|参展|学习|考察|旅游|体检|开学)$`,
  en: `^(?:going public|ipo|going on (?:holiday|leave|vacation)|(?:away |off )?on (?:leave|holiday|vacation)|travell?ing|out of (?:the )?(?:office|town)|moving (?:offices?|house|to)).*$`,
});

/** Whether a step that was read is a term of the deal, or theirs, in truth. */
export const isNoStep = ({ title, date }: { title: string; date: string | null }): boolean => {
  const words = title.toLowerCase();
  return THEIR_PAYMENT.test(words) || THEIR_OWN.test(words) || (CONCESSION.test(words) && date === null);
};

/** 但是◇…, apparently …: what only leads to what is told. */
const LED_BY =
  /^(?:(?:◇|但是?|不过|就是|其实|反正|主要是?|好像|听说|据说|看样子|but|though|although|apparently|turns out|i think|i guess|looks like)[\s,，]*)+/u;

/** Whether words without a customer's name speak of a deal or of the person one deals with, and are neither an order nor of oneself. */
export function isOfTheDeal(skeleton: string): boolean {
  if (ORDERS.test(skeleton) || OF_OURSELVES.test(skeleton)) return false;
  const told = skeleton.replace(LED_BY, '');
  const kinds = [OF_RIVALS, TERMS, OF_THE_PERSON, GAVE_WAY, DECIDED];
  return isOffersOfSomebody(told) || kinds.some((one) => one.test(told));
}
