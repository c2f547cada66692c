import { z } from 'zod';

/** The variables of WeCom's 智能机器人: on when id and secret are set. */
export const wecomBotConfig = z.object({
  WECOM_BOT_ID: z.string().trim().min(6, 'aib…').optional(),
  WECOM_BOT_SECRET: z.string().trim().min(16, 'the Secret of the long connection').optional(),
  WECOM_BOT_NAME: z.string().trim().min(1).optional(),
  WECOM_BOT_URL: z.url({ protocol: /^wss?$/, error: 'wss://…' }).default('wss://openws.work.weixin.qq.com'),
});

/** What makes half a set of variables an error. */
export const wecomBotTogether = {
  set: ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'],
  needs: ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'],
} as const;

export interface WecomBotSettings {
  bot: string;
  secret: string;
  url: string;
  /** The bot's name as groups write it; undefined: only a mention at the beginning is recognised. */
  name?: string;
}

/** The settings that the variables give; null while the bot is not configured. */
export function wecomBotSettings(config: z.infer<typeof wecomBotConfig>): WecomBotSettings | null {
  const { WECOM_BOT_ID: bot, WECOM_BOT_SECRET: secret, WECOM_BOT_URL: url, WECOM_BOT_NAME: name } = config;
  if (bot === undefined || secret === undefined) return null;
  return { bot, secret, url, ...(name === undefined ? {} : { name }) };
}
