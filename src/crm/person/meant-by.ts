import type { Stored } from '../../ledger/change-set.ts';
import type { Person } from './person.ts';

const folded = (words: string): string => words.normalize('NFKC').trim().toLowerCase();
/** 小李, 老王, 阿强 */
const FAMILIAR = /^[小老阿](\p{Script=Han})$/u;
/** 王经理, 李总, 陈姐 */
const TITLED = /^(\p{Script=Han}{1,2})(?:总监|经理|主管|组长|队长|老师|总|哥|姐|工)$/u;

/** Whether words are a surname with a title and no more: as likely a customer's. */
export const isTitled = (words: string): boolean => TITLED.test(folded(words));

/**
 * The colleagues whom words of a person may mean: those of exactly that name or alias; else by a familiar form (小李,
 * 王经理), a given name (悦, 小悦) or one part of a name (Kim). Several where the words do not decide.
 */
export function meantBy(people: readonly Stored<Person>[], words: string): Stored<Person>[] {
  const said = folded(words);
  if (said === '') return [];
  const exact = people.filter(({ name, aliases }) => [name, ...aliases].some((one) => folded(one) === said));
  if (exact.length > 0) return exact;
  const part = (FAMILIAR.exec(said) ?? TITLED.exec(said))?.[1];
  if (part !== undefined) {
    const ofFamily = people.filter(({ name }) => name.startsWith(part));
    return ofFamily.length > 0 ? ofFamily : people.filter(({ name }) => isHan(name) && name.endsWith(part));
  }
  if (isHan(said)) return said.length < 2 ? [] : people.filter(({ name }) => isHan(name) && name.endsWith(said));
  return people.filter(({ name }) =>
    folded(name)
      .split(/\s+/)
      .includes(said.replace(/^(?:mr|ms|mrs)\.?\s+/, '')),
  );
}

const isHan = (name: string): boolean => /^\p{Script=Han}+$/u.test(name);
