import { defineTexts } from '../chat/texts.ts';
import { meantBy } from '../crm/person/meant-by.ts';
import type { Person } from '../crm/person/person.ts';
import { PersonError } from '../errors.ts';
import type { Stored } from '../ledger/change-set.ts';
import type { CrmTurn } from './crm-turn.ts';

const texts = defineTexts({
  zh: {
    none: (name: string) => `没有叫「${name}」的同事。`,
    which: (name: string) => `哪位${name}?`,
  },
  en: {
    none: (name: string) => `No colleague called "${name}".`,
    which: (name: string) => `Which ${name}?`,
  },
});

/** Who was meant by words that fit several: what was asked before stands in the question's memo. */
export type Chosen = Readonly<Record<string, string>>;

/**
 * The colleagues that words name, in their order; null where one of them fits several: then it is asked which, and
 * `memo` with the answer comes back to the capability as `{ ...memo, chosen }`. Throws PersonError for an unknown name.
 */
export function colleaguesMeant(
  turn: CrmTurn,
  people: readonly Stored<Person>[],
  words: readonly string[],
  memo: Record<string, unknown> & { chosen?: Chosen },
): Stored<Person>[] | null {
  const says = texts(turn.speaker.locale);
  const found: Stored<Person>[] = [];
  for (const name of words) {
    const chosen = memo.chosen?.[name];
    const meant = chosen === undefined ? meantBy(people, name) : people.filter(({ _id }) => _id === chosen);
    const [first, second] = meant;
    if (first === undefined) throw new PersonError(says.none(name));
    if (second !== undefined) {
      const choices = meant.map((one) => ({
        label: labelOf(one, meant),
        value: { ...memo, chosen: { ...memo.chosen, [name]: one._id } },
      }));
      turn.ask({ text: says.which(name), choices });
      return null;
    }
    if (!found.some(({ _id }) => _id === first._id)) found.push(first);
  }
  return found;
}

/** A name that two bear goes with what tells them apart. */
function labelOf(person: Stored<Person>, among: readonly Stored<Person>[]): string {
  const alike = among.filter(({ name }) => name === person.name);
  return alike.length === 1 ? person.name : `${person.name} ${person.email ?? alike.indexOf(person) + 1}`;
}
