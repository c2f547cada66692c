import type { webApi } from '@slack/bolt';
import { reachSlack, SlackRefusal } from './slack-errors.ts';
import { userIdOf } from './slack-ids.ts';

/** Says something to one user in their direct talk that is no answer of the bot's: nothing was stored. */
export async function tellDirectly(client: webApi.WebClient, identity: string, text: string): Promise<void> {
  const user = userIdOf(identity);
  if (user === null) return;
  const channel = await directTalk(client, user);
  await reachSlack(() => client.chat.postMessage({ channel, text, mrkdwn: false }));
}

/** The channel of the direct talk with one user. */
export async function directTalk(client: webApi.WebClient, user: string): Promise<string> {
  const { channel } = await reachSlack(() => client.conversations.open({ users: user }));
  if (channel?.id === undefined) throw new SlackRefusal('no_direct_channel');
  return channel.id;
}
