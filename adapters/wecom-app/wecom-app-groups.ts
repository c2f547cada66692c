import { z } from 'zod';
import { clientFor, type WecomClient } from './wecom-app-client.ts';
import type { WecomAppSettings } from './wecom-app-config.ts';
import { WecomFailure } from './wecom-app-errors.ts';
import { groupOf, groupRoom, userIdentity } from './wecom-app-ids.ts';

/** WeCom: a group of an app has 2 to 2,000 members, and a name of 50 characters at most. */
export const GROUP_LIMITS = { least: 2, most: 2_000, name: 50 } as const;

/** Who hears what is said in a group of the app; people outside the company cannot be in one. */
export interface WecomAudience {
  room: string;
  name: string;
  /** Identities of its members. */
  users: string[];
}

/**
 * Makes a group of these members (user ids; the first owns it) and gives its room. WeCom shows it to them with the first
 * message. What is written there does not come to the app: such a group only hears.
 */
export async function createGroup(settings: WecomAppSettings, name: string, users: readonly string[]): Promise<string> {
  const [owner] = users;
  const { chatid } = await clientFor(settings).call('appchat/create', { name, owner, userlist: users });
  if (typeof chatid !== 'string') throw new WecomFailure('unreachable');
  return groupRoom(chatid);
}

const info = z.object({ chat_info: z.object({ name: z.string(), userlist: z.array(z.string()) }) });

/** Who is in a group now: members may add others in WeCom. */
export async function audienceOf(
  client: Pick<WecomClient, 'call'>,
  corp: string,
  room: string,
): Promise<WecomAudience> {
  const read = info.safeParse(await client.call(`appchat/get?chatid=${groupOf(room)}`));
  if (!read.success) throw new WecomFailure('unreachable');
  const { name, userlist } = read.data.chat_info;
  return { room, name, users: userlist.map((user) => userIdentity(corp, user)) };
}
