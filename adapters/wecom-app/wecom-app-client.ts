import { z } from 'zod';
import type { WecomAppSettings } from './wecom-app-config.ts';
import { errorOf, STALE_TOKEN, WecomFailure } from './wecom-app-errors.ts';
import type { WecomToken } from './wecom-app-token.ts';

const TIMEOUT_MS = 10_000;

const answer = z.looseObject({ errcode: z.number().default(0) });

/** A file on its way to WeCom. */
export interface WecomFile {
  name: string;
  type: string;
  bytes: Buffer;
}

/** WeCom's server API: what it answers, or WecomRefusal (final), or WecomFailure (to be tried again). */
export interface WecomClient {
  /** `path`: without `/cgi-bin/`, with its own query if it has one; with a body it is posted. */
  call(path: string, body?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** A file for `media_id` of a message, good for three days. */
  upload(kind: 'file' | 'image', file: WecomFile): Promise<string>;
  /** What a member sent; null where it is longer than `limit` bytes. */
  download(media: string, limit: number, withinMs: number): Promise<{ type: string; bytes: Uint8Array } | null>;
}

/** The API by the shared token; one that WeCom no longer takes is renewed once, then the call is made again. */
export function createWecomClient(apiUrl: string, token: WecomToken, longestMs = TIMEOUT_MS): WecomClient {
  async function withToken<T>(send: (token: string) => Promise<T>): Promise<T> {
    const first = await token.get();
    try {
      return await send(first);
    } catch (error) {
      if (!(error instanceof WecomFailure) || !STALE_TOKEN.has(error.code)) throw error;
      return send(await token.get(first));
    }
  }

  const call: WecomClient['call'] = (path, body) =>
    withToken((access_token) => {
      const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
      return reachWecom(apiUrl, path, { access_token }, { ...init, withinMs: longestMs });
    });

  return {
    call,
    async upload(type, file) {
      const form = new FormData();
      form.set('media', new File([new Uint8Array(file.bytes)], file.name, { type: file.type }));
      const { media_id: id } = await withToken((access_token) =>
        reachWecom(apiUrl, 'media/upload', { access_token, type }, { method: 'POST', body: form }),
      );
      if (typeof id !== 'string') throw new WecomFailure('unreachable');
      return id;
    },
    download: (media_id, limit, withinMs) =>
      withToken(async (access_token) => {
        const response = await request(apiUrl, 'media/get', { access_token, media_id }, { withinMs });
        const type = response.headers.get('content-type') ?? '';
        // A refusal is JSON; a file that is JSON has a name.
        if (type.includes('json') && !response.headers.has('content-disposition')) await answerOf(response);
        if (!response.ok) throw new WecomFailure(`http_${response.status}`);
        const bytes = await readWithin(response, limit);
        return bytes === null ? null : { type, bytes };
      }),
  };
}

/** Asks for a token of an app. */
export async function fetchToken(
  apiUrl: string,
  { corp, secret }: { corp: string; secret: string },
): Promise<{ token: string; seconds: number }> {
  const given = await reachWecom(apiUrl, 'gettoken', { corpid: corp, corpsecret: secret }, {});
  const read = z.object({ access_token: z.string().min(1), expires_in: z.number().min(1) }).safeParse(given);
  if (!read.success) throw new WecomFailure('unreachable');
  return { token: read.data.access_token, seconds: read.data.expires_in };
}

/** A client for a tool that runs for a moment: WeCom gives it the token that the server has. */
export function clientFor(settings: WecomAppSettings): WecomClient {
  const token = fetchToken(settings.apiUrl, settings).then((held) => held.token);
  token.catch(() => {});
  return createWecomClient(settings.apiUrl, { get: () => token });
}

async function reachWecom(
  apiUrl: string,
  path: string,
  query: Record<string, string>,
  init: RequestInit & { withinMs?: number },
): Promise<Record<string, unknown>> {
  return answerOf(await request(apiUrl, path, query, init));
}

/** One request. The address holds a secret, so no error of the network's own leaves this function. */
async function request(
  apiUrl: string,
  path: string,
  query: Record<string, string>,
  { withinMs = TIMEOUT_MS, ...init }: RequestInit & { withinMs?: number },
): Promise<Response> {
  const url = new URL(`${apiUrl.replace(/\/+$/, '')}/cgi-bin/${path}`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(Math.ceil(withinMs)) }).catch(
    unreachable,
  );
}

async function answerOf(response: Response): Promise<Record<string, unknown>> {
  const given: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new WecomFailure(`http_${response.status}`);
  const read = answer.safeParse(given);
  if (!read.success) throw new WecomFailure('unreachable');
  if (read.data.errcode !== 0) throw errorOf(read.data.errcode);
  return read.data;
}

/** The body; null where it is longer than `limit`: then it is not read to its end. */
async function readWithin(response: Response, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = Number(response.headers.get('content-length') ?? 0) > limit ? Number.POSITIVE_INFINITY : 0;
  try {
    for await (const part of response.body ?? []) {
      length += part.length;
      // Leaving the loop gives the connection up.
      if (length > limit) return null;
      parts.push(part);
    }
  } catch {
    return unreachable();
  }
  return Buffer.concat(parts);
}

function unreachable(): never {
  throw new WecomFailure('unreachable');
}
