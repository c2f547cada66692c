import { App, LogLevel, type Receiver } from '@slack/bolt';
import type { SlackSelf } from './slack-ids.ts';

/** What a door does with a payload that is Slack's: gives what Slack is to be answered with, or throws to have it sent again. */
export type Hear = (body: Record<string, unknown>) => Promise<SlackAnswer | undefined>;

/** What an acknowledgement carries: words for the one who asked, options, or what is wrong with a form. */
export type SlackAnswer = Record<string, unknown>;

/** What the SDK would log may quote payloads and tokens, and what matters reaches us as errors and states. */
export const boltLogger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/**
 * Bolt between a door and `hear`: it knows the workspace's bot and passes over what the bot itself said. One middleware
 * takes everything; the door acknowledges only when it is through, since Bolt would do so before anything is stored.
 */
export function createBolt(receiver: Receiver, self: SlackSelf, botToken: string, hear: Hear): App {
  const app = new App({
    receiver,
    logger: boltLogger,
    authorize: async () => ({ botToken, botId: self.bot, botUserId: self.user, teamId: self.team }),
    attachFunctionToken: false,
    // What a conversation remembers is kept with the records.
    convoStore: false,
  });
  app.use(async ({ body, context }) => {
    const taken = context.taken as { answer?: SlackAnswer };
    const answer = await hear(body as unknown as Record<string, unknown>);
    if (answer !== undefined) taken.answer = answer;
  });
  // The door that brought it must learn of a failure, so that Slack sends it again.
  app.error(async (error) => {
    throw error;
  });
  return app;
}

/** Takes one payload through Bolt; resolves with what to acknowledge it with. */
export async function through(app: App, body: Record<string, unknown>): Promise<SlackAnswer | undefined> {
  const taken: { answer?: SlackAnswer } = {};
  await app.processEvent({ body, ack: async () => {}, customProperties: { taken } });
  return taken.answer;
}
