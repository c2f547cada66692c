import type { Response } from 'express';
import type { GivenFile } from '../../src/chat/message.ts';

/** Gives a file to be saved: a browser never shows what somebody sent as a page of ours. */
export function sendFile(response: Response, { name, type, bytes }: GivenFile): void {
  response
    .set('Content-Type', type)
    .set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name.replace(/\p{Cs}/gu, '?'))}`)
    .set('X-Content-Type-Options', 'nosniff')
    .send(Buffer.from(bytes));
}
