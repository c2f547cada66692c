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
