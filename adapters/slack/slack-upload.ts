import type { webApi } from '@slack/bolt';
import type { GivenFile } from '../../src/chat/message.ts';
import { reachSlack, SlackRefusal } from './slack-errors.ts';

/** Gives one user a file in their direct talk (needs the scope `files:write`). */
export async function uploadTo(client: webApi.WebClient, user: string, { name, bytes }: GivenFile): Promise<void> {
  const { channel } = await reachSlack(() => client.conversations.open({ users: user }));
  const channel_id = channel?.id;
  if (channel_id === undefined) throw new SlackRefusal('no_direct_channel');
  await reachSlack(() => client.filesUploadV2({ channel_id, filename: name, file: Buffer.from(bytes) }));
}
