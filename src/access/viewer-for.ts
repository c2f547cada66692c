import { type Colleague, intersect, type Scope, scopeOf } from './scope.ts';
import type { Viewer } from './viewer.ts';

/** Who else hears the answer: nobody in a direct talk; in a group its members, and whether anyone unknown is among them. */
export type Listeners = { kind: 'direct' } | { kind: 'group'; members: readonly string[]; outsiders: boolean };

/** The viewer of one question: the asker's own scope, cut in a group to what every member may be told. */
export function viewerFor(person: string, listeners: Listeners, colleagues: readonly Colleague[]): Viewer {
  const own = scopeOf(person, colleagues);
  if (listeners.kind === 'direct') return { person, owners: own, ownOwners: own, audience: [person] };
  const audience = [...new Set([...listeners.members, person])];
  const owners = listeners.outsiders
    ? new Set<string>()
    : intersect(audience.map((member) => scopeOf(member, colleagues)));
  return { person, owners, ownOwners: own, audience };
}

/** The same view, of these owners alone: what it may not tell it still does not tell. */
export const narrowed = (viewer: Viewer, to: Scope): Viewer => ({
  ...viewer,
  owners: intersect([viewer.owners, to]),
  ownOwners: intersect([viewer.ownOwners, to]),
});

/** The same asker's view in private: what a group was not told. */
export const privately = (viewer: Viewer): Viewer => ({
  ...viewer,
  owners: viewer.ownOwners,
  audience: [viewer.person],
});
