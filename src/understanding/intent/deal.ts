import { quick } from '../text/quick-pattern.ts';
import type { Stage, ToldOpportunity } from '../understanding.ts';
import { type ClauseSense, isDue, isFuture, isPast } from './clause-sense.ts';
import { dealSum, isOfRival } from './deal-sum.ts';
import type { Reading } from './reading.ts';
import { type Step, stepIn } from './steps.ts';
import { ACCEPTED, isNoDeal, NO_OFFER, TAKEN_BACK } from './words/deal-words.ts';
import { STAGE_CUES } from './words/stage-words.ts';

const LAST_TO_FIRST = ['lost', 'won', 'negotiation', 'proposal', 'needs', 'contacted'] as const;

/** What a message says of a deal, null when none of the four is told. */
export function readDeal(
  reading: Reading,
  senses: readonly ClauseSense[],
  steps: readonly Step[],
): ToldOpportunity | null {
  const stage = readStage(reading, senses, steps);
  const sum = dealSum(reading, senses);
  const ended = stage === 'won' || stage === 'lost';
  const closeDate = ended ? null : (readCloseDate(reading, senses, steps) ?? (sum && expectedDay(reading, senses)));
  if (stage === null && sum === null && closeDate === null) return null;
  return { amount: sum?.amount ?? null, currency: sum?.currency ?? null, stage, closeDate };
}

/** The furthest stage that a clause states as a fact. */
export function readStage(reading: Reading, senses: readonly ClauseSense[], steps: readonly Step[]): Stage | null {
  const facts = senses.filter((sense) => !sense.conditional);
  for (const stage of LAST_TO_FIRST) {
    if (stage === 'negotiation' && senses.some(({ clause }) => BARGAIN.test(clause.text))) return stage;
    const telling = facts.filter(
      (sense) =>
        tells(reading, stage, sense, stepIn(steps, sense)) && !(stage === 'proposal' && isNoOffer(senses, sense)),
    );
    if (telling.length === 0) continue;
    if (
      stage === 'won' &&
      telling.every(isAgreedOnly) &&
      facts.some((sense) => awaitsSigning(reading, sense, stepIn(steps, sense)))
    )
      return 'negotiation';
    if (stage === 'proposal' && facts.some((sense) => isAccepted(facts, sense))) return 'negotiation';
    return stage;
  }
  // 73万5,鲍总认了: a sum of ours is agreed to, without a word for the offer.
  return facts.some((sense) => isAccepted(facts, sense) && !RIVALS.test(sense.clause.text)) ? 'negotiation' : null;
}

/** A rival's offer, or one that the next words take back. */
function isNoOffer(senses: readonly ClauseSense[], sense: ClauseSense): boolean {
  return isOfRival(senses, sense) || TAKEN_BACK.test(senses[senses.indexOf(sense) + 1]?.clause.text ?? '');
}

/** 能做到19万就定, 送两年质保才肯签: what they would sign at is bargained over, though it hangs on a condition. */
const BARGAIN =
  /(?:做|降|给|减|压|让|便宜|优惠)(?:到|成)?[^,，。]{0,4}¤[^,，。]{0,4}(?:就|便|才)(?:能|可以|马上|立马)?(?:定|签|下单|要|做|成交|拍板)|(?:送|免|延|降|减|让|打)[^,，。]{1,10}才(?:肯|签|定|下单|做|要|考虑)|(?:at|for|drop to|do) ¤[^,.]{0,12}(?:they'd|he'd|she'd|they'll|he'll|she'll|i'd|we'd) (?:sign|buy|order|close|commit)|(?:will|'ll|would|'d) (?:sign|buy|order|commit|close|go ahead|do it) if (?:we|i) (?:drop|cut|lower|reduce|waive|throw|give|match|knock|come|do|can|go|include|add|extend|make|shave)/iu;

/** 拍板了,35万成交, without a word of a signature. */
function isAgreedOnly({ clause }: ClauseSense): boolean {
  return AGREED.test(STAGE_CUES.won.exec(clause.text)?.[0] ?? '');
}

/** 合同周五签: the signature is still to come. */
function awaitsSigning({ today }: Reading, sense: ClauseSense, step: Step | undefined): boolean {
  const { closing, clause, days } = sense;
  if (WAITS.test(clause.text) || (step !== undefined && PAPERS.test(clause.text))) return true;
  return closing && SIGNATURE.test(clause.text) && days.some(({ day }) => (day.resolve('future')?.day ?? '') > today);
}

/** 报了8万6,他说行: what was offered is agreed to in the next words. */
function isAccepted(facts: readonly ClauseSense[], offer: ClauseSense): boolean {
  const next = facts[facts.indexOf(offer) + 1];
  return offer.sums.length > 0 && next !== undefined && ACCEPTED.test(next.clause.text);
}

/** 就等他签字, just needs the CFO's signature; and the papers that are still to be sent. */
const WAITS =
  /等[^,，]{0,8}(?:签|盖章|流程|审批|批)|(?:awaiting|waiting (?:for|on)|just needs?|pending)[^,.]{0,20}(?:sign|sig|approval)/iu;
const PAPERS = /合同|协议|盖章|contract|agreement|paperwork/iu;
const AGREED = /成交|[定妥成]了?$|拿下|搞定|deal|we got|ours|in$|in the bag/iu;
const SIGNATURE = /签|盖章|sign|(?<!\p{L})(?:sig|ink|po)(?!\p{L})/iu;

function tells(reading: Reading, stage: Stage, sense: ClauseSense, step: Step | undefined): boolean {
  const text = sense.clause.text;
  const match = STAGE_CUES[stage].exec(text);
  if (!match) return false;
  const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
  if ((stage === 'won' || stage === 'lost') && (SPOKEN_OF.test(after) || isNoDeal(stage, before, after))) return false;
  if (stage === 'won')
    return (
      !sense.denied &&
      !OTHER_PAPER.test(text) &&
      !ALMOST.test(text.slice(0, match.index + 1)) &&
      !AND_THEN.test(after) &&
      !(
        sense.closing &&
        sense.days.some(({ day }) => isDue(day, reading.today) || (sense.awaited && !isPast(day, reading.today)))
      )
    );
  if (stage === 'negotiation')
    return !NOT_TALKED.test(text) && !WARNED_OF.test(before) && !(SETTLED.test(match[0]) && NO_TERMS.test(before));
  if (stage === 'lost') return !NOT_LOST.test(before);
  if (stage === 'proposal') {
    if (sense.denied || NO_OFFER.test(text) || RIVALS.test(text)) return false;
    const again =
      /再|again|重新|新版|[二三四五2-9][版稿]|v\d|version|revised|updated|new |another|second|amended|fresh|adjusted|(?<!\p{L})re-?(?:quot|work|done|do|draft|issu|vis|pric|submit|sen[dt]|present)|split|chang|amend|broken|itemi|trimmed|correct/iu.test(
        match[0],
      );
    const theirs =
      step === undefined ||
      step.sign === 'wanted' ||
      step.sign === 'asked' ||
      (step.sign === 'dated' && match.index < 5 && /ed /u.test(match[0]));
    return (again && theirs) || step === undefined || match.index < step.from;
  }
  return !sense.denied || /没|不|not|n't/u.test(match[0]);
}

/** 竞品报了130万: a quote, but not ours. */
const RIVALS =
  /^[\s◷]*(?:◆|◇)?(?:那边|这边|说|的|,|，)*(?:竞品|竞对|友商|对手|同行|别家|其他家|另一家|人家)(?:那边|也|才|就)?(?:报|给|出|投)/u;

/** 单价没谈: price was no topic. */
const NOT_TALKED = quick(
  /(?:没|未|还没|先不|不)(?:有)?(?:谈|聊|提)(?:到)?(?:价|钱|单价|价格|合同)?(?!拢|成|妥|下来|好)|(?:单价|价格|价钱)(?:还)?(?:没|未|先不)谈(?!拢|成|妥|下来|好|定)/u,
);

/** 需求基本定了: what was settled is no price. */
const NO_TERMS = /(?:需求|范围|时间|日期|地点|人选|型号|功能|场地|名单|规格|配置)(?:也|都|就|已经?)*$/u;
const SETTLED = /^(?:口头|基本)/u;

/** About to be, or nearly: 快签了, almost signed. */
const ALMOST =
  /(?:快|马上|差点(?:儿)?|就要|即将|眼看|就差|还差|几乎|等|等着|只要|一旦|差不多(?:能|要|就)?|争取|准备|随时)[^,，]{0,4}$|(?:almost|nearly|about to|close to|verge of|ready to|any day|just about|as good as)[^,.]{0,12}$/u;
/** 签了字就行: what must be done yet. */
const AND_THEN = /^[字约单合同]{0,2}(?:了)?(?:就(?!行了)|之?后|以后|再|才)/u;

/** 丢单原因, 赢单率, lost reason: what is spoken of, told of nobody. */
const SPOKEN_OF =
  /^的?(?:原因|理由|分析|复盘|统计|占比|比例|名单|记录|总额|概率|几率|可能|率)(?!(?:是|为|[:：])(?!什么|啥))|^的(?:客户|商机|单子?)\s*$|^ (?:deals|customers|accounts|clients)(?!\p{L}| (?:to|because|due|over|with) )|^ (?:reasons?|rates?|ratio|probability|chances?|analysis|report|list)(?!\p{L}|:| (?:is|was) )/iu;
/** 注意别再降价了, I won't discount any further: a warning or a resolve among us, no talk with them. */
const WARNED_OF =
  /(?:^|[\s,，:：◆])(?:我们?|咱们?)?(?:坚决|绝对|肯定|真的|是|也|都|就)*(?:不会|不打算|不想|不准备|绝不|不再)(?:再|继续|给|对|为|◆|◇|他们?)*$|(?:^|[:,◆◈]) ?(?:and |but |so )?(?:i|we)(?:'m|'re| am| are)?(?: (?:really|definitely|just|simply))? (?:won't(?: be)?|will not(?: be)?|not (?:going to|gonna|about to)|refuse to|not)(?: \p{L}+)? ?$|(?:^|[\s,，:：◆]|注意|千万|记住|记得|大家|以后)(?:都|也|就|先|请|可)*(?:别|不要|勿|不许|不准|不得)(?!人|家|的)[^,，。]{0,4}$|(?:^|[:,◆◈]) ?(?:please |pls |and |but |just )*(?:don't|do not|never|no (?:more|further)|stop|avoid)(?: \p{L}+){0,2} ?$/iu;

/** It isn't lost: the word for the loss itself is denied. */
const NOT_LOST = /(?:(?<!\p{L})not|n't|never|nothing)(?: been| yet| actually| really| all)? ?$/iu;

/** Signed, but no deal: a receipt, an NDA. */
const OTHER_PAPER = quick(
  /验收|收货|送货|到货|保密|回执|签收|考勤|(?<![\p{L}])(?:nda|receipt|delivery note)(?![\p{L}])/iu,
);

function readCloseDate(reading: Reading, senses: readonly ClauseSense[], steps: readonly Step[]): string | null {
  for (const sense of senses) {
    if (!sense.closing || sense.conditional || stepIn(steps, sense) || NOT_BEFORE.test(sense.clause.text)) continue;
    const told = sense.days.length > 0 ? sense : bareDayAfter(senses, sense);
    const days = told.days.filter(
      ({ day }) =>
        !isPast(day, reading.today) &&
        day.kind === 'date' &&
        (!sense.happened ||
          !/[了过]|签的|signed/u.test(sense.clause.text) ||
          sense.awaited ||
          isDue(day, reading.today) ||
          isFuture(day, reading.today)),
    );
    // "春节前不签了" is taken back by its own words.
    const kept = days.filter(({ at }) => !/^.{0,4}(?:不|没)(?:签|下单)/u.test(told.clause.text.slice(at + 1)));
    const day = kept.at(-1)?.day.resolve('future');
    if (day && (day.day > reading.today || (sense.awaited && !sense.happened))) return day.day;
  }
  return null;
}

/** The decision is not until after summer: no day by which it comes. */
const NOT_BEFORE = quick(
  /(?<!\p{L})(?:not|n't|nothing|no (?:decision|order|signing|answer)) (?:\p{L}+ ){0,3}?(?:until|till|before|◷$)/u,
);

/** 流程走完下单,大概7月10号: the day may stand by itself behind the event. */
function bareDayAfter(senses: readonly ClauseSense[], sense: ClauseSense): ClauseSense {
  const next = senses[senses.indexOf(sense) + 1];
  return next !== undefined && BARE_DAY.test(next.clause.text) ? next : sense;
}

/** 45万,预计3月底: beside a sum an expected day is that of the signing. */
function expectedDay({ today }: Reading, senses: readonly ClauseSense[]): string | null {
  const sense = senses.find(({ clause }) => BARE_DAY.test(clause.text) && EXPECTED.test(clause.text));
  const day = sense?.days.at(-1)?.day.resolve('future')?.day ?? null;
  return day !== null && day > today ? day : null;
}

const EXPECTED = /预计|预估|估计|expected|eta|target/u;
const BARE_DAY =
  /^[\s,]*(?:大概|大约|估计|预计|应该|差不多|可能|最快|最晚|最迟|约|在|是|就|about|eta|target|around|probably|prob|likely|maybe|hopefully|by|before|expected|sometime|some time|say|on|in|\s)*◷(?:之?前|左右|吧|前后|or so|\s|[.!。])*$/u;
