import { z } from 'zod';

const id = z.string().min(1).max(100);

export const slackFile = z.object({
  id,
  name: z.string().max(255).nullish(),
  title: z.string().max(255).nullish(),
  mimetype: z.string().max(100).default(''),
  size: z.number().optional(),
  url_private: z.string().max(2_000).optional(),
  url_private_download: z.string().max(2_000).optional(),
  /** What was said in an audio clip, where Slack has written it down. */
  transcription: z.object({ status: z.string(), preview: z.object({ content: z.string() }).optional() }).optional(),
});
export type SlackFile = z.infer<typeof slackFile>;

/** A message as Slack's events carry it; `message` and `previous_message` in one that was changed or deleted. */
const said = z.object({
  type: z.string().default('message'),
  subtype: z.string().optional(),
  user: id.optional(),
  bot_id: id.optional(),
  team: id.optional(),
  user_team: id.optional(),
  source_team: id.optional(),
  text: z.string().default(''),
  ts: id.optional(),
  thread_ts: id.optional(),
  channel_type: z.string().optional(),
  edited: z.object({ ts: id }).optional(),
  blocks: z.unknown().optional(),
  event_ts: id.optional(),
  files: z.array(slackFile).max(20).optional().catch(undefined),
});

export const slackMessage = said.extend({
  channel: id,
  message: said.optional(),
  previous_message: said.optional(),
});

/** What was said, without where: as it stands within a change. */
export type SaidMessage = z.infer<typeof said>;
export type SlackMessage = z.infer<typeof slackMessage>;

/** The envelope of the Events API, over HTTP and the socket alike. */
export const slackEvent = z.object({
  type: z.literal('event_callback'),
  event: z.looseObject({
    type: z.string(),
    channel: z.union([z.string(), z.looseObject({ id: z.string() })]).optional(),
  }),
});

/** What `:name:` in the text stands for: the rich text beside it carries each emoji's code points. */
export function emojiOf(blocks: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const look = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null || depth > 8) return;
    const { type, name, unicode, elements } = node as Record<string, unknown>;
    if (type === 'emoji' && typeof name === 'string' && typeof unicode === 'string') {
      const points = unicode.split('-').map((hex) => Number.parseInt(hex, 16));
      if (points.every((point) => point > 0 && point <= 0x10ffff)) found.set(name, String.fromCodePoint(...points));
    }
    for (const child of Array.isArray(node) ? node : Array.isArray(elements) ? elements : []) look(child, depth + 1);
  };
  look(blocks, 0);
  return found;
}

export const homeOpened = z.object({ user: id, tab: z.literal('home') });

export const linkShared = z.object({
  channel: id,
  message_ts: id,
  user: id,
  source: z.string().optional(),
  links: z.array(z.object({ url: z.string().max(3_000) })).max(100),
});
