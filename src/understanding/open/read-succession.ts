import { cue } from '../intent/glyphs.ts';
import type { Reading } from '../intent/reading.ts';
import type { ToldContactFact } from '../understanding.ts';
import type { Succession } from './heard.ts';

/** Right behind a person: no longer the one to talk to, for good. */
const GONE = cue({
  zh: `^(?:已经?|现在|好像|上个?月|最近)*(?:离职|调走|调岗|退休|不干了|不负责了?|不管了|不在(?:那|这)(?:边|里|家)了|换人了)`,
  en: `^(?:'s\\s+|is\\s+|has\\s+|just\\s+|already\\s+)*(?:left the company|no longer (?:there|with|at|works|our|the|in)|moved on|retired)`,
});
/** Perhaps for the day alone: it takes a successor to say so. */
const AWAY = cue({
  zh: `^(?:已经?|现在|好像|上个?月|最近)*(?:不在了?|离开了?|走了)`,
  en: `^(?:'s\\s+|is\\s+|has\\s+|just\\s+|already\\s+)*(?:left|gone|leaving|leaves)(?! (?:for|a|the|us|me|him|it|on)\\b)`,
});
/** Between them, or right before the new one. */
const NEXT = cue({
  zh: `(?:换成?|换了|换|改成?|改由|改为|由|现在是|现在找|以后找|以后是|以后由|接手的?(?:人)?是?|新(?:来)?的?(?:对接人|联系人|负责人)?(?:是|叫)?|交给)(?:了)?\\s*$`,
  en: `(?:replaced by|now it's|now it is|now|is now|new contact(?: is|:)?|taken over by|handed (?:over )?to|instead|talk to|successor(?: is|:)?|contact is)\\s*$`,
});
const REPLACES = cue({
  zh: `^(?:来)?(?:接替|接手|接任|代替|替代|顶替)(?:了)?\\s*(?:◆的?)?$`,
  en: `^(?:has |is |'s )?(?:replac(?:es|ed|ing)|tak(?:es|ing) over (?:from|for)|took over (?:from|for)|succeed(?:s|ed))\\s*$`,
});

/** Bob at Tern Island */
const OF_COMPANY = /^\s*(?:at|from|of|over at)\s+◆/iu;
/** A name that is written like one and that nobody knows. */
const UNKNOWN_NEXT =
  /(?:[Rr]eplaced by|[Nn]ow it's|[Nn]ew contact(?: is|:)?|[Tt]aken over by|[Hh]anded (?:over )?to|[Ss]uccessor(?: is|:)?)\s+((?:\p{Lu}[\p{L}'’-]+ ?){1,3})|((?:\p{Lu}[\p{L}'’-]+ ){1,3})(?:takes|took|will take|is taking) over\b/u;

function unknownNext({ text }: Reading): Succession['now'] {
  const named = UNKNOWN_NEXT.exec(text);
  const mention = (named?.[1] ?? named?.[2])?.trim();
  return mention === undefined ? null : { mention, id: null };
}

/** Reads that one person on the customer's side has left, and who came after. */
export function readSuccession(reading: Reading): Succession | null {
  const { text } = reading.skeleton;
  const people = [...reading.skeleton.at]
    .flatMap(([at, token]) => (token.kind === 'person' ? [{ at, contact: token.contact }] : []))
    .sort((left, right) => left.at - right.at);
  const whom = (contact: number) => {
    const { mention = '', id = null } = reading.people.contacts[contact] ?? {};
    return { mention, id };
  };
  for (const [index, { at, contact }] of people.entries()) {
    const next = people[index + 1];
    const between = text.slice(at + 1, next?.at);
    if (next !== undefined && REPLACES.test(between)) return { gone: whom(next.contact), now: whom(contact) };
    const said = between.replace(OF_COMPANY, '').trimStart();
    const forGood = GONE.test(said);
    if (!forGood && !AWAY.test(said)) continue;
    const follows = next !== undefined && next.contact !== contact && NEXT.test(between);
    const now = follows ? whom(next.contact) : unknownNext(reading);
    if (forGood || now !== null) return { gone: whom(contact), now };
  }
  return null;
}

/** A number or an address told with the news is the successor's, whoever was named last. */
export function factsOfSuccessor(
  facts: readonly ToldContactFact[],
  { gone, now }: Succession,
  people: readonly { mention: string; name: string | null }[],
): ToldContactFact[] {
  const called = (whom: { mention: string } | null) =>
    people.find(({ mention }) => mention === whom?.mention)?.name ?? whom?.mention ?? null;
  return facts.map((fact) =>
    now !== null && fact.contact === called(gone) && (fact.phone !== null || fact.email !== null)
      ? { ...fact, contact: called(now) }
      : fact,
  );
}
