/**
 * What words do to a step: put it off, drop it, tick it off; give it the time that it had before (`back`) or first
 * (`original`). `doubt`: it is asked whether it is to be dropped. `what`: the words that name it.
 */
export interface StepChange {
  act: 'move' | 'cancel' | 'done' | 'back' | 'original' | 'doubt';
  what: string;
  /** It is put off, not moved: a bare weekday is then one after the step's own day. */
  later: boolean;
  /** News as much as an order (样品不寄了, I won't send it): it is of a step just spoken of, or of a customer that is named. */
  mild?: true;
}

const LONGEST = { zh: 40, en: 90 };

/** What a step can be moved to: words of a time, no sum. */
const TIME =
  /[今明后]天|(?:周|星期|礼拜)[一二三四五六日天1-7]|下个?(?:周|星期|礼拜|月)|月[初中底末]|上午|下午|晚上|早上|中午|\d{1,2}\s*(?:[点號号日月:/.-]|[ap]m\b)|[一二三四五六七八九十]{1,3}[点号月]|\b(?:today|tonight|tomorrow|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|month|noon|morning|afternoon|evening|jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)\b/iu;

const ZH = {
  move: /^(?:那|麻烦|请|帮我|先|还是)*(?:把|将)?(?<what>[^,，。;；!！??]{0,24}?)的?(?:时间|日期)?(?:(?<later>(?:往|向)后推|推迟|延迟|延期|延后|顺延|推|延)|提前|改期|改约|另约|改|挪|移|换|调整?|约)(?:一下|了)?(?:到|至|成|为|在)(?<when>[^,，。;；]{1,20})$/u,
  cancel: /^(?:那|麻烦|请|帮我)*(?:取消|砍掉|划掉|去掉)(?:掉|一下|了)?(?<what>[^,，。;；!！??]{1,24})$/u,
  off: /^(?:把|将)?(?<what>[^,，。;；!！??]{1,24}?)(?:先|就|都|要|已经?|被)*(?:取消|不用?去|不用?做|不用?打|不用?办|不用[开发寄送交给见]|不搞|不约|作废)(?:了|掉|吧|啦)*$/u,
  wont: /^(?:那|先|就|我们?|这次|下次|暂时|周[一二三四五六日])*(?:不用|不需要|不必|没必要|不)再?(?:去|用)?(?<what>(?:给|[开发寄送交打讲做拜见谈演约报催回跑])[^,，。;；!！??]{1,14})了$|^(?:算了[,，\s]*)?(?<that>[^,，。;；!！??不]{2,16}?)(?:就|先|都)?(?:不用|不|不需要|不必)(?:去|[给出开发寄送交打讲见谈约报催回跑要])?了$/u,
  done: /^(?:把|将)?(?<what>[^,，。;；!！??]{1,24}?)(?:已经?|都|也)*(?:做完|完成|搞定|办完|弄完|弄好|办好|办妥|讲完|打完|开完)(?:了|啦)?$/u,
};

const EN = {
  moved:
    /^(?:the |my |our )?(?<what>(?=.{0,50}\b(?:demo|call|visit|meeting|mtg|lunch|review|training|session|install|step)\b).{1,50}?)(?: is| was| has been| got|'s| now)*\s+(?:moved|rescheduled|shifted|put back|(?<later>pushed(?: back| out)?|postponed|delayed))\s+(?:to|until|till|for)\s+(?<when>[^,.;]{1,30})$/iu,
  move: /^(?:please |pls |can (?:you|we) |could (?:you|we) |let'?s )*(?:(?<later>push|postpone|delay|put off)|move|reschedule|shift|bring forward|change)\s+(?:the |my |our )?(?<what>.{1,50}?)\s+(?:back |forward |up |out )?(?:to|until|till|for)\s+(?<when>[^,.;]{1,30})$/iu,
  cancel: /^(?:please |pls |can (?:you|we) )*(?:cancel|scrap|call off|drop)\s+(?:the |my |our )?(?<what>.{1,50}?)$/iu,
  off: /^(?:the |my |our )?(?<what>.{1,50}?)\s*(?:is|was|has been|got|'s)\s+(?:been )?(?:cancelled|canceled|called off|off)$/iu,
  wont: /^(?:actually|ok|no|sorry|so)?[, ]*(?:(?:i|we)(?:'?m| am|'?re| are)? ?(?:won['’]?t|will not|not going to|don['’]?t need to|needn['’]?t|no longer (?:need|have) to|don['’]?t have to)(?: be)?|(?:not|no longer)(?= \w+ing\b)|no need (?:to|for)|no longer need|skip|forget(?: about)?)\s+(?:the |a |an |any )?(?<what>(?!.*\b(?:until|till|unless|if|before|because|without)\b).{2,50}?)(?: any ?more| after all| then| now)?$/iu,
  done: /^(?:i'?m |i am |we'?re )?(?:done with|finished(?: with)?|completed)\s+(?:the |my |our )?(?<what>.{1,50}?)$|^(?:the |my |our )?(?<that>.{1,50}?)\s+(?:is|'s)\s+(?:all )?(?:done|finished|complete)$/iu,
};

/** Words about the last note, not about a step: 取消刚才那条. */
const LAST_NOTE = /刚才|刚刚|上一?条|那条|记录|note|entry|\blog\b/iu;

/** What somebody said, asked or wants is told, and names no step: 宋总微信说设备要推迟到明年3月. */
const TOLD =
  /说|问|表示|反馈|回复|希望|通知|告诉|提出|(?:想|要|得|会|可能|应该|能不能|可以)$|\b(?:said|says|asked|wants?|told|thinks?|might|may)\b/iu;

/** Reads words that change a step; null where they have no such form. Which step is meant, if any, only its owner's list can tell. */
export function readStepChange(text: string): StepChange | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!！]+$/u, '');
  const zh = /\p{Script=Han}/u.test(said);
  if (said.length > LONGEST[zh ? 'zh' : 'en'] || LAST_NOTE.test(said)) return null;
  const forms = zh ? ZH : EN;
  const move = (forms.move.exec(said) ?? EN.moved.exec(said))?.groups;
  if (move?.when !== undefined && TIME.test(move.when) && !TOLD.test(move.what ?? ''))
    return { act: 'move', what: (move.what ?? '').trim(), later: move.later !== undefined };
  const gone = (forms.cancel.exec(said) ?? forms.off.exec(said))?.groups?.what;
  if (gone !== undefined) return { act: 'cancel', what: gone.trim(), later: false };
  const wont = forms.wont.exec(said)?.groups;
  const dropped = wont?.what ?? wont?.that;
  if (dropped !== undefined && !TOLD.test(dropped))
    return { act: 'cancel', what: dropped.trim(), later: false, mild: true };
  const done = forms.done.exec(said)?.groups;
  const what = done?.what ?? done?.that;
  return what === undefined ? null : { act: 'done', what: what.trim(), later: false };
}
