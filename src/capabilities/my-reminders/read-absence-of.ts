import { isTitled, meantBy } from '../../crm/person/meant-by.ts';
import type { Person } from '../../crm/person/person.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type Absence, readAbsence } from './read-absence.ts';

/** What is said of colleagues, by the words that name them: that they are away, or back. */
export type AbsenceOf = { of: string[] } & (Absence | { ask: 'back' });

/** Names are at most so many characters long together. */
const LONGEST_NAMES = 40;
const AND = /\s*[、,,&和]\s*|\s+and\s+/iu;
const POLITE = /^(?:(?:麻烦|请(?!.{0,8}假)|帮我|记一?下|please|note that)[,,:: ]*)+|(?:哦|啊|哈|呢|吧| please)$/giu;
const FIRST = /^(?:给|帮|替|让|批准|同意)\s*|^(?:put|mark)\s+/iu;
const JOINT = /^(?:['’]s|\s+(?:is|are|will be|is going to be|as))?\s+|^[,,]\s*|^(?!\p{Script=Latin})(?:她|他)?/iu;
const AWAY_SOMETIME =
  /^(?:已经)?(?:请(?:了)?(?:个)?(?:年|事|病|婚|产)?假|休(?:年|产|婚|病)?假|不上班)了?$|^(?:off|away|ooo|out of (?:the )?office|on (?:leave|vacation|holiday|pto|annual leave|sick leave))$/iu;
const BACK =
  /^(?:已经|今天)*(?:提前)?(?:回来|销假|休完假?|返岗|复工|到岗|回公司|来上班)(?:上班)?了$|^(?:请假|休假|年假)(?:结束|取消)了?$|^(?:不请假|不休假|不休)了$|^back(?: (?:at work|in the office|early|today|now|from (?:leave|vacation|holiday|annual leave)))*$/iu;
const CANCELLED =
  /^(?:取消|撤销)(.{1,20}?)的?(?:请假|休假|年假)$|^cancel (.{1,20}?)(?:['’]s)? (?:leave|absence|vacation|holiday|time off)$/iu;

/** What these words, whole, say of a colleague's absence (林悦请假到周三, Emma is back); null where they name none of them. */
export async function readAbsenceOf(
  text: string,
  people: () => Promise<readonly Stored<Person>[]>,
): Promise<AbsenceOf | null> {
  const told = absencesIn(text).filter(({ of }) => !of.some(isTitled));
  if (told.length === 0) return null;
  const colleagues = await people();
  return told.find(({ of }) => of.every((name) => meantBy(colleagues, name).length > 0)) ?? null;
}

/** Whose absence the words may tell of, whoever bears that name. */
function absencesIn(text: string): AbsenceOf[] {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!~]+$/u, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(POLITE, '')
    .replace(FIRST, '');
  const cancelled = CANCELLED.exec(said)?.slice(1).find(Boolean)?.trim();
  if (cancelled !== undefined) return [{ of: cancelled.split(AND), ask: 'back' }];
  const found: AbsenceOf[] = [];
  for (let end = 1; end <= Math.min(LONGEST_NAMES, said.length - 2); end++) {
    const joint = JOINT.exec(said.slice(end));
    const told = joint === null ? null : absenceIn(said.slice(end + joint[0].length).trim());
    const of = said.slice(0, end).trim();
    if (told !== null && of !== '') found.push({ of: of.split(AND), ...told });
  }
  return found;
}

function absenceIn(words: string): Absence | { ask: 'back' } | null {
  if (BACK.test(words)) return { ask: 'back' };
  if (AWAY_SOMETIME.test(words)) return { ask: 'away', until: null, days: null };
  // Somebody else would be meant: the speaker.
  if (/^(?:我|本人|i\b)/iu.test(words)) return null;
  return readAbsence(words) ?? readAbsence(`我${words}`);
}
