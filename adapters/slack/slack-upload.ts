import type { webApi } from '@slack/bolt';
import type { GivenFile } from '../../src/chat/message.ts';
import { directTalk } from './slack-direct.ts';
import { reachSlack } from './slack-errors.ts';

/** Gives one user a file in their direct talk (needs the scope `files:write`). */
export async function uploadTo(client: webApi.WebClient, user: string, { name, bytes }: GivenFile): Promise<void> {
  const channel_id = await directTalk(client, user);
  await reachSlack(() => client.filesUploadV2({ channel_id, filename: name, file: Buffer.from(bytes) }));
}
