import type { DirectoryAccount, DirectoryContact, DirectoryUser } from '../name-directory.ts';
import { accountForms, contactForms, type NameForm } from './name-forms.ts';
import { type BearerId, NameIndex, type Posting } from './name-index.ts';
import { NearIndex } from './near-index.ts';

export type Bearer = { kind: 'account'; account: DirectoryAccount } | { kind: 'user'; user: DirectoryUser };

/** Who a form may mean: an account, one of its people, or a colleague. */
export type Named =
  | { kind: 'account'; account: DirectoryAccount }
  | { kind: 'contact'; account: DirectoryAccount; contact: DirectoryContact }
  | { kind: 'user'; user: DirectoryUser };

/** All names of the directory with the indexes over them; one row for each account, person and colleague. */
export class NameTable {
  readonly index = new NameIndex();
  readonly near = new NearIndex();
  private readonly rows: (Named | undefined)[] = [];
  private readonly free: BearerId[] = [];
  private readonly rowsOf = new Map<object, BearerId[]>();

  add(bearer: Bearer): void {
    const owner = bearer.kind === 'account' ? bearer.account : bearer.user;
    this.rowsOf.set(
      owner,
      namedBy(bearer).map((named) => {
        const id = this.free.pop() ?? this.rows.length;
        this.rows[id] = named;
        const forms = formsOf(named);
        this.index.add(forms, id);
        if (named.kind !== 'user') for (const form of forms) this.near.add(form.key);
        return id;
      }),
    );
  }

  remove(bearer: Bearer): void {
    const owner = bearer.kind === 'account' ? bearer.account : bearer.user;
    for (const id of this.rowsOf.get(owner) ?? []) {
      const named = this.rows[id];
      if (named) this.index.remove(formsOf(named), id);
      this.rows[id] = undefined;
      this.free.push(id);
    }
    this.rowsOf.delete(owner);
  }

  named(posting: Posting): Named | undefined {
    return this.rows[posting.bearer];
  }
}

function namedBy(bearer: Bearer): Named[] {
  if (bearer.kind === 'user') return [bearer];
  const { account } = bearer;
  return [bearer, ...account.contacts.map((contact): Named => ({ kind: 'contact', account, contact }))];
}

function formsOf(named: Named): NameForm[] {
  if (named.kind === 'account') return accountForms(named.account);
  return contactForms(named.kind === 'contact' ? named.contact : named.user);
}
