/** Work that this process does for itself again and again: never twice at once, and never in the way of a stop. */
export function repeat(everyMs: number, work: () => Promise<unknown>, failed: (error: unknown) => void) {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<unknown> | undefined;
  return {
    start() {
      timer = setInterval(() => {
        underWay ??= work()
          .catch(failed)
          .finally(() => {
            underWay = undefined;
          });
      }, everyMs);
    },
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
