import { isUtf8 } from 'node:buffer';
import express, { type RequestHandler } from 'express';
import { BLOB_LIMIT } from '../../src/ports/blob-store.ts';

/** A message of 4,000 signs takes 16 KB at most; a long pasted talk fits as well. */
export const BODY_LIMIT_KB = 256;

const parse = express.json({
  limit: BODY_LIMIT_KB * 1024,
  inflate: false,
  strict: true,
  verify(_request, _response, bytes) {
    if (!isUtf8(bytes)) throw new Error('not UTF-8');
  },
});

/** Reads a file as it is; one that is too large is refused with 413. */
export const readFileBody: RequestHandler = express.raw({ type: () => true, limit: BLOB_LIMIT, inflate: false });

/** Reads a JSON body; anything else in a request that should have one is refused with 400. */
export const readBody: RequestHandler = (request, response, next) => {
  if (request.is('application/json')) return parse(request, response, next);
  next(Object.assign(new Error('not JSON'), { status: 415 }));
};
