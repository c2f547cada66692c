import { createHash } from 'node:crypto';
import type { Draft, RecordKind } from '../../ledger/ledger.ts';
import { ERASED_WORDS } from '../../ports/seals.ts';
import { accountSubject } from '../account/account.ts';

/** Words by which one person means one customer, or one contact of it, because they once said so (教过的叫法). */
export interface TaughtName {
  person: string;
  alias: string;
  account: string;
  contact: string | null;
}

export const taughtNameKind: RecordKind<TaughtName> = {
  kind: 'taught-name',
  collection: 'taught_names',
  personal: { alias: ERASED_WORDS },
  names: ['alias'],
  subjectOf: (_, { account }) => accountSubject(account),
};

/** From here on these words of this person mean that customer, whatever they meant before. */
export async function teachName(draft: Draft, taught: TaughtName): Promise<void> {
  const id = `taught-name:${createHash('sha256').update(`${taught.person}\u0000${taught.alias}`).digest('base64url')}`;
  const known = await draft.read(taughtNameKind, id);
  if (known === null) draft.create(taughtNameKind, id, taught);
  else draft.change(taughtNameKind, known, { account: taught.account, contact: taught.contact });
}
