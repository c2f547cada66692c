/** What one does with a customer, by the verb alone: as it is told when done, and as a step's title has it. */
const ACTS: readonly { done: RegExp; planned: RegExp }[] = [
  {
    done: /^(?:拨|打|通话|致电|去电)$|^(?:called|rang|phoned|dialled|dialed|buzzed)$/u,
    planned: /[打拨]|电话|致电|通话|\b(?:call|phone|ring|buzz|dial)/iu,
  },
  {
    done: /^(?:见|见面|碰|碰面|碰头|面谈|拜访|上门|走访|去|跑)$|^(?:met|met up|saw|visited|went|dropped (?:by|in)|popped (?:by|in))$/u,
    planned: /见|碰|面谈|拜访|上门|走访|去|\b(?:meet|see|visit|go|drop|pop|coffee|lunch|catch)/iu,
  },
  {
    done: /^(?:聊|谈|沟通|联系|联络|跟进|回访|问)$|^(?:spoke|talked|chatted|reached|got hold of|got through|contacted|followed up|checked in|touched base|connected|caught up|asked|got in touch)$/u,
    planned:
      /[打聊谈碰见问]|电话|沟通|联系|联络|跟进|回访|微信|消息|\b(?:call|phone|ring|ping|message|text|speak|talk|chat|reach|contact|follow|check in|touch base|connect|catch|ask|get in touch)/iu,
  },
  {
    done: /^(?:发微信|发消息|发短信|发信息|微信)$|^(?:pinged|messaged|texted|whatsapped|nudged|dm'?e?d)$/u,
    planned: /微信|消息|短信|\b(?:ping|message|text|whatsapp|nudge|dm)\b/iu,
  },
  { done: /^(?:发邮件|写邮件)$|^(?:e-?mailed|mailed|wrote)$/u, planned: /邮件|\b(?:e-?mail|mail|write)/iu },
  { done: /^(?:催|提醒)$|^(?:chased|reminded|nudged)$/u, planned: /催|提醒|\b(?:chase|remind|nudge|follow)/iu },
  {
    done: /^(?:约|预约|订|安排)$|^(?:booked|scheduled|arranged)$/u,
    planned: /约|订|安排|\b(?:book|schedule|arrange)/iu,
  },
  { done: /^(?:演示|讲)$|^(?:demoed|demo'd|presented|showed)$/u, planned: /演示|讲|\b(?:demo|present|show)/iu },
  {
    done: /^(?:回|回复|答复)$|^(?:replied|responded|got back|answered)$/u,
    planned: /回复|答复|回[他她◇]|\b(?:reply|respond|get back|answer)/iu,
  },
  {
    done: /^(?:查|核对|确认|检查)$|^(?:checked|confirmed|verified)$/u,
    planned: /查|核对|确认|\b(?:check|confirm|verify)/iu,
  },
];

const ZH =
  /^(?:我|我们|刚刚?|刚才|已经?|都|也|终于|总算|后来|今天|上午|下午|早上|中午|(?:给|跟|和|与|找|向)(?:他|她|他们|她们|对方|客户)|电话(?=打)|微信(?=联系))*(?<verb>(?:发|写)(?:微信|消息|短信|信息|邮件)|[\p{Script=Han}]{1,2}?)(?:给?(?:他|她|他们|她们|对方|客户))?(?:过|完|好|上|到|通|成)*(?:个?电话|面|头)?(?<told>了)?(?:他|她|他们|她们|对方|客户|个?电话|面|一下|一次|一声)*(?<ends>了|过)?$/u;
const EN =
  /^(?:just |already |finally |have |i |i've |we |we've |ok |yep |yes |and |so |[, ])*(?<verb>(?:met|followed|checked|caught|got|dropped|popped|touched)(?: up| in| by| back| base| hold of| through| in touch)?|[a-z'-]+ed|rang|saw|went|spoke|wrote)(?: (?:up|with|to|on|for|him|her|them|it|back|there))*(?: (?:just now|now|already|today|earlier|this (?:morning|afternoon)))*$/iu;

/** 完成了, done, did it: whatever it was. */
const ANY =
  /^(?:已经?|都|也|刚刚?|这个?|那个?|这步|这事|我)*(?:做完|完成|搞定|办完|办好|办妥|弄完|弄好|做|办|处理完?|处理好)(?:了|啦|掉了)+$|^(?:it'?s |that'?s |all |i |i've |just |already |ok |yep |yes )*(?:done|did (?:it|that|so)|completed|finished|sorted|handled|taken care of)(?: it| that| now| already| today)*$/iu;

/**
 * Which titles words do that name nobody and nothing but what was done (打过了, 联系上了, pinged her), `any` where they
 * do not even say that (done); null where they tell more, or of something that was tried in vain.
 */
export function doneByWords(words: string): ((title: string) => boolean) | 'any' | null {
  const said = words.toLowerCase();
  if (/[没未不别]/u.test(said)) return null;
  if (ANY.test(said)) return 'any';
  const zh = ZH.exec(said)?.groups;
  const verb = zh?.told === undefined && zh?.ends === undefined ? EN.exec(said)?.groups?.verb : zh.verb;
  const act = verb === undefined ? undefined : ACTS.find(({ done }) => done.test(verb));
  return act === undefined ? null : (title) => act.planned.test(title);
}

/** Which titles are to do what a bare verb says (打, 见面; the stem of an English one: call, visit). */
export function plannedBy(verb: string): (title: string) => boolean {
  const [said] = verb.toLowerCase().match(/^(?:打电话|[\p{Script=Han}]{1,2})|^[a-z]+/u) ?? [verb];
  const act = ACTS.find(({ done, planned }) =>
    /[a-z]/u.test(said) ? planned.test(said) : done.test(said.replace('电话', '')),
  );
  return (title) => (act === undefined ? title.toLowerCase().includes(said) : act.planned.test(title));
}

const IN_VAIN =
  /没(?:有)?(?:人)?(?:接(?!受|着|到)|应(?!付))|没(?:有)?(?:打通|接通|联系上|联系到|见到|见着|见上|碰到|碰上|找到|找着|去成|见成)|打不通|联系不上|无人接听|占线|关机|扑了?个?空|\b(?:no answer|no[- ]show|voicemail|(?:didn['’]?t|did not) (?:answer|pick up|show up|get through)|(?:couldn['’]?t|could not|can['’]?t) (?:reach|get hold of|get through)|nobody (?:there|in|home|answered)|line (?:was )?busy)\b/iu;

/** Whether words tell that a call or a visit was tried, and nobody was reached: what was planned is yet to be done. */
export const isInVain = (words: string): boolean => IN_VAIN.test(words.normalize('NFKC'));
