import type { Reading } from '../intent/reading.ts';
import { EVERYDAY_NOUNS } from '../people/words/chinese-everyday.ts';
import { TRADES } from '../people/words/company-words.ts';
import { NEVER_NAMES } from '../people/words/english-words.ts';
import { GIVEN_NAMES } from '../people/words/given-names.ts';

/** Oakridge was a waste of time: a name at the head, of which something is said. */
const HEAD_EN =
  /^(?:(?:yesterday|today|so|well|honestly|sadly)[\s,]+)?((?:\p{Lu}[\p{L}&'-]{2,}\s+){1,4}?)(?:(?:is|are|was|were|has|had|turned|took|made|gave|seems?|looks?|feels?|felt|didn't|isn't|wasn't|won't|never|just|really)(?!\p{L}))/iu;
/** What is spoken of in general has no article and a capital there as well: Traffic was awful, Negotiations are hard. */
const IN_GENERAL =
  /(?:ing|ions?|ment|ments|ity|ness|[ae]nce|ency|ism|[^s]s)$|^(?:traffic|weather|stock|demand|service|support|cost|staff|freight|rent|work|food|data|software|hardware|cash|credit|interest|progress|trouble|help|advice|feedback|research|growth|trust|time|money|paperwork)$/iu;
/** 宏远机械纯属浪费时间. */
const HEAD_ZH = new RegExp(
  `^(?:◷[\\s,，]*)?((?:(?![的了这那我他她你们和是在])\\p{Script=Han}){2,4}?(?:${TRADES.join('|')}))(?![的\\p{Script=Han}]{0,2}(?:公司|集团)?$)`,
  'u',
);

/** The new customer that words name, or that a name at their head may be, where they tell nothing by themselves. */
export function newCustomer({ people: { account, contacts, companies }, skeleton, text }: Reading): string | null {
  if (account !== null) return account.id === null && account.candidates.length === 0 ? account.mention : null;
  if (companies.length > 0 || contacts.length > 0) return null;
  const han = HEAD_ZH.exec(skeleton.text)?.[1];
  if (han !== undefined) return EVERYDAY_NOUNS.has(han.slice(0, 2)) ? null : han;
  const latin = HEAD_EN.exec(text)?.[1]?.trim();
  if (latin === undefined) return null;
  const words = latin.split(/\s+/u);
  const mayName = words.every((word) => /^\p{Lu}/u.test(word) && !NEVER_NAMES.has(word.toLowerCase()));
  return mayName && !words.some((word) => GIVEN_NAMES.has(word.toLowerCase()) || IN_GENERAL.test(word)) ? latin : null;
}
