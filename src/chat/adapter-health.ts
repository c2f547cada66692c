import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { ChatAdapter } from './chat-adapter.ts';

const WRITE_MS = 5_000;

/** How an adapter is, for those who look from outside. */
export interface AdapterState {
  connection: 'connecting' | 'connected' | 'stopped';
  /** Since when. */
  since: Date;
  reconnects: number;
  /** When something was last heard from the platform, and last said there. */
  lastIn: Date | null;
  lastOut: Date | null;
  /** `code`: the platform's own word, or `unreachable`; never a text or a name. */
  lastError: { code: string; at: Date } | null;
  /** Since when it has been deaf, where somebody was told of that and not yet that it is over. */
  deafSince?: Date | null;
}

/** The states, by the adapters' names. */
export interface AdapterStates {
  read(adapter: string): Promise<AdapterState | null>;
  /** Leaves `deafSince` as it is. */
  write(adapter: string, state: Omit<AdapterState, 'deafSince'>): Promise<void>;
  noteDeaf(adapter: string, since: Date | null): Promise<void>;
}

/** What an adapter tells of itself as it goes. */
export interface AdapterHealth {
  connection(now: AdapterState['connection']): void;
  heard(): void;
  said(): void;
  failed(code: string): void;
  /** Writes what is not written yet. */
  stop(): Promise<void>;
}

/** Keeps the state in the store, written at most every few seconds; losing it harms nobody. */
export function createAdapterHealth({
  adapter,
  states,
  clock,
  logger,
}: {
  adapter: string;
  states: AdapterStates;
  /** Machine time. */
  clock: Clock;
  logger: Logger;
}): AdapterHealth {
  const state: AdapterState = {
    connection: 'connecting',
    since: clock.now(),
    reconnects: 0,
    lastIn: null,
    lastOut: null,
    lastError: null,
  };
  let begun = false;
  let known: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let written = Promise.resolve();

  /** What an earlier process heard and said stays known. */
  async function remember(): Promise<void> {
    const earlier = await states.read(adapter);
    state.lastIn ??= earlier?.lastIn ?? null;
    state.lastOut ??= earlier?.lastOut ?? null;
    state.lastError ??= earlier?.lastError ?? null;
  }

  /** One after the other, so that the last word is the last written. */
  function write(): Promise<void> {
    written = written.then(writeNow);
    return written;
  }

  async function writeNow(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    try {
      known ??= remember();
      await known;
      await states.write(adapter, { ...state });
    } catch {
      known = undefined;
      logger.warn({ adapter }, 'the state could not be written');
    }
  }

  function soon(): void {
    timer ??= setTimeout(() => void write(), WRITE_MS).unref();
  }

  return {
    connection(now) {
      // The first word always counts: what an earlier process wrote of itself no longer holds.
      if (begun && state.connection === now) return;
      begun = true;
      if (state.connection === 'connected' && now === 'connecting') state.reconnects += 1;
      state.connection = now;
      state.since = clock.now();
      void write();
    },
    heard() {
      state.lastIn = clock.now();
      soon();
    },
    said() {
      state.lastOut = clock.now();
      soon();
    },
    failed(code) {
      state.lastError = { code, at: clock.now() };
      soon();
    },
    stop: write,
  };
}

/** An adapter without a connection of its own (a page, a terminal), whose state is what goes through it. */
export function watched(adapter: ChatAdapter, health: AdapterHealth): ChatAdapter {
  return {
    ...adapter,
    async start(host) {
      await adapter.start({
        ...host,
        async accept(event) {
          const accepted = await host.accept(event);
          health.heard();
          return accepted;
        },
      });
      health.connection('connected');
    },
    async stop() {
      await adapter.stop();
      health.connection('stopped');
      await health.stop();
    },
    async deliver(...delivery) {
      await adapter.deliver(...delivery);
      health.said();
    },
  };
}

/**
 * The states of these adapters, their last errors with what can be done about them; null for one that has not told of
 * itself yet.
 */
export async function adapterStates(
  states: Pick<AdapterStates, 'read'>,
  names: readonly string[],
  remedyFor: (adapter: string, code: string) => string | null,
): Promise<Record<string, object | null>> {
  const read = names.map(async (name): Promise<[string, object | null]> => {
    const state = await states.read(name);
    if (state?.lastError == null) return [name, state];
    const { code } = state.lastError;
    return [name, { ...state, lastError: { ...state.lastError, remedy: remedyFor(name, code) } }];
  });
  return Object.fromEntries(await Promise.all(read));
}
