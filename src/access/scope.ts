/** What access must know of a colleague. */
export interface Colleague {
  id: string;
  role: 'rep' | 'manager' | 'admin';
  manager: string | null;
  active: boolean;
}

export type Scope = ReadonlySet<string> | 'all';

/**
 * Whose records a person may be told of: an admin everybody's, a manager their own and their subtree's (transitively,
 * as the tree is today), a rep their own. An inactive person: nobody's.
 */
export function scopeOf(person: string, colleagues: readonly Colleague[]): Scope {
  const self = colleagues.find((colleague) => colleague.id === person);
  if (self === undefined || !self.active) return new Set();
  if (self.role === 'admin') return 'all';
  const owners = new Set([person]);
  if (self.role !== 'manager') return owners;
  for (let size = 0; size !== owners.size; ) {
    size = owners.size;
    for (const colleague of colleagues)
      if (colleague.manager !== null && owners.has(colleague.manager)) owners.add(colleague.id);
  }
  return owners;
}

/** What every one of them may be told of: the owners common to all scopes; nobody's when there is none to ask. */
export function intersect(scopes: readonly Scope[]): Scope {
  const [first, ...others] = scopes;
  let common: Scope = first ?? new Set();
  for (const scope of others) common = inBoth(common, scope);
  return common;
}

function inBoth(left: Scope, right: Scope): Scope {
  if (left === 'all') return right;
  if (right === 'all') return left;
  return new Set([...left].filter((owner) => right.has(owner)));
}
