import type { Clause } from '../intent/clauses.ts';
import type { Reading } from '../intent/reading.ts';
import { STAGE_CUES } from '../intent/words/stage-words.ts';

const LONGEST = 60;
const LINK =
  /^[\s,，:：]*(?:(?:else|instead)\b[\s,:]*)?(?:因为|由于|原因是?|主要是?|because(?: of)?|since|due to|the reason is|reason:?)?[\s,，:：]*/iu;
/** What was lost: the Alderbank deal. */
const LOST_DEAL =
  /^\s*(?:(?:the|our|this|that)\s)?◆?(?:['’]s)?(?:\s(?:deal|account|order|business|contract|one|bid))?(?![\p{L}])/iu;
/** Behind the loss stands its reason; else it is told by what it was lost to: chose a cheaper vendor, 输给了用友. */
const GIVES_REASON =
  /^(?:\s*[,，:：]|\s*(?:else|instead)\b|[\s◆]*(?:\p{Script=Han}(?<![了给]))|\s*(?:because|since|due|the reason|reason|to|on|over|for|as|after|with)(?![\p{Ll}]))/iu;
const GLYPHS_ALONE = /^[\s\p{P}了吧啊◆◇◈◷的]*$/u;

/** Why a deal was lost, in the writer's words: what follows the loss in its clause, else the next clause, else the one before. */
export function lostReason(reading: Reading): string | null {
  const { clauses } = reading;
  const at = clauses.findIndex(({ text }) => STAGE_CUES.lost.test(text));
  const clause = clauses[at];
  const match = clause === undefined ? null : STAGE_CUES.lost.exec(clause.text);
  if (clause === undefined || match === null) return null;
  const behind = match.index + match[0].length;
  const object = LOST_DEAL.exec(clause.text.slice(behind))?.[0].length ?? 0;
  const tail = clause.text.slice(behind + object);
  const from = GLYPHS_ALONE.test(tail) || GIVES_REASON.test(tail) ? behind + object : match.index;
  const rest = { ...clause, start: clause.start + from, text: clause.text.slice(from) };
  return (
    [rest, clauses[at + 1], clauses[at - 1]].map((one) => wordsOf(reading, one)).find((one) => one !== null) ?? null
  );
}

function wordsOf({ skeleton, normal }: Reading, clause: Clause | undefined): string | null {
  if (clause === undefined || GLYPHS_ALONE.test(clause.text)) return null;
  const end = skeleton.offsets[clause.end];
  const start = skeleton.offsets[clause.start];
  if (start === undefined || end === undefined) return null;
  const words = normal.original
    .slice(...normal.toOriginal([start, end]))
    .replace(LINK, '')
    .replace(/[\s,，。.!！]+$/u, '');
  return words === '' || words.length > LONGEST ? null : words;
}
