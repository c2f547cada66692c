import { webApi } from '@slack/bolt';
import { boltLogger } from './slack-bolt.ts';
import type { SlackSettings } from './slack-config.ts';

const TIMEOUT_MS = 15_000;

/**
 * Slack's own client, told to fail at once: the outbox tries again. On one 429 it would otherwise hold up every channel,
 * and a call without a limit could hang for ever.
 */
export function createSlackClient(
  { botToken, apiUrl }: Pick<SlackSettings, 'botToken' | 'apiUrl'>,
  timeoutMs = TIMEOUT_MS,
): webApi.WebClient {
  return new webApi.WebClient(botToken, { ...clientOptions(apiUrl), timeout: timeoutMs });
}

export const clientOptions = (apiUrl: string): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout: TIMEOUT_MS,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  logger: boltLogger,
});
