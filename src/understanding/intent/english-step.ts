import { quick } from '../text/quick-pattern.ts';
import { isStillAhead } from './appointment.ts';
import { type ClauseSense, isDue, isFuture, isPast } from './clause-sense.ts';
import type { Reading } from './reading.ts';
import { PRICE_DEMAND, THEIR_PLAN, THEIR_SUBJECT } from './words/step-words.ts';

/** A step of ours that an English clause tells by its shape, whatever the verb: who does it, in which form, and a day to come. */
export function englishStep(
  reading: Reading,
  sense: ClauseSense,
  narrated: boolean,
): { sign: 'pledged' | 'fixed' | 'wanted'; from: number } | null {
  const text = sense.clause.text;
  const labelled = OURS_LABELLED.exec(text);
  if (labelled) return { sign: 'pledged', from: labelled[0].length };
  const ahead = sense.days.filter(({ day }) => !isPast(day, reading.today) && isStillAhead(day, reading));
  const first = ahead[0];
  if (first === undefined) return null;
  const before = text.slice(0, first.at);
  const later = !narrated && reading.clauses[0] !== sense.clause;
  const ours = OURS_NOW.exec(before) ?? (later || isFuture(first.day, reading.today) ? DOING.exec(before) : null);
  if (ours && !(sense.happened && PAST_BEFORE.test(before.slice(0, ours.index))))
    return { sign: 'pledged', from: ours.index };
  if (TO_THEM.test(before) && isDue(first.day, reading.today) && !sense.happened) return { sign: 'pledged', from: 0 };
  const wanted = THEY_NEED.exec(before);
  if (wanted && ahead.some(({ day }) => isDue(day, reading.today)) && !PRICE_DEMAND.test(text) && !text.includes('¤'))
    return { sign: 'wanted', from: wanted.index };
  if (sense.happened || sense.closing || THEIR_SUBJECT.test(text)) return null;
  if (AGAIN.test(before)) return { sign: 'fixed', from: 0 };
  const ripe = first.day.time !== null || (first.day.resolve('future')?.day ?? '') > reading.today;
  const set =
    OCCASION.test(before) && !THEIR_PLAN.test(before) && ((later && (ripe || narrated)) || COPULA.test(before));
  return set ? { sign: 'fixed', from: 0 } : null;
}

/** Me: send the sheet; our side - the contract. */
const OURS_LABELLED = quick(
  /^(?:me|us|mine|ours|on (?:me|us)|(?:on )?(?:my|our) (?:side|end|part|action|to-?do)|action (?:on|for) (?:me|us)|next for (?:me|us))\s*[:=>]+\s*(?=\p{L})/u,
);
const FILLED = '(?:and |then |so |but |also |just |first |next |um |uh |ok )*';
/** I go see him, Marcy does the plan, Hamish to send it, will drop her a line: the present with a day to come. */
const OURS_NOW = quick(
  new RegExp(
    [
      `(?:^|(?<=(?:and|then|so|but|,) ))(?:i|we) ${FILLED}(?:go|come|head|drive|fly|travel|take|swing|pop|nip|stop|drop|see|ask|tell|look|speak|talk|discuss|clarify|join|start|begin|prepare|think|return|shoot|fire|pass|push|want to|try to|aim to|intend to|mean to)(?![\\p{L}'])`,
      `(?<![\\p{L}◇◆] )◈ ${FILLED}(?!(?:was|is|has|says|thinks|wants|needs|knows|reckons|likes|loves|seems|asks|feels|hopes|expects|believes)(?!\\p{L}))[a-z]{2,}s(?= )`,
      `(?<![\\p{L}◇◆] )◈(?: is|'s) (?:also )?(?!(?:waiting|being|having|going|coming|working|looking after)(?![\\p{L}]))[a-z]{2,}ing`,
      `(?:^|(?<=(?:and|then|so|but) ))${FILLED}(?:◈|me|us) to [a-z]+`,
      `^${FILLED}(?:will|shall|gonna|going to|'ll|must|have to|need to)(?: also| then| just| again| probably)* (?!(?:not|never|be|have|know|hear|find|decide|sign|depend|take|cost|need|order|launch|close|happen|start|move|approve|pay|probably|get)(?!\\p{L}))[a-z]+`,
    ].join('|'),
    'u',
  ),
);
/** Checking in with her on Monday; not what they are at, nor what goes on by itself. */
const DOING = quick(
  new RegExp(
    `^${FILLED}(?!(?:waiting|moving|launching|opening|hoping|looking|expecting|pending|pricing|billing|according|thinking|considering|deciding|nothing|anything|something|everything|morning|evening|being|having|building|during|including|following(?! up)|regarding|concerning|assuming|depending|leaning|aiming|targeting|renewing|ordering|buying|signing|closing|going (?:live|ahead|forward|back and forth)|migrating|switching|reviewing|comparing|evaluating|assessing|talking|testing|running|hiring|growing|expanding|rolling|staying|sticking|starting|meaning|saying|asking|wanting|needing|living|working|tendering|budgeting|training is|meeting (?:was|went))(?!\\p{L}))[a-z]{2,}ing(?! (?:was|is|are|were|went|their|his|the (?:order|contract with))(?!\\p{L}))(?!\\p{L})`,
    'u',
  ),
);
const PAST_BEFORE = /(?<!\p{L})(?:was|were|had|did|met|saw|went|came|\p{L}+ed)(?!\p{L})/u;
/** She needs one for 12 cabs by Monday: a thing, not leave or time of their own. */
const THEY_NEED = quick(
  /(?:needs?|wants?|wanted|requires?|expects?|requested|(?:is|are|'s) after|asked for|asking for|asks for|requiring|looking for|waiting (?:for|on))(?![a-z]) ?(?!(?:to|us|me|that|in the|more time|time|approval|sign-?off|budget|board|the board|delivery|go-?live|it (?:live|running|up|installed)|everything|a (?:decision|break)|from|help from)(?!\p{L}))[^,.;:◷¤]{2,50}$/u,
);
/** Feedback to her by Friday. */
const TO_THEM =
  /^(?!(?:he|she|they|it|◇|◆)(?!\p{L}))(?:[\p{L}\d'&-]+ ){1,5}(?:back |over |out |across )?(?:to|for) (?:him|her|them|◇|◆)(?: by| on| before| latest)? ?$/u;
const AGAIN =
  /^(?:and |then |so |i'm |we're |will be |am )*(?:back (?:again|there|over|round|at (?:◆|theirs|their)|with (?:◇|◆|him|her|them)|to (?:◆|see|him|her|them))|again|round (?:two|2)|take two|next (?:one|time|up|round|chat|touch ?point)|rematch)(?!\p{L})[^,.]{0,24}$/u;
const OCCASION = quick(
  /^(?:(?:and|then|so|the|our|a|an|but|also|his|her|their) )*(?:[\w&'/-]+ ){0,3}?(?:kick-?off|session|trial|pilot|poc|workshop|training|install(?:ation)?|demo|call|meeting|mtg|visit|review|walk-?through|walk-?round|tour|catch-?up|lunch|dinner|coffee|breakfast|drinks|golf|handover|audit|pitch|presentation|sync|check-?in|zoom|follow-?up|qbr|interview|tasting|fitting|survey|inspection|appointment|test drive|site walk|proof of concept|debrief|chat)(?: (?!was|were|went|moved|got|took)(?:[\w&'/@-]+|◇|◆)){0,5}(?: (?:for|on|at|in|is|:))*[\s:–-]*$/u,
);
const COPULA =
  /(?: is| are|'s| set| booked| fixed| will be| planned| down| locked in| in the diary)(?: in)?(?: for| on| at| in)? ?$/u;
