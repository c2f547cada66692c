/** The name under which the rest of the bot knows this chat world. */
export const SLACK = 'slack';

/** Who the bot itself is in its workspace. */
export interface SlackSelf {
  team: string;
  user: string;
  /** The bot's id, which its messages carry. */
  bot: string;
}

/** A message's identity: Slack sends one message as two events (message and app_mention), and both have this one. */
export const messageIdentity = (team: string, channel: string, ts: string): string => `slack:${team}:${channel}:${ts}`;

/** A user's identity; user ids are unique within a workspace alone. */
export const userIdentity = (team: string, user: string): string => `${team}:${user}`;

/** The user id within an identity; null for what is none. */
export const userIdOf = (identity: string): string | null =>
  /^[TE][A-Z0-9]+:([UW][A-Z0-9]+)$/.exec(identity)?.[1] ?? null;
