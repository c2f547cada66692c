import type { webApi } from '@slack/bolt';
import { reachSlack } from './slack-errors.ts';
import { type SlackSelf, userIdentity } from './slack-ids.ts';

const FRESH_MS = 60_000;
const PAGE = 200;
const PAGES = 10;

/** Who hears what is said in a channel. */
export interface SlackAudience {
  channel: string;
  name: string;
  /** User identities of its members; empty where `open`. */
  users: string[];
  /** People whom nobody has listed hear it: a public channel, one shared with another company, or a very big one. */
  open: boolean;
}

export interface SlackRooms {
  /** A channel's audience, at most a minute old. */
  membersOf(channel: string): Promise<SlackAudience>;
  /** It has changed. */
  forget(channel: string): void;
}

/** Reads channels' members. A public channel's audience is its whole workspace, so its members are not even asked for. */
export function createRooms(client: webApi.WebClient, self: () => SlackSelf): SlackRooms {
  const held = new Map<string, { until: number; audience: Promise<SlackAudience> }>();

  async function read(channel: string): Promise<SlackAudience> {
    const { channel: info } = await reachSlack(() => client.conversations.info({ channel }));
    const name = info?.name ?? channel;
    const closed = info?.is_private === true || info?.is_mpim === true || info?.is_group === true;
    if (!closed || info?.is_ext_shared || info?.is_pending_ext_shared || info?.is_org_shared)
      return { channel, name, users: [], open: true };
    const users: string[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page++) {
      const asked = { channel, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const { members, response_metadata: rest } = await reachSlack(() => client.conversations.members(asked));
      users.push(...(members ?? []));
      cursor = rest?.next_cursor || undefined;
      if (cursor === undefined) break;
    }
    const people = users.filter((user) => user !== self().user).map((user) => userIdentity(self().team, user));
    return { channel, name, users: people, open: cursor !== undefined };
  }

  return {
    membersOf(channel) {
      const known = held.get(channel);
      if (known !== undefined && known.until > performance.now()) return known.audience;
      const audience = read(channel);
      if (held.size > 2_000) held.clear();
      held.set(channel, { until: performance.now() + FRESH_MS, audience });
      audience.catch(() => held.delete(channel));
      return audience;
    },
    forget: (channel) => void held.delete(channel),
  };
}
