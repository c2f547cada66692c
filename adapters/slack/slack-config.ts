import { z } from 'zod';

const API_URL = 'https://slack.com/api/';

const token = (prefix: string) => z.string().trim().startsWith(prefix, `${prefix}…`);

/**
 * The variables of the Slack adapter: on when the bot token is there with one of the other two. The app token means
 * Socket Mode (no public address); the signing secret means HTTP. Socket Mode where both are set.
 */
export const slackConfig = z.object({
  SLACK_BOT_TOKEN: token('xoxb-').optional(),
  SLACK_APP_TOKEN: token('xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().trim().min(16, '≥ 16 × a–f, 0–9').optional(),
  SLACK_API_URL: z
    .url({ protocol: /^https?$/ })
    .endsWith('/api/', 'https://slack.com/api/')
    .default(API_URL),
});

/** What makes half a set of variables an error. */
export const slackTogether = {
  set: ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
  needs: ['SLACK_BOT_TOKEN'],
  oneOf: ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'],
} as const;

/** How events come in. */
export type SlackDoor = { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string };

export interface SlackSettings {
  botToken: string;
  apiUrl: string;
  door: SlackDoor;
}

/** The settings that the variables give; null while Slack is not configured. */
export function slackSettings(config: z.infer<typeof slackConfig>): SlackSettings | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = config;
  if (botToken === undefined) return null;
  const common = { botToken, apiUrl: config.SLACK_API_URL };
  if (appToken !== undefined) return { ...common, door: { kind: 'socket', appToken } };
  return signingSecret === undefined ? null : { ...common, door: { kind: 'http', signingSecret } };
}
