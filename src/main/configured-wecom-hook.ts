import type { z } from 'zod';
import { createWecomHookAdapter } from '../../adapters/wecom-hook/wecom-hook-adapter.ts';
import type { wecomHookConfig } from '../../adapters/wecom-hook/wecom-hook-config.ts';
import { WECOM_HOOK } from '../../adapters/wecom-hook/wecom-hook-ids.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import { type PlatformRecords, platformParts } from './platform-parts.ts';

/** WeCom's group webhooks that the variable names; none when it names none. */
export const configuredWecomHook = (
  { WECOM_HOOKS: hooks }: z.infer<typeof wecomHookConfig>,
  records: PlatformRecords,
): ChatAdapter[] =>
  hooks === undefined ? [] : [createWecomHookAdapter({ ...platformParts(WECOM_HOOK, records), hooks })];
