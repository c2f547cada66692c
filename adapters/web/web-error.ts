import type { ErrorRequestHandler, Request, Response } from 'express';
import { errorFields } from '../../src/chat/error-fields.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { PersonError, ServiceError } from '../../src/errors.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { BODY_LIMIT_KB } from './web-body.ts';
import type { WebPerson } from './web-people.ts';
import { webTexts } from './web-texts.ts';

/** A request that cannot be served, and why, in the reader's words. */
export class WebError extends Error {
  override readonly name = 'WebError';
  readonly status: number;
  readonly words: (locale: Locale) => string;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, words: (locale: Locale) => string, retryAfterSeconds?: number) {
    super(`web ${status}`);
    this.status = status;
    this.words = words;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The reader's language: the person's own, as last known where the store is away, else what the browser asks for. */
function readerLocale(request: Request, response: Response): Locale {
  const { person, locale } = response.locals as { person?: WebPerson; locale?: Locale };
  return person?.locale ?? locale ?? (request.acceptsLanguages('en', 'zh') === 'zh' ? 'zh' : 'en');
}

/** Answers every failure as `{ error }`, in the reader's language. What is not the asker's doing is logged. */
export function answerErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, words, retryAfterSeconds } = asWebError(error);
    if (status >= 500) logger.error({ status, method: request.method, ...errorFields(error) }, 'request failed');
    if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
    // What is still on its way in belongs to a request that is over.
    if (!request.complete) response.set('Connection', 'close');
    response.status(status).json({ error: words(readerLocale(request, response)) });
  };
}

function asWebError(error: unknown): Pick<WebError, 'status' | 'words' | 'retryAfterSeconds'> {
  if (error instanceof WebError) return error;
  if (error instanceof PersonError) return { status: 400, words: () => error.message, retryAfterSeconds: undefined };
  if (error instanceof ServiceError) {
    const retryAfterSeconds = Math.ceil((error.retryAfterMs ?? 5_000) / 1000);
    return { status: 503, words: (locale) => webTexts(locale).notStored, retryAfterSeconds };
  }
  // A path whose %-signs stand for no characters.
  if (error instanceof URIError) return fixed(400, (locale) => webTexts(locale).badAddress);
  const { type, status, limit } = error as { type?: unknown; status?: unknown; limit?: unknown };
  if (type === 'entity.too.large') {
    const kilobytes = typeof limit === 'number' ? limit / 1024 : BODY_LIMIT_KB;
    return fixed(413, (locale) => webTexts(locale).tooLarge(kilobytes));
  }
  if (type === 'entity.parse.failed') return fixed(400, (locale) => webTexts(locale).badJson);
  if (type === 'entity.verify.failed') return fixed(400, (locale) => webTexts(locale).notText);
  if (status === 415) return fixed(400, (locale) => webTexts(locale).notJson);
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return fixed(status, (locale) => (status === 404 ? webTexts(locale).notFound : webTexts(locale).badJson));
  }
  return fixed(500, (locale) => webTexts(locale).broken);
}

const fixed = (status: number, words: (locale: Locale) => string) => ({ status, words, retryAfterSeconds: undefined });
