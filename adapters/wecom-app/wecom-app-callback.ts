import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../src/ports/clock.ts';
import type { WecomAppSettings } from './wecom-app-config.ts';
import { decrypt, encrypt, isFresh, isSigned, type Stamp, signatureOf } from './wecom-app-crypto.ts';
import { cdata, type Fields, readXml } from './wecom-app-xml.ts';

/** A text has 2,048 bytes at most; what is much longer is not from WeCom. */
const BODY_LIMIT = 256 * 1024;

type Keys = Pick<WecomAppSettings, 'corp' | 'agent' | 'token' | 'aesKey'>;

/** What WeCom brought, read and found to be WeCom's; or the status to refuse it with, and our word for why. */
export type Brought<T> = { kind: 'good'; stamp: Stamp; signature: string; content: T } | Refused;
export interface Refused {
  kind: 'refused';
  status: 400 | 401 | 413;
  why: 'bad_request' | 'bad_signature' | 'stale_stamp' | 'bad_cipher';
}

const refused = (status: Refused['status'], why: Refused['why']): Refused => ({ kind: 'refused', status, why });

/** The address is being checked: the words to answer with. */
export function readCheck(url: string, keys: Keys, now: Date): Brought<string> {
  const query = queryOf(url);
  const echo = query?.get('echostr');
  if (query === null || echo === undefined) return refused(400, 'bad_request');
  return unlocked(query, echo, keys, now);
}

/** A message or an event: the fields within. */
export async function readMessage(request: IncomingMessage, keys: Keys, clock: Clock): Promise<Brought<Fields>> {
  const query = queryOf(request.url ?? '');
  if (query === null) return refused(400, 'bad_request');
  const body = await read(request);
  if (body === null) return refused(413, 'bad_request');
  const envelope = readXml(body);
  // The signature is over the ciphertext alone; what stands around it is checked against what we know.
  const { ToUserName: corp, AgentID: agent = '', Encrypt: encrypted } = envelope ?? {};
  if (typeof encrypted !== 'string' || corp !== keys.corp) return refused(400, 'bad_request');
  if (agent !== '' && agent !== String(keys.agent)) return refused(400, 'bad_request');
  const opened = unlocked(query, encrypted, keys, clock.now());
  if (opened.kind === 'refused') return opened;
  const content = readXml(opened.content);
  return content?.ToUserName === keys.corp ? { ...opened, content } : refused(400, 'bad_cipher');
}

/** An answer that WeCom shows the sender at once: `user` is theirs, the text within 2,048 bytes. */
export function passiveReply(user: string, text: string, keys: Keys, now: Date): string {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const words = `<xml><ToUserName>${cdata(user)}</ToUserName><FromUserName>${cdata(keys.corp)}</FromUserName><CreateTime>${timestamp}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>${cdata(text)}</Content></xml>`;
  const encrypted = encrypt(keys.aesKey, words, keys.corp);
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const signature = signatureOf(keys.token, { timestamp, nonce }, encrypted);
  return `<xml><Encrypt>${cdata(encrypted)}</Encrypt><MsgSignature>${cdata(signature)}</MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce>${cdata(nonce)}</Nonce></xml>`;
}

function unlocked(query: Query, encrypted: string, keys: Keys, now: Date): Brought<string> {
  const stamp = { timestamp: query.get('timestamp') ?? '', nonce: query.get('nonce') ?? '' };
  const signature = query.get('msg_signature') ?? '';
  if (!isSigned(keys.token, stamp, encrypted, signature)) return refused(401, 'bad_signature');
  if (!isFresh(stamp, now)) return refused(401, 'stale_stamp');
  const content = decrypt(keys.aesKey, encrypted, keys.corp);
  return content === null ? refused(400, 'bad_cipher') : { kind: 'good', stamp, signature, content };
}

type Query = ReadonlyMap<string, string>;

/** A query's fields, each decoded once; `+` is itself, as base64 means it. Null where one stands twice or is no text. */
function queryOf(url: string): Query | null {
  const fields = new Map<string, string>();
  for (const part of url.split('?').slice(1).join('?').split('&')) {
    const at = part.indexOf('=');
    try {
      const name = decodeURIComponent(at < 0 ? part : part.slice(0, at));
      if (fields.has(name)) return null;
      fields.set(name, at < 0 ? '' : decodeURIComponent(part.slice(at + 1)));
    } catch {
      return null;
    }
  }
  return fields;
}

/** The body as text; null when it is too long, empty where it is no text. */
async function read(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += (chunk as Buffer).length;
    if (length > BODY_LIMIT) return null;
    chunks.push(chunk as Buffer);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return '';
  }
}
