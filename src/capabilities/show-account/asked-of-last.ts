import type { ConversationFields } from '../../chat/capability.ts';
import { lastQuery } from '../last-query.ts';
import { logMemo } from '../say-receipt.ts';
import type { FileField } from './one-field.ts';

/** What a question without a name asks of the customer just spoken of; `ofPerson`: of the one who was dealt with. */
export interface AskedOfLast {
  /** Null: all of it. */
  field: FileField | null;
  ofPerson: boolean;
}

const LONGEST = 60;

/** Questions that are made of these words alone name nobody. */
const ZH =
  /^(?:一下|那|对了|请问|话说|顺便|问[一]?下|看[一]?下|查[一]?下|帮我|给我|我们?|咱们?|[跟和给与对]|他们?|她们?|它|对方|客户|人家|[这那](?:家|边|个客户)|上[一]?次|上回|[最]近|最后|[一]次|之前|以前|先前|前面|那次|当时|刚才|下[一]?[次回步]|接下来|现在|目前|一共|总共|到底|是|去|来|都|在|到|再|什么时候|啥时候|何时|哪天|几号|几月|时候|怎么|咋|什么|啥|谁|多少|哪|些|个|联系|打|见|拜访|聊|谈|沟通|说|约|定|答应|承诺|讲|碰|报|开|出|跟进|负责|对接|管|要|该|做|干嘛?|归|发|有|没有|没|走|进展|电话|手机|号码?|联系方式|邮箱|邮件|地址|生日|联系人|对接人|负责人|金额|报价|预算|价格?|钱|单子|多大|职[位务]|合同|协议|到期|期满|续[约签费]|阶段|[一]?步|情况|样|面|的|了|过|来着|呢|吗|啊|呀|吧|\s|[,，])+$/u;
const EN =
  /^(?:(?:and|so|btw|ok|again|please|pls|remind|current|currently|now|what(?:'?s)?|which|when(?:'?s)?|who(?:'?s)?|whose|how(?:'?s)?|much|big|worth|where|we'd|we'll|we're|i'm|did|do|does|have|has|had|is|was|are|we|i|they|he|she|him|his|hers?|them|their|its?|the|a|this|that|one|last|next|latest|time|times|before|earlier|previously|on|to|with|for|at|in|of|got|get|give|me|say|said|tell|told|speak|spoke|talk|talked|calls?|called|visit|visited|meet|met|meeting|see|saw|seen|contact|contacted|email|emailed|e-mail|agreed?|mention(?:ed)?|quoted?|offer|offered|promised?|discuss|discussed|about|price|amount|budget|value|deal|size|phone|mobile|cell|number|address|birthday|bday|stage|steps?|person|owner|owns|handles|stand|doing|going|up|am|seeing|meeting|title|account|customer|client|renewal|renew|contract|expire|end|due|there|any|on file)(?![a-z'])\s*)+$/iu;

const WHO = /他|她|它|对方|客户|人家|[这那](?:家|边)|\b(?:he|she|him|his|hers?|they|them|their|its?|this|that)\b/iu;
const PERSON = /[他她](?!们)|\b(?:he|she|him|his|hers?)\b/iu;
const ASKS =
  /[??]$|什么|啥|多少|多大|谁|哪|几|怎么|咋|呢|吗|没有|何时|[给发]我|\b(?:what|which|when|who|whose|how|where|got|give|tell)(?:'?s)?\b|^(?:does|do|is|have) /iu;
/** 他电话, her number: without a word that asks. */
const BARE =
  /^(?:[他她它]们?|对方|客户|人家|[这那]家)(?:那边|家)?的?(?:电话|手机|号码|邮箱|生日|联系人|对接人|负责人|金额|阶段)(?:号码|号)?$|^(?:his|her|their|its) [a-z-]+(?: (?:number|address|person))?$/iu;
const NEXT_TIME = /下一?[次回]|约|再|\bnext time\b|\bwhen\b/iu;

/** What is asked by which words, in the order in which they are looked for; null: how they are. */
const ZH_QUESTIONS: readonly (readonly [FileField | null, RegExp])[] = [
  ['amount', /[报开出谈价]+.{0,6}多少|预算.{0,4}多少|多少.{0,3}预算|多少钱|(?:什么|啥)价|多大/u],
  ['next', /(?:什么时候|啥时候|何时|哪天|几号)再/u],
  ['next', /下一?[次回].{0,8}(?:什么时候|啥时候|何时|哪天|几号|怎么|什么|啥)/u],
  ['next', /约.{0,2}(?:什么时候|啥时候|何时|哪天|几号)/u],
  ['stage', /[到在](?:哪|什么|啥).{0,2}(?:步|阶段)|(?:什么|啥|哪个)阶段/u],
  [
    'last',
    /(?:上一?次|上回|最近一次|最后一?次|之前|以前|先前|前面|那次|当时).{0,12}(?:什么|啥|哪天|几号|何时|怎么|咋|到哪)/u,
  ],
  [
    'last',
    /(?:聊|谈|说|讲|约|定|答应|承诺|沟通|见|联系|打|拜访).{0,2}(?:了|过|的).{0,3}(?:什么|啥|哪天|几号)|[谈聊]到哪|怎么(?:说|谈|聊|讲|定|约)的|(?:什么时候|啥时候|哪天|几号).{0,3}(?:联系|打|见|拜访|聊|谈|去|来)(?:的|过)/u,
  ],
  ['owner', /谁(?:在)?(?:跟|管|负责)|归谁/u],
  ['contact', /谁(?:在)?对接|联系谁|[跟和找]谁/u],
  ['renewal', /到期|期满|续[约签费]/u],
  ['phone', /(?<![打通来了过个])电话|手机|号码|联系方式/u],
  ['email', /邮箱|邮件地址/u],
  ['birthday', /生日/u],
  ['contact', /联系人|对接人/u],
  ['owner', /负责人/u],
  ['amount', /金额|报价|预算|价格/u],
  ['next', /下一?步/u],
  [null, /怎么样|咋样|什么情况|啥情况|进展/u],
];
const EN_QUESTIONS: readonly (readonly [FileField | null, RegExp])[] = [
  [
    'amount',
    /^(?=.*\b(?:what|how (?:much|big))\b).*\b(?:quoted?|offer(?:ed)?|price|amount|budget|value|worth|how much (?:was|is)|how big (?:was|is))\b/iu,
  ],
  [
    'next',
    /\bnext\b.*\b(?:with|for)\b|\bnext (?:with|for|time)\b|^when .*\bnext$|with (?:them|him|her|it) next$|^when (?:are|am|will) (?:we|i)\b|^when .*\bwe'(?:d|ll|re)\b/iu,
  ],
  ['stage', /\bwhere (?:are|do) (?:we|they)\b/iu],
  [
    'last',
    /^(?=.*\b(?:when|what)\b)(?!.*\bnext\b).*\b(?:did|have|was|had)\b.*\b(?:speak|talk(?:ed)?|call(?:ed)?|visit(?:ed)?|meet|met|meeting|see|saw|seen|contact(?:ed)?|email(?:ed)?|agreed?|say|said|tell|told|promised?|discuss(?:ed)?)\b/iu,
  ],
  ['last', /^remind me what\b.*\b(?:agreed|said|told|promised|discussed)\b/iu],
  ['owner', /\bwho(?:'s)? (?:owns|handles|has)\b/iu],
  ['renewal', /\b(?:renewal|renew|expire|contract end)\b/iu],
  ['phone', /\b(?:phone|mobile|cell|(?<!the )number)$/iu],
  ['email', /\be-?mail(?: address)?$/iu],
  ['birthday', /\b(?:birthday|bday)$/iu],
  ['contact', /\b(?:contact(?: person)?|title)$/iu],
  ['amount', /\b(?:price|amount|budget|value)$/iu],
  ['stage', /\bstage\b/iu],
  [null, /\bhow(?:'?s| is| are) (?:it|he|she|they|that)\b/iu],
];

/** Reads a question that has no name in it; null for other words. 他电话多少, 我报了多少, what did we agree. */
export function askedOfLast(text: string): AskedOfLast | null {
  const typed = text.normalize('NFKC').replace(/[‘’]/gu, "'").trim();
  const said = typed.replace(/(?:[\s??。.!!~]|\b(?:please|pls|thanks|thx)\b)+$/iu, '');
  if (said === '' || said.length > LONGEST) return null;
  const questions = ZH.test(said) ? ZH_QUESTIONS : EN.test(said) ? EN_QUESTIONS : [];
  const found = ASKS.test(typed) || BARE.test(said) ? questions.find(([, form]) => form.test(said)) : undefined;
  if (found === undefined) return null;
  const [field] = found;
  // 下一步是啥 asks for one's own day, and 怎么样了 for nobody.
  const needsWho = field === null || (field === 'next' && !NEXT_TIME.test(said));
  return needsWho && !WHO.test(said) ? null : { field, ofPerson: PERSON.test(said) };
}

const FOLLOW_MS = 30 * 60_000;
const isFresh = ({ at }: { at: Date }, now: Date): boolean => now.getTime() - at.getTime() <= FOLLOW_MS;

/** The customer spoken of last in this talk, by a record or a question, and the person it was dealt with. */
export function lastSpokenOf(
  conversation: Readonly<ConversationFields>,
  capability: string,
  now: Date,
): { account: string; contact: string | null } | null {
  // A note whose customer is still asked about is nobody's.
  const record = conversation.recent.findLast((one) => logMemo(one).telling?.account != null && isFresh(one, now));
  const query = lastQuery(conversation, capability, now);
  const asked = typeof query?.account === 'string' ? query.account : null;
  const isLater = record === undefined || (conversation.query?.at ?? record.at) > record.at;
  if (asked !== null && isLater) return { account: asked, contact: (query?.contact ?? null) as string | null };
  const { account = null, contacts = [] } = record === undefined ? {} : logMemo(record).telling;
  return account === null ? null : { account, contact: contacts[0] ?? null };
}
