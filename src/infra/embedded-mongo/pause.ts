/**
 * What a long piece of work hands out instead of a result when its time slice is over: "nothing yet, ask again".
 * The server works on one thread, so whatever walks many documents is a generator; each of its stages passes a
 * PAUSE on untouched, and the command loop uses it to serve other connections before it asks for more.
 */
export const PAUSE: unique symbol = Symbol('pause');

export type Pause = typeof PAUSE;

/** Documents (or what was made of them) as they come, with pauses in between. */
export type Stream<T> = Iterable<T | Pause>;

/** Work that may pause and ends with a result. */
export type Work<T> = Generator<Pause, T, void>;

/** Work that is done already. */
export const finished = <T>(value: T): Work<T> => new Finished(value);

export class Finished<T> implements Work<T> {
  readonly value: T;

  constructor(value: T) {
    this.value = value;
  }

  next(): IteratorReturnResult<T> {
    return { done: true, value: this.value };
  }

  return(): IteratorReturnResult<T> {
    return this.next();
  }

  throw(error: unknown): never {
    throw error;
  }

  [Symbol.iterator](): this {
    return this;
  }

  [Symbol.dispose](): void {}
}
