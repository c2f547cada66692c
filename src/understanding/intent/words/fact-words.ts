const CHINESE_JOB =
  '[\\p{Script=Han}A-Za-z]{0,8}(?:经理|总监|总经理|主任|主管|专员|助理|总助|工程师|负责人|部长|副总|老总|处长|科长|厂长|店长|院长|校长|财务|采购|出纳|会计|行政|董事长?|总裁|秘书|老师|CEO|CTO|CFO|COO|CIO)';
const ENGLISH_JOB =
  "(?:s?vp|evp|gm|md|head|director)(?: of)?(?: [\\p{L}&]+){1,2}(?=\\s*(?:$|[.,;!?)\\n]))|(?:(?!(?:at|is|was|the|an?|and|or|from|of|our|their|her|his|with|to|for|in|on|as|now) )[\\p{L}&'/-]+ ){0,4}(?:manager|mgr|director|officer|head|lead|buyer|engineer|accountant|planner|analyst|assistant|owner|partner|founder|president|vp|md|gm|ceo|cto|cfo|coo|cio|administrator|coordinator|supervisor|consultant|estimator|bursar|producer|architect|controller|executive|secretary|specialist)(?: of(?: [\\p{L}&]+){1,3})?";

/** 职务:仓储经理, title: planner. */
export const TITLE_LABEL = /(?:职务|职位|岗位|头衔|title|position|role)\s*[:：是]\s*([^\n,，。;；]{2,24})/giu;

/** 升采购经理了, promoted to head of retail. */
export const PROMOTED = new RegExp(
  `(?:升(?:任|为|职为|成|了)?|调任|改任|转岗做|现在是|已是)(${CHINESE_JOB})|(?:promoted to|bumped (?:up )?to|made|named|appointed(?: as)?|stepp(?:ed|ing) (?:up to|into|up as)|moved up to|elevated to|tak(?:en|ing|es) over as|got the job of|landed the job of|is becoming|has become|moved to|moved into|took over as|is now|'s now|now the|new title is|became)\\s+(?:the |our |their )?(${ENGLISH_JOB})`,
  'giu',
);

/** What follows a name on a card or in an introduction. */
export const JOB_LINE = new RegExp(
  `^[\\s,，|/:：(（-]*(?:(?:at|from|of) [^,.\\n]{1,30}?(?= is |,))?(?:[\\s,]*(?:is|as)? ?(?:now )?(?:the |our |their |an? |new )*)(${CHINESE_JOB}|${ENGLISH_JOB})(?![\\p{L}])|^[\\s,，|/:：(（-]*(${CHINESE_JOB})`,
  'iu',
);
