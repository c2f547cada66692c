import type { Clock } from '../../src/ports/clock.ts';
import type { Logger } from '../../src/ports/logger.ts';

const WRITE_MS = 5_000;

/** How the adapter is, for those who look from outside. */
export interface SlackState {
  connection: 'connecting' | 'connected' | 'stopped';
  /** Since when. */
  since: Date;
  reconnects: number;
  lastIn: Date | null;
  lastOut: Date | null;
  /** `code`: Slack's own word, or `unreachable`. */
  lastError: { code: string; at: Date } | null;
}

export interface SlackStates {
  read(): Promise<SlackState | null>;
  write(state: SlackState): Promise<void>;
}

export interface SlackHealth {
  connection(now: SlackState['connection']): void;
  heard(): void;
  said(): void;
  failed(code: string): void;
  /** Writes what is not written yet. */
  stop(): Promise<void>;
}

/** Keeps the state in the store, written at most every few seconds; losing it harms nobody. */
export function createHealth({
  states,
  clock,
  logger,
}: {
  states: SlackStates;
  clock: Clock;
  logger: Logger;
}): SlackHealth {
  const state: SlackState = {
    connection: 'connecting',
    since: clock.now(),
    reconnects: 0,
    lastIn: null,
    lastOut: null,
    lastError: null,
  };
  let known: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** What an earlier process heard and said stays known. */
  async function remember(): Promise<void> {
    const earlier = await states.read();
    state.lastIn ??= earlier?.lastIn ?? null;
    state.lastOut ??= earlier?.lastOut ?? null;
    state.lastError ??= earlier?.lastError ?? null;
  }

  async function write(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    try {
      known ??= remember();
      await known;
      await states.write({ ...state });
    } catch {
      known = undefined;
      logger.warn({ adapter: 'slack' }, 'the state could not be written');
    }
  }

  function soon(): void {
    timer ??= setTimeout(() => void write(), WRITE_MS).unref();
  }

  return {
    connection(now) {
      if (state.connection === now) return;
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
