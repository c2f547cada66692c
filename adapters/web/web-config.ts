import { z } from 'zod';

const flag = z.string().trim();

/**
 * The variables of the web adapter. `WEB_PUBLIC_URL`: the address people open, where a proxy stands in front; links are
 * made with it, and https there turns on strict transport. `WEB_TRUST_PROXY`: how many proxies stand in front.
 */
export const webConfig = z.object({
  WEB_HOST: flag.min(1, '127.0.0.1').default('127.0.0.1'),
  WEB_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  WEB_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  WEB_TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  WEB_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(6000),
  WEB_METRICS_TOKEN: flag.min(16, '≥ 16 × a–z, 0–9').optional(),
});

export type WebConfig = z.infer<typeof webConfig>;
