/*
 * Words of visits told one after the other, as patterns over a text in which every character of a date is ◷, of a
 * customer one knows ◆, of a colleague ◈.
 */

/** Who was there and when, before the verb. */
export const WHO_AND_WHEN =
  /^(?:(?:[跟和与同]◈+(?:一起|一块儿?)?|◈+(?: and (?:I|me))?|◷+|我们?|咱们?|刚刚?|先|(?:so|[Ii](?:'ve)?|[Ww]e(?:'ve)?|[Jj]ust|[Aa]lso|[Tt]hen|[Ff]irst)(?![a-z]))[\s,，:]*)*/u;

const GOING = '[Vv]isited|[Ww]ent to(?: see)?|[Dd]ropped (?:by|in at)|[Ss]topped by|[Vv]isits? (?:to|at)';
const REACHING =
  '[Ss]aw|[Mm]et(?: up)?(?: with)?|[Cc]alled(?: on)?|[Rr]ang|[Pp]honed|[Ee]-?mailed|[Tt]exted|[Mm]essaged|(?:[Ss]poke|[Tt]alked) (?:to|with)|(?:[Hh]ad )?(?:an? )?(?:[Cc]all|[Mm]eeting|[Dd]emo)s? (?:with|at)';
const ZH =
  '(?:(?:电话)?(?:拜访|走访|回访)|约见|见|跑|去|联系|电联)(?:了|过|的)?(?:一?[下趟])?|(?:打电话|打|发|寄|送)给|给';
/** The verb up to the name; `going` where one goes to the customer: who is met or called may be one of its people. */
export const VERB = new RegExp(
  `^(?:(?<going>${GOING})\\s+|(?:${REACHING})\\s+|(?:${ZH})\\s*)(?:the (?=[\\p{Lu}◆]))?`,
  'u',
);

const MANY = '[两三四五六七八九十\\d]+[家个](?:客户|公司)?';
/** 跑了三家:, visited three customers today: */
export const COUNTED_AHEAD = new RegExp(
  `^(?:${MANY}|(?:two|three|four|five|six|\\d) (?:customers|clients|accounts|companies))(?<when>\\s*◷+)?\\s*[:：,，]\\s*`,
  'iu',
);
export const COUNTED_BEHIND = new RegExp(`^\\s*这?${MANY}`, 'u');

/** A customer one knows, a Latin name, or whatever stands in its place in Chinese. */
export const NAME =
  /^(?:(?:\p{Lu}[\p{L}'-]* ){0,2}(?:(?<= )(?:at|from|of) )?◆+|(?:\p{Lu}[\p{L}'-]* (?:at|from|of) )?\p{Lu}[\p{L}\p{N}&'-]*(?: (?!and )\p{Lu}[\p{L}\p{N}&'-]*){0,3}|[\p{Script=Han}A-Za-z\d&]{2,10}?(?=\s*(?:[、,，;；。!！◷]|[和跟与及都各]|以及|还有|分别|这?[两三四五六七八九十\d]+[家个]|$)))/u;
export const WHEN = /^\s*(?:(?:on|at|in) )?◷(?:\s*◷)*(?!\s*◷|拜访|走访|回访|去|见|跑|联系)/u;
/** Between one and the next. */
export const JOINT =
  /^\s*(?:[,，;；、]\s*(?:(?:and|then|plus)\s+(?:then\s+)?|和|还有|以及|然后|再|又)?|(?:and|plus|then)\s+(?:(?:then|also)\s+)?|以及|还有|然后|[和跟与及又再])/u;

/** What stands behind one that is told of in a list, and not behind one of whom a sentence begins. */
export const LISTED =
  /^(?:\s*(?:[◷,，;；。.!！、:：(和跟与及都各打发聊谈做回寄送对签的]|这?[两三四五六七八九十\d]+[家个]|以及|还有|分别|(?:and|plus|then|both|each|all|about|for|over|re)(?![a-z]))|\s*$)/iu;
/** One event with all of them, who was there besides, a question. */
export const ONE_EVENT =
  /(?<![跟和与同]◈+)(?:一起|一块)|共同|联合|一同|三方|也在|也来|(?<![a-z])(?:together|joint(?:ly)?|as well|too|there|between)(?![a-z])|[?吗]\s*$/iu;
export const EACH = /(?<![a-z])(?:both|each)(?![a-z])|[都各均]|分别/iu;
/** 腾云和海拓都签了: what stands before them where the verb stands behind, and what then tells of each. */
export const BEFORE_EACH = /^(?:(?:◷+|刚刚?|[跟和与同向])[\s,，]*)*/u;
export const OF_EACH =
  /^\s*(?:(?:[都各均]|分别)(?=[^,，。]*(?:[了过没要想嫌等说]|同意))|(?:both|each)(?![a-z])(?! to ))/iu;
/** Barton and Sons is one name. */
export const HOUSE = /^(?:sons?|daughters?|brothers|partners|associates|co|company|friends)$/iu;
