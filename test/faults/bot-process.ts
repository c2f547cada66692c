import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const SLOW_START_MS = 60_000;

export interface BotProcess {
  /** What `ready` found in its output; null when it ended before. */
  ready: Promise<string | null>;
  /** Resolves when it has ended by itself or was ended. */
  ended: Promise<unknown>;
  /** Ends it as a crash or a pulled plug of the process would. */
  kill(): Promise<void>;
  /** SIGTERM; returns the exit code and how long it took. */
  stop(): Promise<{ code: number | null; ms: number }>;
  /** What it wrote to its error output. */
  complaints(): string;
}

/** Starts a Node process of its own and waits for the line of its output in which `ready` finds something. */
export function startProcess(
  args: readonly string[],
  { cwd, env, ready }: { cwd: string; env: Record<string, string>; ready: RegExp },
): BotProcess {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'en', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  const exited = once(child, 'exit');
  return {
    ready: firstMatch(child, ready),
    ended: exited,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      const began = performance.now();
      child.kill('SIGTERM');
      const [code] = (await exited) as [number | null];
      return { code, ms: performance.now() - began };
    },
    complaints: () => complaints,
  };
}

async function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string | null> {
  if (child.stdout === null) return null;
  const late = setTimeout(() => child.kill('SIGKILL'), SLOW_START_MS);
  try {
    const lines = createInterface({ input: child.stdout });
    for await (const line of lines) {
      const found = pattern.exec(line)?.[1];
      if (found === undefined) continue;
      // Whoever goes on writing must not be stopped by a pipe that nobody empties.
      child.stdout.resume();
      return found;
    }
    return null;
  } finally {
    clearTimeout(late);
  }
}

/** The built program; `npm run test:faults` builds it first. */
export const built = (path: string): string => new URL(`../../dist/${path}`, import.meta.url).pathname;
