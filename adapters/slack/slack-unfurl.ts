import type { webApi } from '@slack/bolt';
import type { Message } from '../../src/chat/message.ts';
import { encodeSection } from './slack-encode.ts';
import { reachSlack } from './slack-errors.ts';

const MOST_LINKS = 5;

/** The record that an address of ours shows (`<public address>/r/ID`); null for any other address. */
export function recordIn(address: string, publicUrl: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname, username, password } = new URL(address);
  if (origin !== new URL(publicUrl).origin || username !== '' || password !== '') return null;
  return /^\/r\/([A-Za-z0-9_-]{1,100})$/.exec(pathname)?.[1] ?? null;
}

/** Shows beneath a message what its links lead to, as far as `preview` says that the channel may hear it. */
export async function unfurl(
  client: webApi.WebClient,
  { channel, ts, urls }: { channel: string; ts: string; urls: readonly string[] },
  preview: (url: string) => Promise<Message | null>,
): Promise<void> {
  const unfurls: Record<string, { blocks: ReturnType<typeof encodeSection> }> = {};
  for (const url of urls.slice(0, MOST_LINKS)) {
    const shown = await preview(url);
    if (shown !== null) unfurls[url] = { blocks: encodeSection(shown) };
  }
  if (Object.keys(unfurls).length > 0) await reachSlack(() => client.chat.unfurl({ channel, ts, unfurls }));
}
