import { cue } from '../intent/glyphs.ts';
import type { Reading } from '../intent/reading.ts';
import type { ToldContactFact } from '../understanding.ts';
import type { Succession } from './heard.ts';

const ROLE = '(?:对接人?|联系人|负责人|接口人|窗口)';
const LED = '(?:对了|哦|嗯|那边|(?:他们|客户|对方)(?:那边)?|这边|[,，\\s])*';
const TAIL = '(?:来|跟我们|和我们|对接|负责|接手|跟进|联系|管|这[块个边]|我们|了|啦|[。.!！\\s])*';

/** Right behind a person: no longer the one to talk to, for good. */
const GONE = cue({
  zh: `^(?:已经?|现在|好像|上个?月|最近)*(?:离职|调走|调岗|退休|不干了|不(?:再)?负责(?:这[块个边])?了?|不管(?:这[块个边])?了|不在(?:那|这)(?:边|里|家)了|换人了)`,
  en: `^(?:'s\\s+|is\\s+|has\\s+|just\\s+|already\\s+)*(?:left the company|no longer (?:there|with|at|works|our|the|in|handles|looks after|runs)|moved on|moving on|retired|off (?:the|this) (?:account|project))`,
});
/** Perhaps for the day, or no further than the next office: it takes a successor to say so. */
const AWAY = cue({
  zh: `^(?:已经?|现在|好像|上个?月|最近|要|被)*(?:不在了?|离开了?|走了|升[了职任]|高升|调[到去任动]|[换轮转]岗|不(?:再)?(?:管|跟|对接))`,
  en: `^(?:'s\\s+|is\\s+|has\\s+|been\\s+|being\\s+|getting\\s+|got\\s+|just\\s+|already\\s+)*(?:(?:left|gone|leaving|leaves)(?! (?:for|a|the|us|me|him|it|on)\\b)|promoted|replaced|transferred|mov(?:ing|ed|es) (?:on|over|up|across|to)|(?:switch|chang)(?:ing|ed) (?:jobs?|roles?|teams?|departments?)|stepp(?:ing|ed) (?:down|back|aside)|hand(?:ing|ed|s) (?:it |this |things |everything )?over)`,
});
/** Between them, or right before the new one. */
const NEXT = cue({
  zh: `(?:换成?|换了|换|改成?|改由|改为|由|现在是|现在找|(?:以|今|之|往)后(?:都|就)?(?:是|由|找|跟)?|后面(?:是|由|找)|接手的?(?:人)?是?|新(?:来)?的?(?:对接人|联系人|负责人)?(?:是|叫)?|交给)(?:了)?\\s*$`,
  en: `(?:replaced by|now it's|now it is|now|is now|new contact(?: is|:)?|taken over by|(?:handed|handing|hands) (?:it |this |things |everything )?(?:over )?to|instead|(?:talk|speak) to|successor(?: is|:)?|contact is)\\s*$`,
});
/** Right behind the new one. */
const TAKES_OVER = cue({
  zh: `^(?:已经?|现在|刚|会|将|来|过来)*(?:接手|接班|接任|接管|接替[他她]|接[他她]的?班|顶上)`,
  en: `^\\s*(?:'s |is |has |will |'ll |be |now )*(?:tak(?:es?|ing|en) (?:(?:it|this|things) )?over|took over|stepp?(?:s|ing|ed)? in|(?:our|the|my) (?:new )?(?:main )?(?:point of contact|contact|poc)|replac(?:es|ing) (?:him|her|them))`,
});
/** Right behind the new one, up to the former one. */
const REPLACES = cue({
  zh: `^(?:已经?|现在|会|将|来)*(?:接替|接手|接任|代替|替代|顶替)(?:了)?\\s*(?:◆的?)?◇ | ^(?:已经?|现在|会|将|来)*[接顶](?:◆的?)?◇的[班位活]`,
  en: `^\\s*(?:has |is |'s |will |'ll |be |been )*(?:replac(?:e|es|ed|ing)|tak(?:e|es|ing) over (?:from|for)|took over (?:from|for)|succeed(?:s|ed|ing)?) ◇`,
});

/** A whole message that names the new one alone: 以后找李工, from now on it's Priya. Without 了, 换成李工 corrects a name. */
const NEXT_ALONE = cue({
  zh: `^(?:${LED})(?:(?:以|今|之|往)后(?:都|就)?(?:是|由|找|联系|跟)?|接下来(?:是|由|找)|(?:现在)?由|现在(?:换成?|改由|找)|换人了[,，\\s]*(?:现在|以后)?(?:是|由|找|换成)?)了?◇(?:${TAIL})$ | ^(?:${LED})现在是◇来?(?:对接|负责|接手)(?:${TAIL})$ | ^(?:${LED})(?:(?:现在|以后|新)的?${ROLE}(?:是|叫|换成|换)|${ROLE}换人了[,，\\s]*(?:现在)?(?:是|叫)?)了?◇(?:${TAIL})$ | ^(?:${LED})(?:${ROLE})?(?:已经?)?换成?(?:了◇|◇来?(?:对接|负责|接手)?了)(?:${TAIL})$`,
  en: `^(?:from now on|going forward|in future),? (?:it's|it is|it'll be|please |talk to|speak to|speak with|contact|deal with|we deal with|(?:our|the|my) contact is| )+◇[.! ]*$ | ^(?:it's|talk to|speak to|contact|(?:our|the|my) contact is|we(?:'re| are)? (?:now )?deal(?:ing)? with) ◇ (?:now|from now on|going forward)[.! ]*$ | ^(?:our |the |my |their )?new (?:main )?(?:point of contact|contact|poc)(?: person| there)*(?: is|'s|:) ◇[.! ]*$`,
});
/** The new one first: 李工接手了, Priya's our contact now. */
const TAKES_OVER_ALONE = cue({
  zh: `^(?:${LED})◇(?:已经?|现在|刚|会|将|来|过来)*(?:接手|接班|接任|接管|接替[他她]|接[他她]的?班|顶上)(?:${TAIL})$`,
  en: `^◇\\s*(?:'s |is |has |will |'ll |be |now )*(?:tak(?:es?|ing|en) (?:(?:it|this|things) )?over|took over|(?:our|the|my) new (?:main )?(?:point of contact|contact|poc)|(?:our|the|my) (?:main )?(?:point of contact|contact|poc)(?= (?:now|from|going))|replac(?:es|ing) (?:him|her|them))(?: now| from now on| going forward| from here| there| soon)*[.! ]*$`,
});

/** Bob at Tern Island */
const OF_COMPANY = /^\s*(?:at|from|of|over at)\s+◆/iu;
/** A name that is written like one and that nobody knows. */
const UNKNOWN_NEXT =
  /(?:[Rr]eplaced by|[Nn]ow it's|[Nn]ew contact(?: is|:)?|[Tt]aken over by|[Hh]and(?:ed|ing) (?:over )?to|[Ss]uccessor(?: is|:)?)\s+((?:\p{Lu}[\p{L}'’-]+ ?){1,3})|((?:\p{Lu}[\p{L}'’-]+ ){1,3})(?:takes|took|will take|is taking) over\b/u;

function unknownNext({ text }: Reading): Succession['now'] {
  const named = UNKNOWN_NEXT.exec(text);
  const mention = (named?.[1] ?? named?.[2])?.trim();
  return mention === undefined ? null : { mention, id: null };
}

/** Reads that one person on the customer's side has left, and who came after; or, where nobody is said to have left, who is the one to talk to from now on. */
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
    if (next !== undefined && REPLACES.test(text.slice(at + 1, next.at + 4)))
      return { gone: whom(next.contact), now: whom(contact) };
    const said = between.replace(OF_COMPANY, '').trimStart();
    const forGood = GONE.test(said);
    if (!forGood && !AWAY.test(said)) continue;
    const follows =
      next !== undefined &&
      next.contact !== contact &&
      (NEXT.test(between) || TAKES_OVER.test(text.slice(next.at + 1)));
    const now = follows ? whom(next.contact) : unknownNext(reading);
    if (forGood || now !== null) return { gone: whom(contact), now };
  }
  const [only, another] = people;
  if (only === undefined || another !== undefined) return null;
  const told = withoutReach(text);
  return NEXT_ALONE.test(told) || TAKES_OVER_ALONE.test(told) ? { gone: null, now: whom(only.contact) } : null;
}

/** Where to reach the new one may follow: 以后找李工,电话… */
const withoutReach = (text: string): string =>
  text.replace(/[,，。.;；:\s]*(?:[^,，。.;；]{0,10}[☎✉])+[。.\s]*$/u, '').trim();

/** A number or an address told with the news is the successor's, whoever was named last. */
export function factsOfSuccessor(
  facts: readonly ToldContactFact[],
  { gone, now }: Succession,
  people: readonly { mention: string; name: string | null }[],
): ToldContactFact[] {
  const called = (whom: Succession['now']) =>
    people.find(({ mention }) => mention === whom?.mention)?.name ?? whom?.mention ?? null;
  return facts.map((fact) =>
    now !== null && gone !== null && fact.contact === called(gone) && (fact.phone !== null || fact.email !== null)
      ? { ...fact, contact: called(now) }
      : fact,
  );
}
