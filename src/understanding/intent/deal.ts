import type { Stage, ToldOpportunity } from '../understanding.ts';
import { type ClauseSense, isDue, isFuture, isPast } from './clause-sense.ts';
import type { Reading } from './reading.ts';
import { type Step, stepIn } from './steps.ts';
import { STAGE_CUES } from './words/deal-words.ts';
import { COUNTER_OFFER, HYPOTHETICAL_SUM, NO_DEAL_SUM, OUR_OFFER, RIVAL } from './words/money-words.ts';

const LAST_TO_FIRST = ['lost', 'won', 'negotiation', 'proposal', 'needs', 'contacted'] as const;

/** What a message says of a deal, null when none of the four is told. */
export function readDeal(
  reading: Reading,
  senses: readonly ClauseSense[],
  steps: readonly Step[],
): ToldOpportunity | null {
  const stage = readStage(reading, senses, steps);
  const sum = dealSum(senses);
  const ended = stage === 'won' || stage === 'lost';
  const closeDate = ended ? null : readCloseDate(reading, senses, steps);
  if (stage === null && sum === null && closeDate === null) return null;
  return { amount: sum?.amount ?? null, currency: sum?.currency ?? null, stage, closeDate };
}

/** The furthest stage that a clause states as a fact. */
export function readStage(reading: Reading, senses: readonly ClauseSense[], steps: readonly Step[]): Stage | null {
  const facts = senses.filter((sense) => !sense.conditional);
  for (const stage of LAST_TO_FIRST) {
    if (facts.some((sense) => tells(reading, stage, sense, stepIn(steps, sense)))) return stage;
  }
  return null;
}

function tells(reading: Reading, stage: Stage, sense: ClauseSense, step: Step | undefined): boolean {
  const text = sense.clause.text;
  const match = STAGE_CUES[stage].exec(text);
  if (!match) return false;
  if (stage === 'won')
    return (
      !sense.denied &&
      !OTHER_PAPER.test(text) &&
      !(
        sense.closing &&
        sense.days.some(({ day }) => isDue(day, reading.today) || (sense.awaited && !isPast(day, reading.today)))
      )
    );
  if (stage === 'negotiation') return !NOT_TALKED.test(text);
  if (stage === 'lost') return true;
  if (stage === 'proposal') {
    if (sense.denied) return false;
    const again = /再|重新|新版|revised|updated|new |another|second|reworked/iu.test(match[0]);
    return again || step === undefined || match.index < step.from;
  }
  return !sense.denied;
}

/** The deal's value: our standing offer or what was agreed; never theirs, a rival's, or a figure that hangs in the air. */
function dealSum(senses: readonly ClauseSense[]): { amount: number; currency: string | null } | null {
  let best: { amount: number; currency: string | null; weight: number } | null = null;
  for (const sense of senses) {
    for (const [index, { at, sum }] of sense.sums.entries()) {
      const before = sense.clause.text.slice(index > 0 ? (sense.sums[index - 1]?.at ?? 0) + 1 : 0, at);
      const after = sense.clause.text.slice(at + 1, sense.sums[index + 1]?.at);
      const weight = weightOf(sense, before, after);
      if (weight > 0 && sum.amount >= LEAST_DEAL && (!best || weight >= best.weight))
        best = { amount: sum.amount, currency: sum.currency, weight };
    }
  }
  return best && { amount: best.amount, currency: best.currency };
}

/** 单价没谈: price was no topic. */
const NOT_TALKED =
  /(?:没|未|还没|先不|不)(?:有)?(?:谈|聊|提)(?:到)?(?:价|钱|单价|价格|合同)?(?!拢|成|妥|下来|好)|(?:单价|价格|价钱)(?:还)?(?:没|未|先不)谈(?!拢|成|妥)/u;

/** Signed, but no deal: a receipt, an NDA. */
const OTHER_PAPER = /验收|收货|送货|到货|保密|回执|签收|考勤|(?<![\p{L}])(?:nda|receipt|delivery note)(?![\p{L}])/iu;

/** 3块2一个: less is the price of a piece. */
const LEAST_DEAL = 100;

function weightOf(sense: ClauseSense, before: string, after: string): number {
  const near = `${before.slice(-24)}¤${after.slice(0, 16)}`;
  if (sense.conditional || HYPOTHETICAL_SUM.test(near)) return 0;
  if (OUR_OFFER.test(near)) return 3;
  if (RIVAL.test(near) || COUNTER_OFFER.test(near) || NO_DEAL_SUM.test(near)) return 0;
  return 2;
}

function readCloseDate(reading: Reading, senses: readonly ClauseSense[], steps: readonly Step[]): string | null {
  for (const sense of senses) {
    if (!sense.closing || sense.conditional || stepIn(steps, sense)) continue;
    const days = sense.days.filter(
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
    const kept = days.filter(({ at }) => !/^.{0,4}(?:不|没)(?:签|下单)/u.test(sense.clause.text.slice(at + 1)));
    const day = kept.at(-1)?.day.resolve('future');
    if (day && (day.day > reading.today || (sense.awaited && !sense.happened))) return day.day;
  }
  return null;
}
