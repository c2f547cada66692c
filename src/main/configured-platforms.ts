import type { z } from 'zod';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import type { HttpServer } from '../ports/http-server.ts';
import type { Rules } from '../rules/create-rules.ts';
import { configuredSlack } from './configured-slack.ts';
import { configuredWechaty } from './configured-wechaty.ts';
import { configuredWecomApp } from './configured-wecom-app.ts';
import { configuredWecomBot } from './configured-wecom-bot.ts';
import { configuredWecomHook } from './configured-wecom-hook.ts';
import type { PlatformRecords } from './platform-parts.ts';
import type { wholeConfig } from './whole-config.ts';

/** The chat worlds that the variables name, beside the web page. */
export const configuredPlatforms = (
  config: z.infer<typeof wholeConfig>,
  records: PlatformRecords,
  http: HttpServer,
  allowPush: Rules['allowPush'],
): ChatAdapter[] => [
  ...configuredSlack(config, records, http, config.WEB_PUBLIC_URL ?? null),
  ...configuredWecomApp(config, records, http, allowPush, config.WEB_PUBLIC_URL ?? null),
  ...configuredWecomBot(config, records, allowPush),
  ...configuredWecomHook(config, records),
  ...configuredWechaty(config, records),
];
