import type { ClauseSense } from './clause-sense.ts';
import { BROKEN, FAULT, NO_THING, OUR_THING, PRAISED, SERVICE } from './words/fault-words.ts';

/** `service`: a complaint or a call for service in so many words. `broken`: a thing of ours in a state that is a fault. */
export type Fault = 'service' | 'broken';

/**
 * Reads a customer's complaint, fault or call for service. Verbs and things are classes: a slow system or a door that
 * will not open is a fault, slow approval and a stuck contract are none.
 */
export function faultOf(senses: readonly ClauseSense[]): Fault | null {
  let thing = false;
  let found: Fault | null = null;
  for (const { clause, conditional } of senses) {
    const { text } = clause;
    if (conditional || PRAISED.test(text)) continue;
    if (SERVICE.test(text)) return 'service';
    thing ||= OUR_THING.test(text);
    if (FAULT.test(text) || (BROKEN.test(text) && thing && !NO_THING.test(text))) found = 'broken';
  }
  return found;
}
