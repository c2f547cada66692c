import { z } from 'zod';

const API_URL = 'https://qyapi.weixin.qq.com';

/** The variables of the WeCom app (企业微信自建应用): all five of `wecomAppTogether`, or none. */
export const wecomAppConfig = z.object({
  WECOM_APP_CORP_ID: z
    .string()
    .trim()
    .regex(/^w[wx][0-9A-Za-z]{16}$/, 'ww0123456789abcdef')
    .optional(),
  WECOM_APP_AGENT_ID: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,8}$/, '1000002')
    .transform(Number)
    .optional(),
  WECOM_APP_SECRET: z.string().trim().min(20, 'Secret').optional(),
  WECOM_APP_TOKEN: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{3,32}$/, 'Token, 3–32 × 0-9 A-Z a-z')
    .optional(),
  WECOM_APP_AES_KEY: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{43}$/, 'EncodingAESKey, 43 × 0-9 A-Z a-z')
    .optional(),
  WECOM_APP_API_URL: z.url({ protocol: /^https?$/ }).default(API_URL),
  WECOM_APP_MARKDOWN: z.stringbool().default(false),
});

/** What makes half a set of variables an error. */
export const wecomAppTogether = {
  set: ['WECOM_APP_CORP_ID', 'WECOM_APP_AGENT_ID', 'WECOM_APP_SECRET', 'WECOM_APP_TOKEN', 'WECOM_APP_AES_KEY'],
  needs: ['WECOM_APP_CORP_ID', 'WECOM_APP_AGENT_ID', 'WECOM_APP_SECRET', 'WECOM_APP_TOKEN', 'WECOM_APP_AES_KEY'],
} as const;

export interface WecomAppSettings {
  corp: string;
  agent: number;
  secret: string;
  /** The callback's Token and EncodingAESKey. */
  token: string;
  aesKey: string;
  apiUrl: string;
  /** Cards without buttons are shown by WeCom's markdown, which colleagues who read in WeChat do not see at all. */
  markdown: boolean;
}

/** The settings that the variables give; null while the app is not configured. */
export function wecomAppSettings(config: z.infer<typeof wecomAppConfig>): WecomAppSettings | null {
  const {
    WECOM_APP_CORP_ID: corp,
    WECOM_APP_AGENT_ID: agent,
    WECOM_APP_SECRET: secret,
    WECOM_APP_TOKEN: token,
    WECOM_APP_AES_KEY: aesKey,
  } = config;
  if (corp === undefined || agent === undefined || secret === undefined || token === undefined || aesKey === undefined)
    return null;
  return {
    corp,
    agent,
    secret,
    token,
    aesKey,
    apiUrl: config.WECOM_APP_API_URL,
    markdown: config.WECOM_APP_MARKDOWN,
  };
}
