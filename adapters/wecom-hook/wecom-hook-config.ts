import { z } from 'zod';

const EXAMPLE = 'sales=https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…';

/** One group that alerts may go to, by its webhook. */
export interface WecomHook {
  /** As the administrator calls the group; its room is `hook:<name>`. */
  name: string;
  /** The address with its key, which is all the secret there is: never in logs or errors. */
  url: string;
  /** Whom every alert there names: userids, or `@all`. */
  mentions: string[];
}

const hook = z.object({
  name: z.string().regex(/^[^\s=;,]{1,40}$/),
  url: z.url({ protocol: /^https?$/ }).regex(/[?&]key=[^&\s]/),
  mentions: z.array(z.string().regex(/^(?:@all|[\w.@-]{1,64})$/)),
});

/** Reads `name=url,mention,mention;name=url`; null where that is not what it says. */
function readHooks(text: string): WecomHook[] | null {
  const hooks = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const at = part.indexOf('=');
      const [url, ...mentions] = part.slice(at + 1).split(',');
      return {
        name: part.slice(0, Math.max(0, at)).trim(),
        url: url?.trim(),
        mentions: mentions.map((one) => one.trim()),
      };
    });
  const read = z.array(hook).min(1).safeParse(hooks);
  const distinct = read.success && new Set(read.data.map(({ name }) => name)).size === read.data.length;
  return distinct ? read.data : null;
}

/** The variable of WeCom's group webhooks (群机器人, 消息推送): one for each group, by a name of one's own. */
export const wecomHookConfig = z.object({
  WECOM_HOOKS: z
    .string()
    .transform((text, context): WecomHook[] => {
      const hooks = readHooks(text);
      if (hooks !== null) return hooks;
      // The text itself holds keys: a fault names an example alone.
      context.addIssue({ code: 'custom', message: EXAMPLE, input: undefined });
      return z.NEVER;
    })
    .optional(),
});
