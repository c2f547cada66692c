import { createHash } from 'node:crypto';
import type { Draft, RecordKind } from '../../ledger/ledger.ts';

/** A name is a record of its own, so that two writers cannot take it at once and a released one can be used again. */
export interface AccountName {
  holder: string;
}

export const accountNameKind: RecordKind<AccountName> = {
  kind: 'account-name',
  collection: 'account_names',
  keyOf: { kind: 'account', field: 'name' },
};

/** A company's name as names are compared: width, case, spaces and punctuation folded. */
export const foldedName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');

/**
 * The key of a company's name, folded. Where owners are not disclosed a name held by a hidden account must not show
 * itself, so the key includes the writer.
 */
export function accountNameId(name: string, writer: string | null): string {
  return `account-name:${createHash('sha256')
    .update(`${writer ?? ''}\u0000${foldedName(name)}`)
    .digest('base64url')}`;
}

/** Takes the name for `holder`; false when another account holds it. */
export async function takeName(draft: Draft, name: string, holder: string, writer: string | null): Promise<boolean> {
  const id = accountNameId(name, writer);
  const held = await draft.read(accountNameKind, id);
  if (held !== null) return held.holder === holder;
  draft.create(accountNameKind, id, { holder });
  return true;
}

/** Gives back the name that `holder` took, also as a name of `writer` alone. */
export async function releaseName(draft: Draft, name: string, holder: string, writer: string): Promise<void> {
  for (const scope of [null, writer]) {
    const held = await draft.read(accountNameKind, accountNameId(name, scope));
    if (held?.holder === holder) draft.remove(accountNameKind, held);
  }
}
