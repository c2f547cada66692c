/** Everything of one person to another: names as they were said; `from` null: the speaker's own. */
export interface HandOverAll {
  from: string | null;
  to: string;
}

const MINE = /^(?:我|我名下|my|mine)$/iu;
const FORMS: readonly RegExp[] = [
  /^(?:把|将)(.+?)(?:名下的?|的)(?:所有|全部)?的?客户(?:都|全部|全都|全)?(?:转|移|交|交接|转移|移交|转交|分)?(?:给|到|归)(.+?)$/u,
  /^(.+?)(?:名下的?|的)(?:所有|全部)?的?客户(?:都|全部|全都|全)?(?:由|让|请)(.+?)(?:来)?(?:接手|接管|接|跟进?|负责)$/u,
  /^(.+?)(?:名下的?|的)(?:所有|全部)?的?客户(?:都|全部|全都|全)?(?:转|移|交|交接|转移|移交|转交|分)(?:给|到)(.+?)$/u,
  /^(?:transfer|hand over|move|give|reassign|hand)\s+(?:all\s+)?(?:of\s+)?(.+?)(?:['’]s|['’])?\s+(?:customers|accounts|clients)\s+(?:over\s+)?to\s+(.+)$/iu,
  /^(?:transfer|hand over|move|give|reassign|hand)\s+(?:all\s+)?(?:the\s+)?(?:customers|accounts|clients)\s+of\s+(.+?)\s+(?:over\s+)?to\s+(.+)$/iu,
];
/** 让李雷接手林悦的客户: who gets them stands first. */
const TAKEN_OVER: readonly RegExp[] = [
  /^(?:请)?(?:让|由|请|叫)?(.+?)(?:来)?(?:接手|接管|接替|接)(?:一下)?(.+?)(?:名下的?|手上的?|手里的?|的)(?:所有|全部)?的?(?:客户|单子)$/u,
  /^(?:please\s+)?(?:let\s+|have\s+)?(.+?)\s+(?:should\s+|will\s+|can\s+|to\s+|is\s+)*tak(?:es?|ing)\s+over\s+(?:all\s+)?(?:of\s+)?(.+?)(?:['’]s|['’]|(?<=\bmy))\s+(?:customers|accounts|clients)$/iu,
];
const NAMED: readonly RegExp[] = [
  /^(?:请)?(?:把|将)?(.+?)(?:转|移交|转交|交接|交)给(.+?)(?:来)?(?:跟进?|负责|管)?$/u,
  /^(?:please\s+)?(?:transfer|hand\s+over|hand|reassign|give|move)\s+(.+?)(?:\s+over)?\s+to\s+(.+)$/iu,
];
const TAKEN_OVER_BY: readonly RegExp[] = [
  /^(?:请)?(?:让|由|请|叫)(.+?)(?:来)?(?:接手|接管)(.+?)(?:这个客户|这家)?$/u,
  /^(?:please\s+)?(?:let\s+|have\s+)(.+?)\s+take\s+over\s+(.+)$/iu,
];
/** 这个客户我不跟了,给Emma吧: the customer spoken of last. */
const THAT_ONE: readonly RegExp[] = [
  /^(?:请)?(?:把|将)?(?:这|那)个?(?:客户|家|家公司|公司|单子?)?(?:以后)?(?:我)?(?:不跟了|跟不了了?|没空跟|不做了)?[,,\s]*(?:都|就)?(?:转|移交|转交|交|让|分)?给(.+?)(?:来)?(?:跟进?|负责|管|做)?(?:吧|了)?$/u,
  /^(?:please\s+)?(?:transfer|hand|reassign|give|pass)\s+(?:it|this|that)(?:\s+(?:one|customer|account|client|deal))?(?:\s+over)?\s+to\s+(.+)$/iu,
];
const TO =
  /(?:转|移|交|交接|转移|移交|转交|分|归|改派)?(?:给|到|归)([^,,。]{1,12}?)(?:来)?(?:跟进?|负责|管|名下)?[。.!!\s]*$|\bto\s+([^,.]{1,30}?)[.!\s]*$/iu;

/** What somebody wants handed over whole; null for other words. */
export function readHandOverAll(text: string): HandOverAll | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!?]+$/u, '');
  for (const form of FORMS) {
    const [, from = '', to = ''] = form.exec(said)?.map((part) => part.trim()) ?? [];
    if (soundNames(from, to)) return { from: MINE.test(from) ? null : from, to };
  }
  for (const form of TAKEN_OVER) {
    const [, to = '', from = ''] = form.exec(said)?.map((part) => part.trim()) ?? [];
    if (soundNames(from, to)) return { from: MINE.test(from) ? null : from, to };
  }
  return null;
}

const soundNames = (...names: string[]): boolean => names.every((name) => name !== '' && name.length <= 30);

/** The words for one customer or several, and who is to get them, where the message is nothing but that; null for other words. */
export function readHandOverNamed(text: string): { customers: string; to: string } | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!?]+$/u, '');
  const [, heir = '', taken = ''] = TAKEN_OVER_BY.map((form) => form.exec(said)).find((found) => found !== null) ?? [];
  const [, customers = taken, to = heir] = NAMED.map((form) => form.exec(said)).find((found) => found !== null) ?? [];
  return customers.trim() === '' || to.trim() === '' ? null : { customers: customers.trim(), to: to.trim() };
}

/** 腾云、麦语和海拓: each name by itself. */
export const namesAmong = (words: string): string[] =>
  words
    .replace(/(?:这|那)?[两俩三四五几]?[家个]?(?:客户|公司)?(?:都|全部|全都|一起|也)?$/u, '')
    .replace(/^(?:both|all of)\s/iu, '')
    .split(/\s*[、,/&和跟与]\s*|\s*还有\s*|\s*以及\s*|,?\s+and\s+/iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Who is to get the customer that was spoken of last; null for other words. */
export function readHandOverThat(text: string): string | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!?]+$/u, '');
  return THAT_ONE.map((form) => form.exec(said)?.[1]?.trim()).find(Boolean) ?? null;
}

/** The words for who is to get a customer, where no colleague's name was heard. */
export function newOwnerIn(text: string): string | null {
  const found = TO.exec(text.normalize('NFKC').trim());
  return found?.[1]?.trim() ?? found?.[2]?.trim() ?? null;
}
