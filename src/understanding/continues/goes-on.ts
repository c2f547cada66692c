import { cue } from '../intent/glyphs.ts';

/** A remark that goes on about what was said: 他…, 还想…, also …, she … */
export const GOES_ON =
  /^[\s]*(?:他|她|对方|客户|还|另外|对了|补充|顺便|又|也|而且|然后|备注|哦|嗯|他们|价格|金额|预算|he|she|they|their|his|her|also|and|plus|btw|oh|ps|amount|budget|note|value)(?![a-z])/iu;

/** They, their contract with Acme: the customer spoken of, whoever else is named. */
export const OF_THEM =
  /^[\s]*(?:(?:对了|另外|还有|而且|顺便|补充|btw|also|and|plus|oh)[\s,，]*)?(?:他们?|她们?|对方|they|their|he|she|his|her)(?![a-z])/iu;

/** What we did for them since, or do no longer, without a word of who they are: 合同发过去了, samples shipped. */
export const DONE_FOR_THEM = cue({
  zh: `^(?:刚刚?|已经?|都|也|◷|\\s)*(?:把)?[\\p{Script=Han}a-z]{0,8}(?:已经?|都|也|刚)?(?:发|寄|送|交|传|给|递|改|做|盖|付|打|报|提交|准备|弄|开|出)(?:给)?(?:他|她|他们|对方|客户|过去|出去|好|完|掉)*(?:了|过了)(?:过去|一份|两份|出去)?[。!！\\s]*$`,
  en: `^(?:just |already |have |i |i've |we |we've )*(?:sent|shipped|e-?mailed|mailed|delivered|posted|forwarded|shared|uploaded|couriered|dropped off|handed over|submitted|issued)(?: .{0,40})?$
    ^(?:actually |ok |i'm |we're )*(?:not|no longer) (?:sending|shipping|quoting|offering|presenting|visiting|meeting|calling|doing)(?: .{0,40})?$
    ^(?:the |our |my )?(?:contract|quote|quotation|proposal|samples?|invoice|docs?|documents?|nda|msa|sow|deck|brochure|po|parcel|agreement|specs?)(?:'s|'s| is| are| has been| was| were)? (?:now )?(?:sent|shipped|out|gone|on (?:its|their) way|delivered|submitted|with them|over to them)(?: .{0,20})?$`,
});

/** The same customer was contacted once more: a record of its own. */
export const ONCE_MORE =
  /又(?:打|聊|见|去|拜访|发|通|碰|沟通|联系)|再次(?:拜访|联系)|again (?:called|met|spoke)|(?:called|met|spoke|visited|emailed)[^,.]{0,20} again/iu;

/** A value alone corrects what was asked for, and adds nothing by itself. */
export const BARE_VALUE = /^[\s]*[◷¤][\s。.!！,，]*$/u;

/** Only the ones over 50k, 50万以上的: narrows a list down, and tells nothing of a record. */
export const NARROWS =
  /^(?:那|就)?(?:只|仅|光)(?:看|要|列|显示)|^[^,，。]{0,6}(?:超过|大于|高于|低于|小于)¤[^,，。]{0,3}的?(?:单子?|商机|客户)?[呢有哪些\s??。]*$|^[^,，。]{0,4}¤(?:以上|以下|往上)的?(?:单子?|商机|客户)?[呢有哪些\s??。]*$|^(?:only|just|and|show)?\s*(?:me )?(?:the |those |just )*(?:ones?|deals?|those|customers?)?\s*(?:that are |which are )?(?:over|above|under|below|more than|less than|bigger than|at least) ¤[\s?.!]*$/iu;

/** A question, or a name alone, tells nothing. */
export const ASKS =
  /[??]|(?:吗|呢|么)[。.!！\s]*$|什么|多少|谁|哪|怎么|几号|^[\s◆◇的]*(?:电话|手机|生日|邮箱|职位|负责人)?[\s。.!！]*$|^(?:who|what|when|where|why|how|which|is|are|was|does|did|can|could|will|would|should|has|have|show|find|open)(?![a-z])|(?:'s)? (?:number|phone|e-?mail|birthday|title)[\s.!]*$/iu;
