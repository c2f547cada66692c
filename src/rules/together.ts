/**
 * Looks records up by id for many askers, each with its own: what is asked for in one turn of the loop is read in one
 * command, after it was asked for.
 */
export function together<T extends { _id: string }>(
  read: (ids: readonly string[]) => Promise<T[]>,
): (id: string) => Promise<T | undefined> {
  let gathering: { ids: Set<string>; found: Promise<Map<string, T>> } | undefined;

  async function readGathered(ids: ReadonlySet<string>): Promise<Map<string, T>> {
    await new Promise(setImmediate);
    gathering = undefined;
    return new Map((await read([...ids])).map((record) => [record._id, record]));
  }

  return async (id) => {
    if (gathering === undefined) {
      const ids = new Set<string>();
      gathering = { ids, found: readGathered(ids) };
    }
    gathering.ids.add(id);
    return (await gathering.found).get(id);
  };
}
