import { withoutThings } from './deliverable.ts';

/** What says that it is one more: 再约, 另外发一份, another demo, call again. */
const ONE_MORE =
  /^(?:[那就,，\s])*再|再(?:约|来|去|打|见|聊|谈|拜访|跟|做|开|一|两|[发寄送给][一两几])|还(?!是)|又|另|也|第[二三]|新[版的]|\b(?:another|again|also|as well|too|second|2nd|one more|then)\b/iu;

/** What changes nothing of what is to be done: who, how it goes out, that it is fixed. */
const ZH_FILLER =
  /我们?|咱们?|他们?|她们?|对方|客户|争取|最晚|最迟|尽量|可以|应该|一定|给到|过去|出去|出来|提交|提供|改(?=[给发寄送交到])|预?约(?:好|定)?了?|定(?:好|在)|那(?!边)|[就能会要得去把将跟和与向的单书发给寄送交传了吧]/gu;
const EN_FILLER =
  /(?<![\p{L}'])(?:(?:i|we|he|she|they)(?:['’](?:ll|m|re|s))?|him|her|them|his|their|an?|the|our|my|will|can|could|should|shall|gonna|going|goes|go|do|doing|is|are|be|being|to|get(?:s|ting)?|got|send(?:s|ing)?|shar(?:e|es|ing)|deliver(?:s|ing)?|submit(?:s|ting)?|e-?mail(?:s|ing)?|giv(?:e|es|ing)|have|out|over|across|off|ready|due|booked|scheduled|set|fixed|arranged|confirmed|actually|now|on|by|in|at|with)(?![\p{L}'])/gu;

const OF_HIM = /他|\b(?:him|his|he)\b/iu;
const OF_HER = /她|\b(?:her|she)\b/iu;

/**
 * Whether a step told in `words`, by the title `told`, is the one planned: the same thing or the same contact, and not one
 * more. `names`: of the customer and its people, which tell nothing of what is to be done. In doubt it is another step.
 */
export function isToldAgain(planned: string, told: string, words: string, names: readonly string[]): boolean {
  const apart = (left: RegExp, right: RegExp) => left.test(planned) && !right.test(planned) && right.test(told);
  if (apart(OF_HIM, OF_HER) || apart(OF_HER, OF_HIM)) return false;
  const core = coreOf(told, names);
  const clauses = words.split(/[,，。;；!！\n]/u).filter((clause) => coreOf(clause, names).includes(core));
  if ((clauses.length > 0 ? clauses : [words]).some((clause) => ONE_MORE.test(clause))) return false;
  const before = coreOf(planned, names);
  return core !== '' && (core === before || core === before.replace(/ for .*$/u, ''));
}

/** What is to be done, without the words for whom and how. */
function coreOf(title: string, names: readonly string[]): string {
  const plain = names.reduce((rest, name) => rest.replaceAll(name.toLowerCase(), ' '), title.toLowerCase());
  const bare = withoutThings(plain, (at) => ` #${at} `)
    .replace(ZH_FILLER, ' ')
    .replace(EN_FILLER, ' ');
  return bare.replace(/[\s.,，。!！]+/gu, ' ').trim();
}
