import { cue } from '../glyphs.ts';

/** Hangs on something that may not come. */
export const CONDITION = cue({
  zh: `(?<![主重需还只])要是 | 如果 | 假如 | 假设 | 倘若 | 万一 | (?<!顺利|不出意外|正常|没意外|没问题|快)的话 | 一旦 | (?<!我们|咱们|我)只要 | 除非 | 若(?!干)
      等.{1,14}(?:再说|再看|再定|再(?:联系|报价?|约|谈|聊)) | 看.{0,8}情况 | 有(?:可能|机会)的?话`,
  en: `if(?<!(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|know|see|check(?:s|ed|ing)?|not sure|unsure|as)(?: (?:me|us|◇|him|her|them|again|back))?,? if)
      unless | in case | once (?:they|he|she|the) | provided (?:that)? | assuming | depends on
      depending on | hypothetical(?:ly)? | could be like | might be | in theory`,
});

/** Says that a thing is not to be done. */
export const NOT_TO_DO = cue({
  zh: `不用 | 不必 | 先不 | 暂(?:时)?不 | 无需 | 不需要 | 没必要 | 不急 | 先别 | 别(?:忘|急)?(?!忘|的|人|家) | 不要(?!紧) | 不去了 | 取消`,
  en: `no need | don'?t(?! forget| let me forget| you forget) | do not | not (?:to|yet|now|needed|necessary) | needn't | hold off
      cancel(?:led|ed)? | nothing to do`,
});

/** What is told has happened. */
export const HAS_HAPPENED = cue({
  zh: `了 | 啦(?=$|[\\s,，。!！]) | 过(?![去来两三几程半一段年目会审]|方案|合同|需求|流程|报价|清单|细节) | 刚(?:才|刚)? | 已经? | 完(?!成前|之前) | 到了 | 去的 | 聊的 | 来电 | 昨 | 前天 | 上次 | 先是 | 回来 | 下来`,
  en: `(?<!(?:^|\\s)(?:the|an?|our|my|your|their|his|some|any|no) )(?!(?:(?:booked|scheduled|arranged|planned|pencilled|penciled|slated|rescheduled) (?:in |it )?(?:for|on|at|◷)|(?:agreed|fixed|confirmed|lined up|organi[sz]ed) (?:in |it )?(?:for|◷)|expected|need|indeed|supposed|interested|revised|updated|detailed|red|bed|shed|feed|speed)(?!\\p{L}))\\w+ed(?!-)
      had | met | saw | spoke | sent | went | got | came | was | were | did | told | said | gave | left | ran
      took | rang | just | this morning | earlier | already | yesterday | after the | held | sat | swung
      drove | flew | caught | heard
      (?<!(?:be|get|it|that|to) )done(?= (?:a |the |our |my |one )?(?:\\w+ )?(?:demo|visit|call|meeting|mtg|presentation|survey|site|install|training|trial))
      spent(?= )`,
});

/** Is to come, by its words alone. */
export const IS_TO_COME = cue({
  zh: `预计 | 计划 | 打算 | 准备 | 将 | 争取 | 希望 | 估计 | 应该能 | 下次 | 回头 | 晚点 | 稍后 | 接下来 | 下一步 | 待 | 需要 | 还要
      得(?=[再给去把先找约发]) | 要(?=[再去给把发约]) | 再(?=[去来给发约谈聊打联见测看报跟做送]) | 记得 | 别忘 | 提醒`,
  en: `will | 'll | shall | going to | gonna | need to | needs to | have to | has to | should | must
      expect(?:s|ed|ing)? | plan(?:s|ning)? to | hop(?:e|es|ing|efully) | next step | to-?do | upcoming
      promised | owe | by ◷`,
});

/** Takes back the value before it and gives another. */
export const CORRECTION = cue({
  zh: `不对|不是|说错|记错|错了|应该是|更正|改口|哦不|啊不|口误`,
  en: `sorry|no wait|wait|scratch that|i mean|i meant|actually|correction|or rather|make that|no,`,
});

/** The event is awaited, promised or put off: it has not happened, whatever else the clause says. */
export const AWAITED = cue({
  zh: `要到|得到|拖到|等到|能|会(?!议)|希望|预计|争取|可以|应该|想|有望|估计|打算|计划|准备|约|改(?:到|成|为)|推(?:到|迟)|延|定在|大概|最快|最晚|之?前|内`,
  en: `will|'ll|would|can|could|should|expect(?:s|ed|ing)?|hop(?:e|es|ing|efully)|plan(?:s|ning)?|likely|target(?:ing|ed)?|moved|push(?:ed)?|slip(?:s|ped)?|going to|reckons|probably|aim(?:s|ing)?|due|by|before|wants? to|close date|to`,
});
