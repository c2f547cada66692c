/**
 * Runs works of one name one after the other, in the order in which they were given; works of others meanwhile. With a
 * room's id as the name, what comes at once from one room is stored in the order in which it came.
 */
export function createInOrder(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const run = (last.get(name) ?? Promise.resolve()).then(work);
    const settled = run.then(
      () => {},
      () => {},
    );
    last.set(name, settled);
    settled.then(() => {
      if (last.get(name) === settled) last.delete(name);
    });
    return run;
  };
}
