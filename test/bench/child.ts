import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that is measured: it answers one question at a time, each with its result. */
export interface Child {
  ask<T>(question: string, detail?: unknown): Promise<T>;
  stop(): Promise<void>;
}

export interface Question {
  question: string;
  detail: unknown;
}

/** Starts a file of this folder as a process of its own. `flags`: for node, before the file. */
export function startChild(file: string, args: readonly string[] = [], flags: readonly string[] = []): Child {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child: ChildProcess = fork(path, args, { execArgv: ['--import', 'tsx', ...flags], serialization: 'advanced' });
  const exited = once(child, 'exit');
  const gone = exited.then(([code]) => {
    throw new Error(`${file} ended with ${code}`);
  });
  gone.catch(() => undefined);
  return {
    async ask<T>(question: string, detail?: unknown): Promise<T> {
      child.send({ question, detail } satisfies Question);
      const [answer] = await Promise.race([once(child, 'message'), gone]);
      return answer as T;
    },
    async stop() {
      child.disconnect();
      await exited;
    },
  };
}

/** The child's side: answers questions until the parent lets go, then runs `stop` and ends. */
export function answerParent(
  answers: Record<string, (detail: never) => unknown>,
  stop: () => Promise<void> | void = () => undefined,
): void {
  process.on('message', async ({ question, detail }: Question) => {
    const answer = answers[question];
    if (answer === undefined) throw new Error(`nobody answers ${question}`);
    process.send?.((await answer(detail as never)) ?? null);
  });
  process.on('disconnect', async () => {
    await stop();
    process.exit(0);
  });
}
