import type { webApi } from '@slack/bolt';
import type { Post } from '../../src/chat/platform-posts.ts';
import { reachSlack, SlackRefusal } from './slack-errors.ts';

/** How far Slack's clock and ours may lie apart, seconds. */
const APART_SECONDS = 300;
const PAGE = 200;
const PAGES = 5;

/**
 * The parts of a row that Slack has already, by the data that our messages carry: a try whose answer was lost may have
 * worked. Nothing is found where the app may not read the channel; then a second try may show it twice.
 */
export async function findPosted(
  client: webApi.WebClient,
  row: string,
  post: Omit<Post, 'messages'>,
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const oldest = String(Math.floor(post.at.getTime() / 1000) - APART_SECONDS);
  const asked = { channel: post.channel, oldest, limit: PAGE, include_all_metadata: true };
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page++) {
    const next = cursor === undefined ? asked : { ...asked, cursor };
    const answer = await reachSlack(() =>
      post.thread === undefined
        ? client.conversations.history(next)
        : client.conversations.replies({ ...next, ts: post.thread }),
    ).catch(orNothing);
    for (const { ts, metadata } of answer.messages ?? []) {
      const carried = metadata?.event_payload as { row?: unknown; part?: unknown } | undefined;
      if (ts !== undefined && carried?.row === row && typeof carried.part === 'number') found.set(carried.part, ts);
    }
    cursor = answer.response_metadata?.next_cursor || undefined;
    if (cursor === undefined) break;
  }
  return found;
}

type Page = Pick<webApi.ConversationsHistoryResponse, 'messages' | 'response_metadata'>;

/** Where reading is not allowed, nothing is found. */
function orNothing(error: unknown): Page {
  const cause = (error as { cause?: unknown }).cause;
  const denied = (cause as { data?: { error?: unknown } } | undefined)?.data?.error === 'missing_scope';
  if (denied || error instanceof SlackRefusal) return {};
  throw error;
}
