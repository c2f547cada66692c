import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, MemoryStore, rateLimit } from 'express-rate-limit';
import type { Locale } from '../../src/chat/texts.ts';
import { WebError } from './web-error.ts';
import type { WebPerson, WebSessions } from './web-people.ts';
import { webTexts } from './web-texts.ts';

const MINUTE = 60_000;
const STRANGER_TRIES = 60;
/** Join codes that may be tried from one address in a minute. */
const GUESSES = 10;
const LOCALES_KEPT = 5_000;

/** Who is asking; set by `signedIn` on every route behind it. */
export const personOf = (response: Response): WebPerson => response.locals.person as WebPerson;

/** The token that the request shows, if any. */
export const tokenOf = (request: Request): string | undefined =>
  /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1];

/** The doors of the API: who may come in, and how often. */
export interface WebDoors {
  /** Lets in who shows a known token, and counts the requests of each person. */
  signedIn: RequestHandler[];
  /** Counts those who try to come in, by their address. */
  stranger: RequestHandler;
  /** Counts those who try join codes, by their address. */
  guesser: RequestHandler;
  close(): void;
}

/** `perMinute`: requests that one person may make in a minute. */
export function createDoors(sessions: WebSessions, perMinute: number): WebDoors {
  const stores = [new MemoryStore(), new MemoryStore(), new MemoryStore()] as const;
  const tooMany = () => {
    throw new WebError(429, (locale) => webTexts(locale).tooMany, 10);
  };
  const common = { windowMs: MINUTE, standardHeaders: false, legacyHeaders: false, validate: false, handler: tooMany };

  const stranger = rateLimit({
    ...common,
    store: stores[0],
    limit: STRANGER_TRIES,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
  });
  const guesser = rateLimit({
    ...common,
    store: stores[2],
    limit: GUESSES,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
  });
  const person = rateLimit({
    ...common,
    store: stores[1],
    limit: perMinute,
    keyGenerator: (_request, response) => personOf(response as Response).id,
  });

  /** So that who comes while the store is away is told so in their own language. */
  const locales = new Map<string, Locale>();
  const whose = async (token: string, response: Response): Promise<WebPerson | null> => {
    response.locals.locale = locales.get(token);
    const person = await sessions.byToken(token);
    if (person === null) locales.delete(token);
    else if (locales.get(token) !== person.locale) {
      if (locales.size >= LOCALES_KEPT) locales.clear();
      locales.set(token, person.locale);
    }
    return person;
  };

  const knock: RequestHandler = async (request, response, next) => {
    const token = tokenOf(request);
    const known = token === undefined ? null : await whose(token, response);
    if (known) {
      response.locals.person = known;
      return next();
    }
    response.set('WWW-Authenticate', 'Bearer');
    await stranger(request, response, (error?: unknown) =>
      next(error ?? new WebError(401, (locale) => webTexts(locale).unauthorized)),
    );
  };

  return {
    signedIn: [knock, person],
    stranger,
    guesser,
    close() {
      for (const store of stores) store.shutdown();
    },
  };
}
