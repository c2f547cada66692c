import { cue } from '../glyphs.ts';

/** We dealt with them: a preposition or a verb of turning to someone, the customer, and whatever verb. */
export const DEALT = cue({
  zh: `(?:[跟和与同找对陪问]|见|催|约|联系|碰到|遇到|遇见|接触)(?:了|过|到|上)?(?:一?下|一趟)?[^,，。◷◆◇]{0,6}[◆◇][^,，。]*(?:[了过完好上到]|得|一下|个|清楚|明白|拢|崩)
      (?:[跟和与同])[^,，。◷◆◇]{0,6}[◆◇](?:那边|的|公司|、|◆|◇|[\\p{Script=Han}]{0,3}(?:人|老板|采购|领导|团队|部))*(?:聊|谈|讲|说|讨论|沟通|交流|开会|吃|喝|见面|对|商量|磨|吵|确认)
      [◆◇](?:那边|这边|的人|他们)?(?:给|跟|和|对|向|找|约|问|催|请|陪|叫|回)(?:了)?(?:我|我们|咱们?)`,
  en: `(?:spoke|talked|chatted|met|sat|saw|had|touched|caught|heard|discussed|negotiated|walked|showed|ran|gave|took|told|asked|reached|connected|checked|followed|pitched|presented|explained|introduced|got|came|went|spent|grabbed|shared|sent|fired|dropped|rang|popped|swung|tried|chased|bumped|hit|agreed|reviewed|worked|argued|debated|clarified|confirmed|hosted|toured|visited|pinged|nudged|updated|warned|reassured|updated|briefed|sounded|probed)(?: [^,.;◷]{0,40})? ?[◆◇]
      (?:good|great|quick|long|short|nice|tough|brief|productive|frank|first|intro|useful|solid|bad|awkward) (?:\\w+ ){0,2}(?:chat|conversation|talk|discussion|session|catch[ -]?up|exchange)[^,.;]{0,20} ?[◆◇]
      [◆◇](?:'s)? (?:\\w+ )?(?:and (?:i|we)) (?:\\w+ed|spoke|talked|met|had)`,
});

/** The other side as the one who does, says, feels or is something; what follows is its predicate. */
export const THEY = cue({
  zh: `(?:^|[,，\\s]|[◷刚又今])(?:刚才?|后来|然后|不过|但是|但|而且|结果|另外|◷|\\s)*(?:[◆◇](?:那边|这边|他们|公司|的|[\\p{Script=Han}]{0,4}(?:人|老板|采购|领导|团队|部|总监|经理|负责人|财务|法务|老大|对接人|工程师|总部))*|他们?(?![◷那])|她们?(?![◷那])|对方|客户(?:那边|方)?|人家)(?=[^,，。\\s◷])`,
  en: `(?:^|(?:but|and|so|that|because|apparently|looks like|sounds like|-) )(?:the |our contact at |folks at |team at |over at )?(?:[◆◇](?:'s (?:\\w+ )?(?:team|procurement|legal|finance|board|ceo|cfo|cto|it|ops|management|people|guys|boss|buyer|director|manager|side))?(?: team| folks| guys| people| crew| side)?|they|s?he)(?:'re|'s|'ve|'d)?(?= [a-z◷'])`,
});

/** The deal rather than the customer is spoken of: its stage, sum or date is given a value. */
export const DEAL_MOVES = cue({
  zh: `^◆(?:那单|这单|的?单子|的?项目)?(?:先|就)?(?:挂起|挂着|暂停|搁置|放一放|放放) | ^[◆◇](?:那边|这边|那单|这单|的?单子|的?项目|项目)?(?:又|再|也)?(?:推迟|延期|延后|顺延|后延|往后推)了?$ | 阶段 | 预计 | 估计 | 预期 | (?:改|调|加|减|降|提|推|延|挪|提前|更新|变更)(?:整)?(?:迟|后|价)?(?:到|成|为|后|至)(?!我) | 按¤ | (?:金额|报价|价格|合同额|签约|签单|成交|商机|单子?|项目)(?:时间|日期|日)?[^,，。]{0,6}(?:改|调|推|延|提前|进|加|降|¤|◷) | 推进 | 进入 | ^[◆◇]¤`,
  en: `(?:moved?|moving|slipp\\w+|slips?|pushed|bumped|advanced?|progressed|shifted|jumped) (?:to|out|into|up|down|from) | (?:is|now|stands|sits|went|goes|grew|jumped|dropped|crept)(?: now)? (?:at|in|worth|up|down|over|around|about)(?: to| at)?(?= ¤) | (?:is|now|stands|sits)(?: now)? (?:at|in|worth) | (?:looking|looks)(?: more)? like | ◷ close | ^[◆◇](?: is|'s| are| now|:)* to (?:won|lost|negotiation|proposal|needs|contacted|discovery) | ^[◆◇](?: is|'s| are| now)* (?:down|up|back) (?:to|at)(?= ¤) | ^[◆◇](?:'s)? (?:deal|opp|opportunity)(?= ) | now ¤ | at ¤ | close date | closing date | (?:should|will|could|might|expected to|likely to|due to|set to|on track to) (?:sign|close|order|land) | stage | deal size | value | amount | bump | raise | increase | lower | reduce`,
});

/** Our own verb behind their name: 海拓那边还没报价. */
export const OUR_DOING = cue({
  zh: `^(?:还|都|也|一直|尚|就)?(?:没|未|不)(?:有|用|要|急)?(?:再|怎么)?(?:报价?|发|给|寄|联系|跟进?|回访|拜访|催|打|约|去|见|演示|安排) | ^(?:的)?(?:方案|报价|合同|样品|标书|资料|发票|事|事情|事儿)`,
  en: `^(?: still)? (?:hasn't|haven't|not)? ?(?:been )?(?:quoted|contacted|called|invoiced|visited)(?: yet)`,
});

/** A thing of ours went to them: 合同寄给王总了. An offer that did is the deal's stage. */
export const HANDED_TO_THEM = cue({
  zh: `^(?:的)?(?:合同|协议|样品|样机|发票|资料|手册|授权书)[^,，。]{0,6}(?:发|寄|送|交|给)(?:给|到|了|出|过)`,
  en: `^(?:'s)? (?:contract|agreement|samples?|invoice|brochure|materials?) (?:was |were |has been |have been )?(?:sent|e?mailed|posted|shipped|delivered)`,
});

/** Put off by them, whenever: 年后再看. */
export const PUT_OFF = cue({
  zh: `再(?:看|说|定|议|考虑|谈|联系|聊)|往后(?:放|推|拖)|搁置|暂停|缓(?:一|缓)|先放`,
  en: `on hold|paused?|not (?:now|yet|this)|maybe (?:next|later)|revisit|later|shelved|postponed`,
});
