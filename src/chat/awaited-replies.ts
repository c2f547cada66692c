import { ServiceError } from '../errors.ts';
import type { Reply } from './chat-adapter.ts';

const LOOK_MS = 1000;

/** Those who wait for an event to be handled: told at once when it is handled here, else within about a second. */
export interface AwaitedReplies {
  wait(key: string): Promise<Reply[]>;
  settle(key: string, replies: Reply[]): void;
  fail(key: string, error: Error): void;
  /** Looks whether it has been handled already. */
  look(key: string): void;
  stop(): void;
}

interface Waiter {
  promise: Promise<Reply[]>;
  resolve(replies: Reply[]): void;
  reject(error: Error): void;
}

/** `repliesTo`: what was said because of an event; null while it is not handled. */
export function createAwaitedReplies(repliesTo: (key: string) => Promise<Reply[] | null>): AwaitedReplies {
  const waiters = new Map<string, Waiter>();
  let timer: NodeJS.Timeout | undefined;

  async function look(key: string) {
    // A store that is down for a while is no answer: the next look comes.
    const replies = await repliesTo(key).catch(() => null);
    if (replies !== null) settle(key, replies);
  }

  /** Another process may handle an event that was accepted here; who waits a second or more is looked after. */
  function watch(before: ReadonlySet<string>) {
    timer = setTimeout(async () => {
      for (const key of [...waiters.keys()].filter((waiting) => before.has(waiting))) await look(key);
      if (waiters.size > 0 && timer !== undefined) watch(new Set(waiters.keys()));
      else timer = undefined;
    }, LOOK_MS);
  }

  function settle(key: string, replies: Reply[]) {
    waiters.get(key)?.resolve(replies);
    waiters.delete(key);
  }

  return {
    settle,
    look: (key) => void look(key),
    fail(key, error) {
      waiters.get(key)?.reject(error);
      waiters.delete(key);
    },
    wait(key) {
      const known = waiters.get(key);
      if (known !== undefined) return known.promise;
      const waiter = createWaiter();
      waiters.set(key, waiter);
      if (timer === undefined) watch(new Set(waiters.keys()));
      return waiter.promise;
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      for (const { reject } of waiters.values()) reject(new ServiceError('stopping; what is stored is answered later'));
      waiters.clear();
    },
  };
}

function createWaiter(): Waiter {
  let resolve: Waiter['resolve'] = () => {};
  let reject: Waiter['reject'] = () => {};
  const promise = new Promise<Reply[]>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  // Nobody need listen.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
