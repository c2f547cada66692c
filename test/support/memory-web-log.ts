import type { LogEntry, WebLogStore } from '../../adapters/web/web-log.ts';
import { ServiceError } from '../../src/errors.ts';

/** A web log store without a store behind it, which counts its commands and can be told to fail. */
export interface MemoryWebLog extends WebLogStore {
  down: boolean;
  commands: Record<string, number>;
  lines(person: string): LogEntry[];
}

export function memoryWebLog(): MemoryWebLog {
  const logs = new Map<string, Map<number, LogEntry>>();
  const of = (person: string) => logs.get(person) ?? new Map<number, LogEntry>();
  const lines = (person: string) => [...of(person).values()].sort((a, b) => a.seq - b.seq);
  const store: MemoryWebLog = {
    down: false,
    commands: {},
    lines,
    prepare: () => reach('prepare', () => undefined),
    insert: (entries) =>
      reach('insert', () =>
        entries.map((entry) => {
          const log = of(entry.person);
          logs.set(entry.person, log);
          if (log.has(entry.seq)) return 'taken';
          if ([...log.values()].some(({ id }) => id === entry.id)) return 'repeat';
          log.set(entry.seq, entry);
          return 'written';
        }),
      ),
    last: (person) => reach('last', () => lines(person).at(-1)?.seq ?? 0),
    after: (person, seq, limit) =>
      reach('after', () =>
        lines(person)
          .filter((line) => line.seq > seq)
          .slice(0, limit),
      ),
    before: (person, seq, limit) =>
      reach('before', () =>
        lines(person)
          .filter((line) => line.seq < seq)
          .slice(-limit),
      ),
    find: (person, id) => reach('find', () => lines(person).find((line) => line.id === id) ?? null),
    present: (asked) =>
      reach('present', () => asked.filter(({ person, seq }) => of(person).has(seq)).map(({ person }) => person)),
  };

  async function reach<T>(command: string, work: () => T): Promise<T> {
    store.commands[command] = (store.commands[command] ?? 0) + 1;
    await new Promise((resolve) => setImmediate(resolve));
    if (store.down) throw new ServiceError('memory log is down');
    return work();
  }

  return store;
}
