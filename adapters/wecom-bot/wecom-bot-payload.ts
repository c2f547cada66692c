import { z } from 'zod';

const id = z.string().min(1).max(256);
const words = z.object({ content: z.string() });
/** Media: the bytes lie at `url` for five minutes, under a key of their own. */
const media = z.object({
  url: z
    .url({ protocol: /^https?$/ })
    .max(4_096)
    .optional(),
  aeskey: z.string().max(100).optional(),
  filename: z.string().max(300).optional(),
  file_size: z.number().nonnegative().optional(),
});
export type BotMedia = z.infer<typeof media>;

/** What a message holds, and what one that is quoted held, of which the words alone are read. */
const content = z.object({
  msgtype: z.string().max(40),
  text: words.optional(),
  /** Carries its transcript. */
  voice: words.optional(),
  image: media.optional(),
  file: media.optional(),
  video: media.optional(),
  mixed: z
    .object({
      msg_item: z.array(z.object({ msgtype: z.string(), text: words.optional(), image: media.optional() })).max(50),
    })
    .optional(),
});

export type BotContents = z.infer<typeof content>;

/** Who it came from and where; `chatid` in groups alone. */
const common = {
  msgid: id,
  aibotid: id,
  chatid: id.optional(),
  chattype: z.enum(['single', 'group']).optional(),
  from: z.object({ userid: id }),
  /** Seconds. */
  create_time: z.number().int().positive().optional(),
};

/** The body of `aibot_msg_callback`. */
export const botMessage = content.extend({ ...common, quote: content.optional() });
export type BotMessage = z.infer<typeof botMessage>;

const pressed = z.object({ event_key: id.optional(), task_id: id.optional() });

/** The body of `aibot_event_callback`. The press of a card lies in an object of its own, in older accounts beside it. */
export const botEvent = z.object({
  ...common,
  msgtype: z.literal('event'),
  event: pressed.extend({ eventtype: z.string().max(60), template_card_event: pressed.optional() }),
});
export type BotEvent = z.infer<typeof botEvent>;
