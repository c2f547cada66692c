import type { Viewer } from './viewer.ts';

/** Whether a person may make people, groups, roles and join codes. */
export const mayRunCompany = (person: { role: string; active: boolean } | null): boolean =>
  person?.active === true && person.role === 'admin';

/** Whether a person may say what currencies are worth to the company, and which is its own. */
export const maySetRates = (person: { role: string; active: boolean } | null): boolean =>
  mayRunCompany(person) || (person?.active === true && person.role === 'manager');

/** Whether the asker, by their own rights, may be told all that these people own. */
export const seesAllOf = ({ ownOwners }: Viewer, owners: Iterable<string>): boolean =>
  ownOwners === 'all' || [...owners].every((owner) => ownOwners.has(owner));

/** Whether somebody may say of a colleague when they are away: who manages them, however far above, and an admin. */
export const mayAnswerFor = ({ ownOwners }: Viewer, colleague: string): boolean =>
  ownOwners === 'all' || ownOwners.has(colleague);
