import { createWecomClient, fetchToken, type WecomClient } from './wecom-app-client.ts';
import type { WecomAppSettings } from './wecom-app-config.ts';
import { codeOf, WecomRefusal } from './wecom-app-errors.ts';
import { isUserId, userIdentity } from './wecom-app-ids.ts';

/** A member of the company, as an administrator checks them. */
export interface WecomUser {
  identity: string;
  name: string;
}

/** The member of an account (账号); null when there is none, or the app may not see them. */
export async function findWecomUser(settings: WecomAppSettings, account: string): Promise<WecomUser | null> {
  if (!isUserId(account)) return null;
  try {
    const { userid, name } = await clientFor(settings).call(`user/get?userid=${account}`);
    const user = typeof userid === 'string' ? userid : account;
    return { identity: userIdentity(settings.corp, user), name: typeof name === 'string' && name !== '' ? name : user };
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

/** A client for a tool that runs for a moment: WeCom gives it the token that the server has. */
function clientFor(settings: WecomAppSettings): WecomClient {
  const token = fetchToken(settings.apiUrl, settings).then((held) => held.token);
  token.catch(() => {});
  return createWecomClient(settings.apiUrl, { get: () => token });
}
