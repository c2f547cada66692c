/** What access must know of a group of colleagues. */
export interface ManagedGroup {
  manager: string | null;
}

/**
 * Whom a person answers to: who manages their group; outside of every group the manager whom they were given. Nobody
 * answers to themselves: who manages their own group answers to the manager whom they were given.
 */
export function answersTo(
  person: { id: string; manager: string | null; group?: string | null },
  groups: ReadonlyMap<string, ManagedGroup>,
): string | null {
  const group = person.group == null ? undefined : groups.get(person.group);
  if (group === undefined || group.manager === person.id) return person.manager;
  return group.manager;
}
