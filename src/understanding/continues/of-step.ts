import { cue } from '../intent/glyphs.ts';

/** Where a step takes place: 地点在他们公司, 他们楼下星巴克见, 腾讯会议, at their office, over Zoom. */
const PLACE = cue({
  zh: `^(?:见面|会面|开会|碰头|拜访|集合)?(?:的)?(?:地点|地方|地址|位置|会议室)(?:就|还是|先|暂|约|改)*(?:定在|定到|在|是|到|为|换成?|改成?|改到|:)?[^??]{2,40}$
    ^(?:就|还是|那|先|暂|约|定|改)*(?:在|去|到|来)(?:他|她|他们|她们|对方|客户|我|我们|咱|咱们|公司|◆|◇)(?:家|的|那边|那儿|那里|这边|这儿|公司|单位)+(?:见|碰|谈|聊|碰头|见面|开会|集合)?(?:就行|即可|吧|哈|啊)?$
    ^(?:就|还是|那|先|暂|约|定|改)*(?:在|去|到|来|(?=(?:他们|她们|对方|客户|我们|咱们|公司|◆)))[^,??]{1,16}(?:(?<!分|子|新|个|家)公司|办公室|厂|工地|现场|[楼层室厅馆店]|楼下|咖啡|星巴克|酒店|饭店|餐厅|茶楼|大厦|中心|广场|园区?|机场|车站|高铁站|门口|大堂)(?:见|碰|谈|聊|碰头|见面|开会|集合)?(?:就行|吧|哈|啊)?$
    ^(?:就|还是|那|先|改|用|走|开|打)*(?:线上|线下|远程|视频|语音|腾讯会议|飞书会议|钉钉会议|zoom|teams|现场|当面)(?:会议|通话)?(?:聊|谈|见|碰|开会|开|沟通|讲|进行)?(?:就行|即可|吧|哈|啊)?$`,
  en: `^(?:it's|it is|it'll be|will be|we'll meet|let's meet|meet|meeting|the|location|place|venue|address|where|same place|is|[,:\\s])*(?:at|in|@|from) (?!the (?:end|moment|meantime|long run|loop))(?:their|our|his|her|my|the|a|◆|◇)(?:'s)? [^?]{2,40}$
    ^(?:the )?(?:location|place|venue|address)(?: is|:|'s)? [^?]{2,60}$
    ^(?:it's |it'll be |let's do |we'll do |do )?(?:it )?(?:over|via|on|by) (?:a )?(?:zoom|teams|google meet|meet|video|phone|webex|skype)(?: call)?[\\s.!]*$
    ^(?:it's |it'll be |it will be |let's do |we'll do )?(?:it )?(?:online|in person|remote|remotely|virtual|virtually|onsite|on[- ]site|face[- ]to[- ]face)[\\s.!]*$`,
});

/** Who comes along: 张伟一起去, 带上技术, with Tom, Sarah is joining. */
const COMPANION = cue({
  zh: `^[^,??]{0,12}(?:一起|一块儿?|一同|陪我?|陪同|随行|同行|同去)(?:去|来|过去|参加|见|谈|聊|跟)?(?:的|吧|哈|啊)?$
    ^(?:我|咱们?|我们)?(?:会|要|打算|准备)?(?:带上?|叫上|喊上|拉上|约上)[^,??]{1,12}(?:一起|一块儿?)?(?:去|来|过去|参加)?(?:的|吧|哈|啊)?$
    ^[^,??]{1,8}也(?:会|要)?(?:去|来|到|参加|在场|过去|过来)(?:的|吧|哈|啊)?$`,
  en: `^(?:i'm |i'll be |i'll |we're |i am |will be |and |going |coming |go )*(?:(?:bring|bringing|take|taking) (?!up)[^?]{1,30}(?: along| too| with me)?|(?:together )?with (?!out|a (?:discount|condition))[^?]{1,30})[\\s.!]*$
    ^[^?]{1,24}(?: is| will be| will| are|'s|'ll)(?: also)? (?:come|coming|join|joining|tag along|tagging along|be there|there)(?: along| too| as well| us| me| with (?:me|us))*[\\s.!]*$`,
});

const bare = (words: string): string => words.trim().replace(/[\s。.!！~…]+$/u, '');

/** Words about how a step is to be: its place, its way, its company. */
export const isOfStep = (skeleton: string): boolean => PLACE.test(bare(skeleton)) || comesAlong(skeleton);

/** Words about who comes along: whoever is named is on our side, or theirs. */
export const comesAlong = (words: string): boolean => COMPANION.test(bare(words).toLowerCase());

/** Tried, and the other side has not answered: 还没回, 打了没接, 没联系上, no reply yet, left a voicemail. */
const UNANSWERED = cue({
  zh: `^(?:但是?|可是?|不过|结果|刚刚?|刚才|又|还是?|也|都|一直|暂时|目前|到现在|人家|对方|客户|他|她|他们|◇|◷|电话|微信|消息|邮件|短信|[,\\s])*(?:(?:打|拨|发|问|催|找|约|联系|去|试)(?:过去|过)?了?(?:[一两二三四五几好多]+[次个遍趟])?(?:个|的)?(?:电话|微信|消息|邮件|短信|他|她|◇)*[,\\s]*)?(?:但是?|可是?|不过|结果|也|还|都|就是|一直|[,\\s])*(?:(?:没|未)(?:有|人|找到人|见)?(?:人)?(?:接|回|理|应|联系上|联系到|打通|接通|通(?!过)|找到|找着|见到|见着|见上|碰上|碰到|约上|约到|约成|反应|反馈|消息|动静|回音|回信|回复|回应|答复|去成|见成|谈成|打成|打上)|(?:打|联系|接|约)不(?:通|上|到)|不(?:接|回|理)(?!受|来|去)|不在(?!乎|意|这|那)|无人接听|关机|占线|停机|忙线|正?在通话|已读不回|(?:在忙|在开会|出差|休假)(?=[,了]|$))(?:我|我们|电话|微信|消息|信|人|他|她|了|呢|过|,|(?:晚点|稍后|回头|改天)[^??]{0,12})*$
    ^(?:还在|还要|先|再|正|就|只能)*等(?:他|她|他们|对方|客户|◇|那边|这边)*(?:的)?(?:回|回复|消息|通知|答复|反馈|信|确认|电话|回话|回电)(?:了|吧|呢|中)?$`,
  en: `^(?:but |still |just |so far |as yet |again |also |he |she |they |there's |there was |got |had |◷|[,\\s])*(?:no (?:reply|replies|answer|response|luck|news|word|feedback|joy|show|pick ?up)|nothing(?: back)?(?= yet| so far)|not (?:picking|answering|responding|replying|in|available|heard|reached)[^?]{0,20}|(?:voicemail|vm|busy|engaged|out of office|ooo))(?: yet| so far| either| again| from (?:him|her|them|◇|◆)| back| still| today)*[\\s.!]*$
    ^(?:but |still |just |◷|[,\\s])*(?:s?he|they|◇|i|we)?(?:'s|'ve| has| have)? ?(?:didn't|did not|hasn't|haven't|has not|have not|couldn't|could not|can't|isn't|wasn't) (?:yet )?(?:answer|answered|answering|reply|replied|replying|respond|responded|pick up|picked up|call(?:ed)? back|get|got|reach|reached|heard|hear|catch|caught)(?: [a-z◇◆]+){0,5}[\\s.!]*$
    ^(?:but |still |just |so |◷|[,\\s])*(?:waiting (?:for|on|to hear)|awaiting) (?:(?:his|her|their|a|the|him|her|them|◇|◆)(?:'s)? ?)*(?:reply|answer|response|feedback|confirmation|call|callback|to (?:reply|respond|confirm|get back|come back|call back)[^?]{0,16}|back from [^?]{2,16})?[\\s.!]*$
    ^(?:it )?(?:went |straight |got )*(?:to )?(?:his |her |their )?(?:voicemail|vm|answering machine)[\\s.!]*$`,
});

/** Words that say no more than that. */
export const isUnanswered = (skeleton: string): boolean => UNANSWERED.test(bare(skeleton));
