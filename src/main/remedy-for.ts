import { SLACK } from '../../adapters/slack/slack-ids.ts';
import { slackRemedy } from '../../adapters/slack/slack-remedies.ts';
import { WECHATY } from '../../adapters/wechaty/wechaty-decode.ts';
import { wechatyRemedy } from '../../adapters/wechaty/wechaty-remedies.ts';
import { WECOM_APP } from '../../adapters/wecom-app/wecom-app-ids.ts';
import { remedies, remedyOf } from '../../adapters/wecom-app/wecom-app-remedies.ts';
import { WECOM_BOT } from '../../adapters/wecom-bot/wecom-bot-ids.ts';
import { wecomBotRemedy } from '../../adapters/wecom-bot/wecom-bot-remedies.ts';
import { WECOM_HOOK } from '../../adapters/wecom-hook/wecom-hook-ids.ts';
import { wecomHookRemedy } from '../../adapters/wecom-hook/wecom-hook-remedies.ts';
import type { Locale } from '../chat/texts.ts';

const BY_ADAPTER = new Map<string, (code: string, locale: Locale) => string>([
  [SLACK, slackRemedy],
  [WECOM_APP, (code, locale) => remedyOf(code, remedies(locale))],
  [WECOM_BOT, wecomBotRemedy],
  [WECOM_HOOK, wecomHookRemedy],
  [WECHATY, wechatyRemedy],
]);

/** What an administrator can do about an adapter's error; null where the adapter knows no remedies. */
export const remedyFor = (adapter: string, code: string, locale: Locale): string | null =>
  BY_ADAPTER.get(adapter)?.(code, locale) ?? null;
