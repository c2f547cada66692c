import type { BotChats } from '../../adapters/wecom-bot/wecom-bot-chats.ts';
import type { WecomBotSettings } from '../../adapters/wecom-bot/wecom-bot-config.ts';
import { WECOM_BOT } from '../../adapters/wecom-bot/wecom-bot-ids.ts';
import { wecomBotRemedy } from '../../adapters/wecom-bot/wecom-bot-remedies.ts';
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
  },
  en: {
    name: 'The WeCom bot',
    off: 'WeCom bot: not configured (nothing needs it)',
    on: (bot: string) => `WeCom bot: ${bot} (one connection is allowed, so none is tried here)`,
    unheard: 'Open the bot in WeCom and write something; if nothing comes, its API mode must be 长连接 (WebSocket).',
    silent: (names: string) => `The WeCom bot cannot reach: ${names}`,
    silentMend: 'Ask them to open the bot in WeCom and send it a word; reminders reach them from then on.',
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
export const wecomBotMends = (locale: Locale): AdapterMends => ({
  unheard: texts(locale).unheard,
  error: (code) => wecomBotRemedy(code, locale),
});
