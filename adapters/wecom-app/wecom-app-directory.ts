import { clientFor, type WecomClient } from './wecom-app-client.ts';
import type { WecomAppSettings } from './wecom-app-config.ts';
import { codeOf, WecomRefusal } from './wecom-app-errors.ts';

/** What a member is called, by their account; null when there is none, or the app may not see them. */
export async function memberName(client: Pick<WecomClient, 'call'>, account: string): Promise<string | null> {
  try {
    const { name } = await client.call(`user/get?userid=${account}`);
    return typeof name === 'string' && name !== '' ? name : account;
  } catch (error) {
    if (error instanceof WecomRefusal) return null;
    throw error;
  }
}

/** What WeCom says of the settings: the app's name, or its errcode. */
export type WecomProbe = { kind: 'works'; app: string } | { kind: 'fails'; code: string };

/** Tries company, secret, app and trusted address. */
export async function probeWecom(settings: WecomAppSettings): Promise<WecomProbe> {
  try {
    const { name } = await clientFor(settings).call(`agent/get?agentid=${settings.agent}`);
    return { kind: 'works', app: typeof name === 'string' ? name : String(settings.agent) };
  } catch (error) {
    return { kind: 'fails', code: codeOf(error) };
  }
}

const NAME_CHARS = 40;

/** Who a contact outside the company is; null where WeCom does not say (any more). */
export async function outsiderOf(
  client: Pick<WecomClient, 'call'>,
  contact: string,
): Promise<{ name: string; company: string | null } | null> {
  try {
    const answer = await client.call(`externalcontact/get?external_userid=${encodeURIComponent(contact)}`);
    const { name, corp_full_name, corp_name } = (answer.external_contact ?? {}) as Record<string, unknown>;
    const called = wordsOf(name);
    return called === null ? null : { name: called, company: wordsOf(corp_full_name) ?? wordsOf(corp_name) };
  } catch {
    return null;
  }
}

/** Outsiders name themselves: one line, and not a long one. */
function wordsOf(given: unknown): string | null {
  const words = typeof given === 'string' ? given.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim() : '';
  return words === '' ? null : [...words].slice(0, NAME_CHARS).join('');
}
