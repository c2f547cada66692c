import { webApi } from '@slack/bolt';
import type { Profile } from '../../src/chat/chat-adapter.ts';
import { clientOptions, createSlackClient } from './slack-client.ts';
import type { SlackSettings } from './slack-config.ts';
import { codeOf, reachSlack, SlackRefusal } from './slack-errors.ts';
import { userIdentity } from './slack-ids.ts';

/** A user of the workspace, as an administrator checks them. */
export interface SlackUser {
  identity: string;
  name: string;
}

/** The user of an id or a verified e-mail; null when there is none, or it is a bot or has left. */
export async function findSlackUser(settings: SlackSettings, given: string): Promise<SlackUser | null> {
  const client = createSlackClient(settings);
  try {
    const { user } = await reachSlack(
      async (): Promise<webApi.UsersInfoResponse> =>
        given.includes('@') ? client.users.lookupByEmail({ email: given }) : client.users.info({ user: given }),
    );
    if (user?.id === undefined || user.team_id === undefined || user.is_bot || user.deleted) return null;
    return { identity: userIdentity(user.team_id, user.id), name: user.real_name ?? user.name ?? user.id };
  } catch (error) {
    if (error instanceof SlackRefusal && /^users?_not_found$/.test(error.code)) return null;
    throw error;
  }
}

/**
 * What the workspace knows of a user; null for a bot and for one who has left. The e-mail of a guest or of another
 * workspace's user is that of somebody else's word.
 */
export async function profileOf(client: webApi.WebClient, team: string, id: string): Promise<Profile | null> {
  const { user } = await reachSlack(() => client.users.info({ user: id }));
  if (user === undefined || user.is_bot || user.deleted) return null;
  const { email } = user.profile ?? {};
  const ours = user.team_id === team && !user.is_stranger && !user.is_restricted && !user.is_ultra_restricted;
  const verified = ours && user.is_email_confirmed === true;
  return { name: user.real_name ?? user.name ?? null, email: verified ? (email ?? null) : null };
}

/** What Slack says of the tokens: the workspace and the bot's name, or its word for what is wrong and with which one. */
export type SlackProbe =
  | { kind: 'works'; team: string; bot: string }
  | { kind: 'fails'; token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN'; code: string };

export async function probeSlack(settings: SlackSettings): Promise<SlackProbe> {
  let token: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' = 'SLACK_BOT_TOKEN';
  try {
    const { team = '', user = '' } = await reachSlack(() => createSlackClient(settings).auth.test());
    if (settings.door.kind === 'socket') {
      token = 'SLACK_APP_TOKEN';
      const client = new webApi.WebClient(settings.door.appToken, clientOptions(settings.apiUrl));
      await reachSlack(() => client.apps.connections.open());
    }
    return { kind: 'works', team, bot: user };
  } catch (error) {
    return { kind: 'fails', token, code: codeOf(error) };
  }
}
