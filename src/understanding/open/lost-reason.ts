import type { Clause } from '../intent/clauses.ts';
import type { Reading } from '../intent/reading.ts';
import { STAGE_CUES } from '../intent/words/stage-words.ts';

const LONGEST = 60;
const LINK =
  /^[\s,，:：]*(?:(?:else|instead)\b[\s,:]*)?(?:因为|由于|原因是?|主要是?|because(?: of)?|since|due to|the reason is|reason:?)?[\s,，:：]*/iu;
const GLYPHS_ALONE = /^[\s\p{P}了吧啊◆◇◈◷的]*$/u;

/** Why a deal was lost, in the writer's words: what follows the loss in its clause, else the next clause, else the one before. */
export function lostReason(reading: Reading): string | null {
  const { clauses } = reading;
  const at = clauses.findIndex(({ text }) => STAGE_CUES.lost.test(text));
  const clause = clauses[at];
  const match = clause === undefined ? null : STAGE_CUES.lost.exec(clause.text);
  if (clause === undefined || match === null) return null;
  const behind = match.index + match[0].length;
  const rest = { ...clause, start: clause.start + behind, text: clause.text.slice(behind) };
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
