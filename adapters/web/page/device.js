/**
 * What this device keeps for one person, as plain values by name. A browser may refuse to keep anything, and what it kept
 * may be damaged: then the page goes on without.
 */
export function createDevice(person, storage = localStorage) {
  const prefix = `genjin:${person}:`;
  return {
    read(name) {
      try {
        return JSON.parse(storage.getItem(prefix + name));
      } catch {
        return null;
      }
    },
    write(name, value) {
      try {
        storage.setItem(prefix + name, JSON.stringify(value));
      } catch {
        // Full or forbidden; what is on the screen is not touched.
      }
    },
    remove: (name) => storage.removeItem(prefix + name),
    /** The names that begin like this. */
    names(start) {
      const all = Array.from({ length: storage.length }, (_, at) => storage.key(at));
      return all.filter((key) => key.startsWith(prefix + start)).map((key) => key.slice(prefix.length));
    },
  };
}
