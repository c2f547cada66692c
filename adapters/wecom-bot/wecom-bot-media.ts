import { decryptFile } from '@wecom/aibot-node-sdk';
import { ServiceError } from '../../src/errors.ts';
import { BLOB_LIMIT, type BlobStore } from '../../src/ports/blob-store.ts';
import type { HeardThing } from './wecom-bot-decode.ts';
import type { wecomBotTexts } from './wecom-bot-texts.ts';

const TIMEOUT_MS = 10_000;
/** The padding of what is encrypted. */
const PADDING = 32;

export interface MediaParts {
  blobs: BlobStore;
  /** True where bytes may come in the clear: a test server. */
  plain: boolean;
  texts(): Promise<ReturnType<typeof wecomBotTexts>>;
  failed(code: string): void;
}

/** Fetches what somebody sent as soon as it comes, since its address lives for five minutes. Never throws. */
export function createMedia({ blobs, plain, texts, failed }: MediaParts) {
  return async function fetched({ event, media }: HeardThing): Promise<HeardThing['event']> {
    const { url, aeskey, file_size: size = 0 } = media;
    const unnamed = { ...event, name: event.name || (await texts())[nameOf(event.what)] };
    if (event.what === 'audio' || url === undefined || aeskey === undefined) return unnamed;
    if (size > BLOB_LIMIT) return { ...unnamed, tooLarge: true };
    try {
      const answer = await download(url);
      if (answer === 'tooLarge') return { ...unnamed, tooLarge: true };
      const bytes = decryptFile(answer, aeskey);
      const type = typeOf(bytes);
      const name = event.name || `${unnamed.name}${type.extension}`;
      return { ...event, name, blob: await blobs.put({ name, type: type.mime, bytes }) };
    } catch {
      // What went wrong may quote the address, and with it what opens it.
      failed('media');
      return unnamed;
    }
  };

  async function download(url: string): Promise<Buffer | 'tooLarge'> {
    if (!plain && new URL(url).protocol !== 'https:') throw new ServiceError('wecom: media in the clear');
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok) throw new ServiceError(`wecom: http_${answer.status}`);
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of answer.body ?? []) {
      length += part.length;
      if (length > BLOB_LIMIT + PADDING) return 'tooLarge';
      parts.push(part);
    }
    return Buffer.concat(parts);
  }
}

const nameOf = (what: HeardThing['event']['what']) =>
  what === 'image' || what === 'video' || what === 'audio' ? what : 'file';

/** By the first bytes, since WeCom says nothing of it. */
function typeOf(bytes: Buffer): { mime: string; extension: string } {
  const start = bytes.subarray(0, 12).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return { mime: 'image/jpeg', extension: '.jpg' };
  if (start.startsWith('\x89PNG')) return { mime: 'image/png', extension: '.png' };
  if (start.startsWith('GIF8')) return { mime: 'image/gif', extension: '.gif' };
  if (start.slice(4, 8) === 'ftyp') return { mime: 'video/mp4', extension: '.mp4' };
  return { mime: 'application/octet-stream', extension: '' };
}
