/** Only what stops the talk is thrown; an outcome that the talk goes on from is a value. Anything else thrown is our bug. */

/** The person can mend it: the message is shown to them, in their language, as it stands. */
export class PersonError extends Error {
  override readonly name = 'PersonError';
}

/** An outside service failed; the work is tried again. `retryAfterMs`: what the service asked for, in milliseconds. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly retryAfterMs: number | undefined;

  constructor(message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }
}
