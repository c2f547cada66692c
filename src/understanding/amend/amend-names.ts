import type { Reading } from '../intent/reading.ts';
import type { Token } from '../intent/skeleton.ts';
import type { AccountReference } from '../understanding.ts';
import type { FieldChange, Readings } from './field-change.ts';
import type { PreviousRecord } from './previous-record.ts';

const DENIED = /(?:不是|(?<!\p{L})not)\s*(?:the |at |with )?$/iu;

/** Corrections of the customer, of a person, and of who is to do a step. */
export function nameChanges(previous: PreviousRecord, reading: Reading, _back: ReadonlySet<Token>): Readings {
  const { people } = reading;
  const changes: FieldChange[] = [];
  const account = newAccount(previous, reading);
  if (account) changes.push({ field: 'account', to: account });
  const contact = people.contacts.find(
    ({ id, spans, mention }) =>
      !isDenied(reading, spans[0]?.[0] ?? 0) && !previous.contacts.some((one) => one.id === id || one.name === mention),
  );
  if (contact && previous.contacts.length > 0) {
    const denied = people.contacts.find(({ spans }) => isDenied(reading, spans[0]?.[0] ?? 0));
    const index = Math.max(
      0,
      previous.contacts.findIndex(
        ({ id, name, mention }) => denied && (id === denied.id || name === denied.name || mention === denied.mention),
      ),
    );
    const { mention, name, id, candidates } = contact;
    changes.push({ field: 'contact', index, to: { mention, name, id, candidates } });
  }
  const colleague = people.colleagues.find(({ span }) => !isDenied(reading, span[0]));
  if (colleague && previous.tasks.length > 0)
    changes.push({ field: 'task.assignee', index: previous.tasks.length - 1, to: colleague.name });
  return { changes, choices: [] };
}

/** The company named and not denied, when it is another than the one on record. */
function newAccount(previous: PreviousRecord, reading: Reading): AccountReference | null {
  const { account, companies } = reading.people;
  const denied = companies.find(({ span }) => isDenied(reading, span[0]));
  if (denied?.id != null && denied.id !== previous.account?.id) return null;
  if (!account || account.id === previous.account?.id) {
    const other = companies.find(
      ({ span, id }) => id !== null && id !== previous.account?.id && !isDenied(reading, span[0]),
    );
    return other?.id ? { mention: reading.text.slice(...other.span), name: null, id: other.id, candidates: [] } : null;
  }
  if (isDenied(reading, account.span[0])) return null;
  const { mention, name, id, candidates } = account;
  return { mention, name, id, candidates };
}

function isDenied({ text }: Reading, at: number): boolean {
  return DENIED.test(text.slice(Math.max(0, at - 8), at));
}
