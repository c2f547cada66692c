import { z } from 'zod';

const text = z.string().trim().min(1);

/**
 * The variables of the Wechaty adapter: off by default, on when the token is set. The package is not installed with
 * Genjin; `WECHATY_MODULE` names the one that is (`wechaty`, or its kept-up fork `@juzi/wechaty`).
 */
export const wechatyConfig = z.object({
  WECHATY_TOKEN: text.optional(),
  WECHATY_MODULE: text.default('wechaty'),
  WECHATY_PUPPET: text.default('wechaty-puppet-service'),
  WECHATY_ENDPOINT: text.regex(/^[^\s:]+:\d{1,5}$/, '127.0.0.1:8788').optional(),
});

export interface WechatySettings {
  module: string;
  puppet: string;
  /** As the puppet takes them. */
  puppetOptions: Record<string, unknown>;
}

/** The settings that the variables give; null while Wechaty is not configured. */
export function wechatySettings(config: z.infer<typeof wechatyConfig>): WechatySettings | null {
  const { WECHATY_TOKEN: token, WECHATY_ENDPOINT: endpoint } = config;
  if (token === undefined) return null;
  return {
    module: config.WECHATY_MODULE,
    puppet: config.WECHATY_PUPPET,
    puppetOptions: { token, ...(endpoint === undefined ? {} : { endpoint }), timeoutSeconds: 20 },
  };
}
