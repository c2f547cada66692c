/** Who asks and who is listening. Every read of the store takes one; it is made in one place, `viewerFor`. */
export interface Viewer {
  /** The person who asks, whose locale and zone the answer uses. `system` for ticks, which get ids and due facts only. */
  person: string;
  /** The owners whose records may be told here: the asker's own scope alone, in a group cut to what every member may see. */
  owners: ReadonlySet<string> | 'all';
  /** The asker's own scope, wider than `owners` only in a group: what may be told to the asker privately. */
  ownOwners: ReadonlySet<string> | 'all';
  /** Everyone who will hear the answer. */
  audience: readonly string[];
}

/** Whether this viewer may be told of a record with that owner. */
export function maySee(viewer: Viewer, owner: string | null | undefined): boolean {
  if (viewer.owners === 'all') return true;
  return owner != null && viewer.owners.has(owner);
}

/** The MongoDB condition on a record's `owner` that keeps a query within the viewer's scope. */
export function ownedBy(viewer: Viewer): { owner?: { $in: string[] } } {
  return viewer.owners === 'all' ? {} : { owner: { $in: [...viewer.owners] } };
}
