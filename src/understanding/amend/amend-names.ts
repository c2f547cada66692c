import type { Reading } from '../intent/reading.ts';
import type { AccountReference } from '../understanding.ts';
import type { FieldChange, Readings } from './field-change.ts';
import { newNameIn } from './new-name.ts';
import type { PreviousRecord } from './previous-record.ts';
import type { Sides } from './sides.ts';

/** Corrections of the customer, of a person, and of who is to do a step. */
export function nameChanges(previous: PreviousRecord, reading: Reading, sides: Sides): Readings {
  const { people } = reading;
  const { isWrong } = sides;
  const changes: FieldChange[] = [];
  const account = newAccount(previous, reading, sides);
  if (account && isKnown(account)) changes.push({ field: 'account', to: account });
  const contact = people.contacts.find(
    ({ id, spans, mention }) =>
      !isWrong(spans[0]?.[0] ?? 0) &&
      !previous.contacts.some((one) => (id !== null && one.id === id) || one.name === mention),
  );
  if (contact && previous.contacts.length > 0) {
    const denied = people.contacts.find(({ spans }) => isWrong(spans[0]?.[0] ?? 0));
    const index = Math.max(
      0,
      previous.contacts.findIndex(
        ({ id, name, mention }) =>
          denied && ((id !== null && id === denied.id) || name === denied.name || mention === denied.mention),
      ),
    );
    const { mention, name, id, candidates } = contact;
    changes.push({ field: 'contact', index, to: { mention, name, id, candidates } });
  }
  const colleague = people.colleagues.find(({ span }) => !isWrong(span[0]));
  if (colleague && previous.tasks.length > 0)
    changes.push({ field: 'task.assignee', index: previous.tasks.length - 1, to: colleague.name });
  if (changes.length > 0) return { changes, choices: [] };
  const named = newNames(previous, reading, sides);
  const unknown = named.changes.length + named.choices.length === 0 ? account : null;
  return unknown ? { changes: [{ field: 'account', to: unknown }], choices: [] } : named;
}

const isKnown = ({ id, candidates }: AccountReference): boolean => id !== null || candidates.length > 0;

/** 客户改成云帆科技, no wait, that was Globex: a name that nobody knows yet. */
function newNames(previous: PreviousRecord, reading: Reading, sides: Sides): Readings {
  const found = newNameIn(previous, reading, sides);
  if (found === null) return { changes: [], choices: [] };
  const to = { mention: found.words, name: null, id: null, candidates: [] };
  const index = Math.max(
    0,
    previous.contacts.findIndex(({ name, mention }) =>
      [name, mention].some((one) => one !== undefined && sides.wrong.includes(one)),
    ),
  );
  const account: FieldChange = { field: 'account', to };
  const contact: FieldChange = { field: 'contact', index, to };
  if (found.kind === 'either') return { changes: [], choices: [account, contact] };
  return { changes: [found.kind === 'account' ? account : contact], choices: [] };
}

/** The company named and not denied, when it is another than the one on record. */
function newAccount(previous: PreviousRecord, reading: Reading, { isWrong }: Sides): AccountReference | null {
  const { account, companies } = reading.people;
  const denied = companies.find(({ span }) => isWrong(span[0]));
  if (denied?.id != null && denied.id !== previous.account?.id) return null;
  if (!account || account.id === previous.account?.id) {
    const other = companies.find(({ span, id }) => id !== null && id !== previous.account?.id && !isWrong(span[0]));
    return other?.id ? { mention: reading.text.slice(...other.span), name: null, id: other.id, candidates: [] } : null;
  }
  if (isWrong(account.span[0])) return null;
  const { mention, name, id, candidates } = account;
  return { mention, name, id, candidates };
}
