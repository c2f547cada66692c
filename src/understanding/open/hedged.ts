import { senseClauses } from '../intent/clause-sense.ts';
import { readStage } from '../intent/deal.ts';
import { cue } from '../intent/glyphs.ts';
import type { Reading } from '../intent/reading.ts';
import type { Understanding } from '../understanding.ts';
import type { Doubt } from './heard.ts';

/** The writer is not sure of it. */
const HEDGE = cue({
  zh: `可能(?!性) | 也许 | 或许 | 好像 | 似乎 | 估计 | 大概(?!率) | 说不定 | 恐怕 | 应该(?!说|付|给|去|找|发|先)[^,，。]{0,8}(?:了|吧) | 不确定 | 不太确定 | 看样子 | 八成`,
  en: `maybe | perhaps | possibly | probably | might(?: have)? | may have | seems?(?: to| like)? | looks like | i think | i guess | not sure | apparently | sounds like`,
});

/** Whether it is that sum: 60万?, 60k, not sure, 好像60万. */
const DOUBTED_SUM = cue({
  zh: `¤(?:左右|上下|吧|多|的样子)?\\s*[?？] | ¤[^,，。;；¤]{0,4}[,，。\\s]*(?:我)?(?:也|还|有点|但)?(?:不(?:太)?(?:确定|清楚|敢肯定|肯定|记得)|记不(?:太)?清|没(?:有)?(?:确认|核实|问清)|待(?:确认|核实|定)|要(?:再)?(?:确认|核实)|是不是(?:啊|呢)?[?？]?$) | (?:好像|可能|也许|或许|似乎|不知道是不是|不确定是不是|听说)(?:是|有|报了?)?¤`,
  en: `¤(?: or so| maybe| i think| i guess| perhaps)?\\s*\\? | ¤[^,.;¤]{0,6}[,.\\s–-]*(?:but )?(?:i'm |i am )?(?:not (?:quite |really |100% |entirely |too )?(?:sure|certain)|unsure|(?:can't|don't) (?:remember|recall|know)|to be confirmed|tbc|to check|need(?:s)? (?:checking|confirming|to (?:check|confirm))|unconfirmed|maybe|i think|i guess|possibly|perhaps)(?=[\\s.!]*(?:$|[,.])) | (?:maybe|perhaps|possibly|i think(?: it's| it is)?|not sure (?:if|whether) it's|might be) (?:about |around )?¤`,
});

/** The amount that the writer doubts or asks for: it is asked, not taken. */
export function doubtedAmount({ skeleton, sums }: Reading, { opportunity }: Understanding): Doubt | null {
  if (opportunity?.amount == null || sums.length !== 1 || !DOUBTED_SUM.test(skeleton.text)) return null;
  const { amount, currency } = opportunity;
  return { choices: [{ field: 'opportunity.amount', to: amount, currency }], missing: null };
}

/** A clause of no more than the guess (…, maybe) is about the one before it. */
const LONGEST_HEDGE = 14;

/** A stage that only a guess tells of: it is asked, beside the one that the rest of the message tells. */
export function hedgedStage(reading: Reading, { opportunity }: Understanding): Doubt | null {
  const told = opportunity?.stage ?? null;
  if (told === null || !HEDGE.test(reading.skeleton.text)) return null;
  const senses = senseClauses(reading);
  const isHedged = (at: number) => HEDGE.test(senses[at]?.clause.text ?? '');
  const isMereHedge = (at: number) => isHedged(at) && (senses[at]?.clause.text.trim().length ?? 0) <= LONGEST_HEDGE;
  const firm = senses.filter((_, at) => !isHedged(at) && !isMereHedge(at + 1));
  if (firm.length === senses.length) return null;
  const sure = readStage(reading, firm, []);
  if (sure === told) return null;
  const stages = sure === null ? [told] : [told, sure];
  return { choices: stages.map((to) => ({ field: 'opportunity.stage', to })), missing: null };
}
