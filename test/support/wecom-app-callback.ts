import { setTimeout as sleep } from 'node:timers/promises';
import { decrypt, encrypt, signatureOf } from '../../adapters/wecom-app/wecom-app-crypto.ts';
import { cdata, readXml } from '../../adapters/wecom-app/wecom-app-xml.ts';
import { AGENT, CORP } from './fake-wecom-app.ts';

export const TOKEN = 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo';
export const AES_KEY = '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt';

/** One request as WeCom makes it. */
export interface WecomRequest {
  query: Record<string, string>;
  body: string;
}

/** The fields of a member's message or event, in CDATA as WeCom writes them. */
export const innerXml = (fields: Record<string, string>): string =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) =>
      /^\d+$/.test(value) ? `<${name}>${value}</${name}>` : `<${name}>${cdata(value)}</${name}>`,
    )
    .join('')}</xml>`;

const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000));

/** Words signed and encrypted with what is given in place of our own. */
export function sealed(
  words: string,
  { at = new Date(), token = TOKEN, key = AES_KEY, receiver = CORP, nonce = crypto.randomUUID().slice(0, 10) } = {},
): WecomRequest {
  return sealedCipher(encrypt(key, words, receiver), { at, token, nonce });
}

export function sealedCipher(
  encrypted: string,
  { at = new Date(), token = TOKEN, nonce = 'nonce1' } = {},
): WecomRequest {
  const timestamp = seconds(at);
  return {
    query: { msg_signature: signatureOf(token, { timestamp, nonce }, encrypted), timestamp, nonce },
    body: `<xml><ToUserName>${cdata(CORP)}</ToUserName><Encrypt>${cdata(encrypted)}</Encrypt><AgentID>${cdata(String(AGENT))}</AgentID></xml>`,
  };
}

export interface Member {
  text(content: string, id: string): string;
  press(task: string, key: string, code: string): string;
  sends(type: string, id: string, fields?: Record<string, string>): string;
  event(fields: Record<string, string>): string;
}

/** Messages of one member, shaped as WeCom's own (adapters/wecom-app/samples). */
export function member(user: string, at: () => Date = () => new Date()): Member {
  const base = () => ({ ToUserName: CORP, FromUserName: user, CreateTime: seconds(at()), AgentID: String(AGENT) });
  const sends: Member['sends'] = (MsgType, MsgId, fields = {}) => innerXml({ ...base(), MsgType, MsgId, ...fields });
  const event: Member['event'] = (fields) => innerXml({ ...base(), MsgType: 'event', ...fields });
  return {
    text: (Content, id) => sends('text', id, { Content }),
    sends,
    event,
    press: (TaskId, EventKey, ResponseCode) =>
      event({ Event: 'template_card_event', EventKey, TaskId, CardType: 'button_interaction', ResponseCode }),
  };
}

/** What WeCom was answered; null where there was no answer in its time. */
export interface WecomAnswer {
  status: number;
  body: string;
  /** The text that the answer shows the sender; null for an empty one. */
  shown: string | null;
}

/** Makes one request, waiting as long as WeCom does. */
export async function request(
  url: URL,
  { query, body }: WecomRequest,
  { waitMs, method = 'POST' }: { waitMs: number; method?: string },
): Promise<WecomAnswer | null> {
  const address = new URL(url);
  address.search = new URLSearchParams(query).toString();
  try {
    const init = method === 'GET' ? { method } : { method, body, headers: { 'content-type': 'text/xml' } };
    const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(waitMs) });
    const text = await answer.text();
    return { status: answer.status, body: text, shown: passiveText(text) };
  } catch {
    return null;
  }
}

/** Brings words as WeCom does: without an answer in time, three times in all. */
export async function bring(
  url: URL,
  words: string,
  { waitMs, tries = 3 }: { waitMs: number; tries?: number },
): Promise<WecomAnswer | null> {
  const made = sealed(words);
  for (let tried = 1; tried <= tries; tried++) {
    const answer = await request(url, made, { waitMs });
    if (answer !== null) return answer;
    await sleep(5);
  }
  return null;
}

function passiveText(body: string): string | null {
  const fields = readXml(body);
  const { Encrypt: encrypted, MsgSignature, TimeStamp, Nonce } = fields ?? {};
  if (typeof encrypted !== 'string') return null;
  const stamp = { timestamp: String(TimeStamp), nonce: String(Nonce) };
  if (signatureOf(TOKEN, stamp, encrypted) !== MsgSignature) throw new Error('the answer is not signed');
  const inner = readXml(decrypt(AES_KEY, encrypted, CORP) ?? '');
  return String(inner?.Content ?? '');
}
