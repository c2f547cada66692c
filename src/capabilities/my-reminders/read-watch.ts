import { readSum } from '../read-sum.ts';

const ZH =
  /^(?:金额)?(?:超过|大于|高于|满|过)?(.{1,14}?)(?:以上)?的?(?:单子|商机|项目|大单|单)(?:一?有(?:变化|变动|进展|动静)|变了|动了|一变)?(?:就|都|要|请)?(?:马上|立刻|第一时间)?(?:告诉|提醒|通知)我(?:一声|一下)?$/u;
const EN =
  /^(?:tell|alert|notify|ping) me (?:when|if|whenever) (?:a |an |any )?deals? (?:over|above|of (?:more than|over)|bigger than|worth (?:more than|over)) (.{1,20}?) (?:moves?|changes?)(?: stage)?$/iu;
const OFF =
  /^(?:大单(?:变化|变动)?(?:就)?(?:别|不用|不要)(?:再)?(?:告诉|提醒|通知|说)(?:我)?了?|(?:别|不用|不要)(?:再)?(?:告诉|提醒|通知)(?:我)?大单(?:变化|变动)?了?|(?:stop|no more) (?:telling me about|alerting me (?:of|about)|alerts (?:of|about|for)) (?:big|large) deals)$/iu;
/** From how much on (currency units) a change of a deal is to be told (超过50万的单子有变化告诉我); `amount` null: no more of it. */
export function readWatch(said: string): { ask: 'watch'; amount: number | null; currency: string | null } | null {
  if (OFF.test(said)) return { ask: 'watch', amount: null, currency: null };
  const words = (ZH.exec(said) ?? EN.exec(said))?.[1];
  const sum = words === undefined ? null : readSum(words);
  return sum === null ? null : { ask: 'watch', ...sum };
}
