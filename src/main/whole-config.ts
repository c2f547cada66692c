import { slackConfig } from '../../adapters/slack/slack-config.ts';
import { webConfig } from '../../adapters/web/web-config.ts';
import { wechatyConfig } from '../../adapters/wechaty/wechaty-config.ts';
import { wecomAppConfig } from '../../adapters/wecom-app/wecom-app-config.ts';
import { wecomBotConfig } from '../../adapters/wecom-bot/wecom-bot-config.ts';
import { wecomHookConfig } from '../../adapters/wecom-hook/wecom-hook-config.ts';
import { baseConfig } from '../config.ts';

/** Every variable that Genjin reads: the bot's own and each chat world's. */
export const wholeConfig = baseConfig.extend({
  ...webConfig.shape,
  ...slackConfig.shape,
  ...wecomAppConfig.shape,
  ...wecomBotConfig.shape,
  ...wecomHookConfig.shape,
  ...wechatyConfig.shape,
});
