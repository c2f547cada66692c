import type { Clause } from '../intent/clauses.ts';
import type { Reading } from '../intent/reading.ts';
import { STAGE_CUES } from '../intent/words/stage-words.ts';

const LONGEST = 60;
const LINK =
  /^[\s,，:：]*(?:(?:else|instead)\b[\s,:]*)?(?:因为|由于|原因是?|主要是?|because(?: of)?|since|due to|the reason is|reason:?)?[\s,，:：]*/iu;
/** What was lost: it, the Alderbank deal. */
const LOST_DEAL =
  /^\s*(?:it|this one|that one|on (?:us|it|our \p{L}+))(?![\p{L}])|^\s*(?:(?:the|our|this|that)\s)?(?:◆|\p{L}+(?=\s(?:deal|bid|tender|contract|order)\b))?(?:['’]s)?(?:\s(?:\p{L}+(?=\s(?:to|on|over|because)\b)|deal|account|order|business|contract|one|bid|tender))?(?![\p{L}])/iu;
/** Behind the loss stands its reason; else it is told by what it was lost to: chose a cheaper vendor, 输给了用友. */
const GIVES_REASON =
  /^(?:\s*[,，:：]|\s*(?:else|instead)\b|[\s◆]*(?:\p{Script=Han}(?<![了给]))|\s*(?:because|since|due|the reason|reason|to|on|over|for|as|after|with)(?![\p{Ll}]))/iu;
/** 输给, 选了: the words themselves lead to what it was lost to. */
const LEADS_TO = /(?:给了?|(?:选|用|定|买|签|换|跟)了?)$/u;
/** Words for a loss that say why by themselves: 项目取消了, chose a rival, kept what they have. */
const SAYS_WHY =
  /取消|[砍停撤毙]|[选用定买签找换]了|别家|友商|竞品|对手|自己|自研|用着?(?:老|旧|原)|cancel|axed|scrapped|killed|withdrawn|cho(?:se|sen)|picked|went|gone|going|selected|in-?house|themselves|internally|stay|stick|stuck|kept|keep|rival|compet|cheaper|second-?hand|bust|bankrupt|too (?:expensive|late)/iu;
const GLYPHS_ALONE = /^[\s\p{P}了吧啊◆◇◈◷的]*$/u;

/**
 * Why a deal was lost, in the writer's words: what follows the loss in its clause, else the next clause, else the one
 * before, else the words for the loss themselves where they say why.
 */
export function lostReason(reading: Reading): string | null {
  const { clauses } = reading;
  const at = clauses.findIndex(({ text }) => STAGE_CUES.lost.test(text));
  const clause = clauses[at];
  const match = clause === undefined ? null : STAGE_CUES.lost.exec(clause.text);
  if (clause === undefined || match === null) return null;
  const behind = match.index + match[0].length;
  const object = LOST_DEAL.exec(clause.text.slice(behind))?.[0].length ?? 0;
  const tail = clause.text.slice(behind + object);
  const apart = GLYPHS_ALONE.test(tail) || (GIVES_REASON.test(tail) && !LEADS_TO.test(match[0]));
  const partFrom = (from: number) => ({ ...clause, start: clause.start + from, text: clause.text.slice(from) });
  const told = [partFrom(apart ? behind + object : match.index), clauses[at + 1], clauses[at - 1]];
  const itself = SAYS_WHY.test(match[0]) ? partFrom(match.index) : undefined;
  return [...told, itself].map((one) => wordsOf(reading, one)).find((one) => one !== null) ?? null;
}

/** Alderbank ghosted us: whose deal it was is known. */
const NAMED_FIRST = /^◆(?:那边|这边|的|\s)*/u;

function wordsOf({ skeleton, normal }: Reading, clause: Clause | undefined): string | null {
  if (clause === undefined || GLYPHS_ALONE.test(clause.text)) return null;
  const end = skeleton.offsets[clause.end];
  const start = skeleton.offsets[clause.start + (NAMED_FIRST.exec(clause.text)?.[0].length ?? 0)];
  if (start === undefined || end === undefined) return null;
  const words = normal.original
    .slice(...normal.toOriginal([start, end]))
    .replace(LINK, '')
    .replace(/[\s,，。.!！]+$/u, '');
  return words === '' || words.length > LONGEST ? null : words;
}
