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
