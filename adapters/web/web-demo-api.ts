import { isIP } from 'node:net';
import { type RequestHandler, Router } from 'express';
import type { Clock } from '../../src/ports/clock.ts';
import { readBody } from './web-body.ts';
import { clockBody, decodeBody } from './web-decode.ts';
import { WebError } from './web-error.ts';
import type { WebDemo } from './web-people.ts';
import { webTexts } from './web-texts.ts';

const TWO_YEARS_MS = 2 * 366 * 86_400_000;

/** The routes under `/demo`: everybody's tokens, and a clock to move. They ask for no token themselves. */
export function createDemoApi(demo: WebDemo, clock: Clock): Router {
  const api = Router();
  api.use(calledByAddress);

  api.get('/', async (_request, response) => {
    const [people, rooms] = await Promise.all([demo.people(), demo.rooms()]);
    response.json({ people, rooms, now: clock.now() });
  });

  api.post('/clock', readBody, async (request, response) => {
    const { now } = decodeBody(clockBody, request.body);
    const ahead = now.getTime() - clock.now().getTime();
    if (ahead < 0) throw new WebError(400, (locale) => webTexts(locale).clockBackward);
    if (ahead > TWO_YEARS_MS) throw new WebError(400, (locale) => webTexts(locale).clockTooFar);
    await demo.moveClock(now);
    response.json({ now: clock.now() });
  });

  return api;
}

/**
 * Only `localhost` and plain addresses are answered: a foreign site that lets its own name point at this machine (DNS
 * rebinding) would otherwise read the tokens in a visitor's browser.
 */
const calledByAddress: RequestHandler = (request, _response, next) => {
  const host = (request.hostname ?? '').replace(/^\[|\]$/g, '');
  const plain = host === 'localhost' || host.endsWith('.localhost') || isIP(host) !== 0;
  next(plain ? undefined : new WebError(404, (locale) => webTexts(locale).notFound));
};
