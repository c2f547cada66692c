import type { BotChats } from '../../adapters/wecom-bot/wecom-bot-chats.ts';
import type { WecomBotSettings } from '../../adapters/wecom-bot/wecom-bot-config.ts';
import { WECOM_BOT } from '../../adapters/wecom-bot/wecom-bot-ids.ts';
import { defineTexts, type Locale } from '../../src/chat/texts.ts';
import type { PersonStore } from '../../src/crm/person/person-store.ts';
import type { AdapterMends } from './examine-adapter.ts';
import type { Finding } from './finding.ts';

const texts = defineTexts({
  zh: {
    name: '企业微信机器人',
    off: '企业微信机器人:未配置(不影响使用)',
    // A trial would put the running server's connection out: WeCom allows one.
    on: (bot: string) => `企业微信机器人:${bot}(只许一条连接,这里不试连)`,
    unheard: '在企业微信里打开机器人发一句话;没反应就核对机器人的「API模式」选的是「长连接」。',
    silent: (names: string) => `企业微信机器人推不到:${names}`,
    silentMend: '请他们在企业微信里打开机器人,随便发一句话;之后才收得到提醒。',
    kicked: '同一个机器人在别处也连着(另一台服务器、测试环境),企业微信只留一条。停掉那边,再重启这边。',
    auth: 'WECOM_BOT_ID 或 WECOM_BOT_SECRET 不对:在机器人的「API模式」里重新获取 Secret,抄到 .env。',
    pace: '同一个会话一分钟最多 30 条、一小时 1000 条;会自己恢复。',
    chat: '这个人没跟机器人说过话,或机器人已不在群里:请他先发一句,或把机器人拉进群。',
    network: '检查到 openws.work.weixin.qq.com 的网络或代理(WebSocket,443 端口)。',
    other: 'docs/wecom-bot.md 的「出问题时」。',
  },
  en: {
    name: 'The WeCom bot',
    off: 'WeCom bot: not configured (nothing needs it)',
    on: (bot: string) => `WeCom bot: ${bot} (one connection is allowed, so none is tried here)`,
    unheard: 'Open the bot in WeCom and write something; if nothing comes, its API mode must be 长连接 (WebSocket).',
    silent: (names: string) => `The WeCom bot cannot reach: ${names}`,
    silentMend: 'Ask them to open the bot in WeCom and send it a word; reminders reach them from then on.',
    kicked:
      'The same bot is connected elsewhere (another server, a test), and WeCom keeps one. Stop that, restart this.',
    auth: 'WECOM_BOT_ID or WECOM_BOT_SECRET is wrong: get the secret again in the bot’s API mode and copy it to .env.',
    pace: 'One chat takes 30 messages a minute and 1,000 an hour; it passes by itself.',
    chat: 'They never wrote to the bot, or it is no longer in that group: they write first, or it is invited again.',
    network: 'Check the network or proxy to openws.work.weixin.qq.com (WebSocket, port 443).',
    other: 'See docs/wecom-bot.md.',
  },
});

/** What people call it. */
export const wecomBotName = (locale: Locale): string => texts(locale).name;

/** Says that it is configured; whether it works is said by the running server's state. */
export function examineWecomBot(settings: WecomBotSettings | null, locale: Locale): Finding {
  const words = texts(locale);
  return settings === null
    ? { ok: null, what: words.off, mend: '' }
    : { ok: true, what: words.on(settings.bot), mend: '' };
}

/** People who are linked and never wrote: WeCom lets the bot write to nobody first. */
export async function silentFindings(
  people: Pick<PersonStore, 'active'>,
  chats: Pick<BotChats, 'everWrote'>,
  locale: Locale,
): Promise<Finding[]> {
  const words = texts(locale);
  const linked = (await people.active()).flatMap(({ name, identities }) => {
    const user = identities.find(({ adapter }) => adapter === WECOM_BOT)?.user;
    return user === undefined ? [] : [{ name, user }];
  });
  const wrote = await chats.everWrote(linked.map(({ user }) => user));
  const silent = linked.filter(({ user }) => !wrote.has(user)).map(({ name }) => name);
  if (silent.length === 0) return [];
  const names = new Intl.ListFormat(locale, { type: 'conjunction' }).format(silent);
  return [{ ok: false, what: words.silent(names), mend: words.silentMend }];
}

/** What can be done where the running adapter says that something is wrong. */
export function wecomBotMends(locale: Locale): AdapterMends {
  const words = texts(locale);
  return {
    unheard: words.unheard,
    error(code) {
      if (code === 'kicked') return words.kicked;
      if (code.startsWith('auth')) return words.auth;
      if (code === '846607' || code === '45009') return words.pace;
      if (code === '93006' || code === '60111' || code === '81013') return words.chat;
      return code === 'unreachable' ? words.network : words.other;
    },
  };
}
