import { setTimeout as sleep } from 'node:timers/promises';
import type { SlackSettings } from '../../adapters/slack/slack-config.ts';
import { findSlackUser, type SlackUser } from '../../adapters/slack/slack-directory.ts';
import { codeOf } from '../../adapters/slack/slack-errors.ts';
import { SLACK, userIdOf } from '../../adapters/slack/slack-ids.ts';
import type { Records } from '../../src/app/records.ts';
import { createInboxStore } from '../../src/chat/inbox-store.ts';
import { defineTexts, type Locale } from '../../src/chat/texts.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { PersonError } from '../../src/errors.ts';

const KNOWN_AFTER_MS = 2_000;

const texts = defineTexts({
  zh: {
    linked: (name: string, user: string) => `${name} 现在就是 Slack 上的 ${user}。之前留着的消息会马上处理。`,
    unknown: (given: string) => `Slack 里没有「${given}」(写成员 ID,如 U0123ABCD,或邮箱)。`,
    taken: (user: string, name: string) => `Slack 用户 ${user} 已经是 ${name} 了。`,
    off: '先配置 Slack(docs/slack.md),或写完整的身份,如 T0123:U0123。',
    away: (code: string) => `没问到 Slack(${code})。运行 npm run doctor 看怎么修,再来一次。`,
  },
  en: {
    linked: (name: string, user: string) =>
      `${name} is ${user} on Slack from now on. Messages kept so far are handled now.`,
    unknown: (given: string) => `Slack knows no "${given}" (give the member ID, like U0123ABCD, or the e-mail).`,
    taken: (user: string, name: string) => `The Slack user ${user} is ${name} already.`,
    off: 'Configure Slack first (docs/slack.md), or give the whole identity, like T0123:U0123.',
    away: (code: string) => `Slack could not be asked (${code}). npm run doctor says what to do; then try again.`,
  },
});

/** Makes a person known on Slack; says so in words. `given`: a member id, a verified e-mail, or `<team>:<user>`. */
export async function linkSlack(
  { ledger, stores, connection, seals }: Pick<Records, 'ledger' | 'stores' | 'connection' | 'seals'>,
  settings: SlackSettings | null,
  person: { id: string; name: string },
  given: string,
  locale: Locale,
): Promise<string> {
  const words = texts(locale);
  const user = await resolve(settings, given, words);
  const holder = await stores.people.byIdentity(SLACK, user.identity);
  if (holder !== null && holder._id !== person.id) throw new PersonError(words.taken(user.name, holder.name));
  if (holder === null) {
    const cause = { id: `admin:link-slack-${crypto.randomUUID()}`, kind: 'admin' as const, by: 'system' };
    await ledger.record(cause, async (draft) => {
      const record = await draft.read(personKind, person.id);
      if (record === null) return;
      const others = record.identities.filter(({ adapter }) => adapter !== SLACK);
      draft.change(personKind, record, { identities: [...others, { adapter: SLACK, user: user.identity }] });
    });
  }
  // A running server reads its people at most once a second: it must know this one before the kept messages come again.
  await sleep(KNOWN_AFTER_MS);
  await createInboxStore(connection, seals).admit(SLACK, user.identity);
  return words.linked(person.name, user.name);
}

async function resolve(
  settings: SlackSettings | null,
  given: string,
  words: ReturnType<typeof texts>,
): Promise<SlackUser> {
  if (userIdOf(given) !== null) return { identity: given, name: given };
  if (settings === null) throw new PersonError(words.off);
  const user = await findSlackUser(settings, given).catch((error: unknown) => {
    throw new PersonError(words.away(codeOf(error)));
  });
  if (user === null) throw new PersonError(words.unknown(given));
  return user;
}
