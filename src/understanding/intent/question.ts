import type { Intent } from '../understanding.ts';
import type { Reading } from './reading.ts';
import { ASKS_BY_ORDER, INTERROGATIVE, KNOWN_OF, LOOK_UP, OTHERS_ASK } from './words/question-words.ts';
import { TOPICS } from './words/topic-words.ts';

/**
 * Whether the message as a whole asks the bot something: a question by its words or its order, a look-up, or the bare
 * name of what can be looked up. A question that the customer is told to have asked is none.
 */
export function isAsking({ skeleton, clauses, lang }: Reading): boolean {
  const text = skeleton.text.trim();
  const last = clauses.at(-1)?.text.trim() ?? '';
  if (OTHERS_ASK.test(text)) return false;
  if (LOOK_UP.test(text)) return true;
  if (REQUESTED.test(text)) return false;
  if (lang === 'en' && !/\p{Script=Han}/u.test(text)) return ASKS_BY_ORDER.test(text);
  return (
    (INTERROGATIVE.test(last) || ASKS_BY_ORDER.test(last)) &&
    clauses.every(
      (clause) => clause.text.length <= 6 || INTERROGATIVE.test(clause.text) || !/[了过](?!没|吗)/u.test(clause.text),
    )
  );
}

/** A request in the form of a question: have Nora send …, can you ask Mei … */
const REQUESTED = /^[\s,]*(?:have ◈|(?:can|could|would|will) (?:you|u|◈|someone)|让|叫|请)(?!\p{L})/iu;

/** What is asked about, by the nouns and verbs of the question; null when it is nothing for a CRM. */
export function topicOf(reading: Reading): Intent | null {
  const text = reading.skeleton.text;
  const { account, contacts, colleagues } = reading.people;
  const wide = TOPICS.find(([intent, cue]) => WIDE.includes(intent) && cue.test(text))?.[0];
  if (account?.id === null && account.candidates.length === 0 && wide) return wide;
  if (account !== null || contacts.length > 0)
    return colleagues.length === 0 || account !== null ? 'account.show' : null;
  return TOPICS.find(([, cue]) => cue.test(text))?.[0] ?? null;
}

/** Topics of a whole team or pipeline, though a word beside them looks like a name. */
const WIDE: readonly Intent[] = ['report.funnel', 'report.leaderboard', 'report.forecast', 'birthday.list'];

/** Nothing but a customer and what may be known of it: 巴岳的电话, Korrigan status pls. */
export function isBareLookUp({ skeleton }: Reading): boolean {
  const text = skeleton.text.trim();
  const whose = /^(?:the )?(?:◆(?:的|'s )?◇|[◆◇])/u.exec(text);
  if (whose === null || text.length > 24) return false;
  const rest = text.slice(whose[0].length);
  const bare = rest.replace(/最近|现在|目前|近期|多少|是|的|[?？!！.。\s]|'s|pls|please|current|latest/giu, '');
  const known = KNOWN_OF.exec(bare);
  return known !== null && known[0].length === bare.length;
}
