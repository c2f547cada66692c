import { dayText } from '../../calendar/days.ts';
import { wallTime } from '../../calendar/zone.ts';
import { contactKind } from '../contact/contact.ts';
import type { Teller } from './teller.ts';
import type { ReceiptFacts, Told } from './telling.ts';

/** Marks who is no longer the one to talk to, as of today. `people`: the contacts that the message's words mean. */
export async function tellSuccession(
  { draft, person, now }: Teller,
  { succession }: Pick<Told, 'succession'>,
  people: ReadonlyMap<string, string>,
): Promise<ReceiptFacts['succession']> {
  if (succession == null || succession.gone === null) return null;
  const { gone, now: next } = succession;
  const left = await draft.read(contactKind, gone.id ?? people.get(gone.mention) ?? '');
  const came = next === null ? null : await draft.read(contactKind, next.id ?? people.get(next.mention) ?? '');
  if (left === null) return null;
  draft.change(contactKind, left, { leftOn: dayText(wallTime(now.getTime(), person.zone).day) });
  return { gone: left.name, now: came?.name ?? null };
}
