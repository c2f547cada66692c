import type { DeadLetter } from '../../chat/dead-letters.ts';
import { defineTexts, type Locale } from '../../chat/texts.ts';
import { PersonError } from '../../errors.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';

const texts = defineTexts({
  zh: {
    head: (count: number) => `没办成的消息 · ${count}条`,
    none: '没有没办成的消息。',
    in: '没能处理',
    out: '没能送达',
    row: (what: string, where: string, at: string, tries: number) => `${what} · ${where} · ${at} · 试了${tries}次`,
    resend: '全部重发',
    resent: (count: number) => `✓ 已重发 · ${count}条`,
    adminOnly: '只有管理员能看。',
    more: (count: number) => `另有 ${count} 条`,
  },
  en: {
    head: (count: number) => (count === 1 ? 'Failed · 1 message' : `Failed · ${count} messages`),
    none: 'No failed messages.',
    in: 'not handled',
    out: 'not delivered',
    row: (what: string, where: string, at: string, tries: number) => `${what} · ${where} · ${at} · ${tries} tries`,
    resend: 'Resend all',
    resent: (count: number) => `✓ Resent · ${count}`,
    adminOnly: 'For admins only.',
    more: (count: number) => `and ${count} more`,
  },
});

const COMMAND = /^\s*(?:死信|没办成的消息|失败的消息|未送达的?消息|failed messages|dead letters)\s*[??。.!!]*\s*$/iu;
const MOST_ROWS = 5;

/** Shows an admin what could not be handled or delivered, and tries it again. No text of anybody's message is shown. */
export const createDeadLetters = (tools: CrmTools): CrmCapability => ({
  name: 'dead-letters',
  purpose: { zh: '看没办成的消息(管理员)', en: 'Failed messages (admin)' },
  examples: { zh: ['没办成的消息'], en: ['failed messages'] },
  command: (text) => (COMMAND.test(text.normalize('NFKC')) ? {} : null),
  async run(turn) {
    await onlyAdmins(turn, tools);
    const words = texts(turn.speaker.locale);
    const letters = await tools.deadLetters().list();
    if (letters.length === 0) return void turn.whisper({ text: words.none });
    const rows = letters.slice(0, MOST_ROWS).map((letter) => rowOf(letter, turn.speaker));
    const rest = letters.length - rows.length;
    turn.whisper({
      text: [words.head(letters.length), ...rows, ...(rest > 0 ? [words.more(rest)] : [])].join('\n'),
      buttons: [{ label: words.resend, action: 'dead-letters.resend' }],
    });
  },
  actions: {
    async 'dead-letters.resend'(turn) {
      await onlyAdmins(turn, tools);
      let count = 0;
      for (const letter of await tools.deadLetters().list()) if (await tools.deadLetters().resend(letter)) count++;
      turn.whisper({ text: texts(turn.speaker.locale).resent(count) });
    },
  },
});

async function onlyAdmins(turn: CrmTurn, { stores }: CrmTools): Promise<void> {
  const person = await stores.people.get(turn.speaker.id);
  if (person?.role !== 'admin') throw new PersonError(texts(turn.speaker.locale).adminOnly);
}

function rowOf(
  { side, adapter, at, attempts }: DeadLetter,
  { locale, zone }: { locale: Locale; zone: string },
): string {
  const words = texts(locale);
  const when = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-US', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  return words.row(words[side], adapter, when, attempts);
}
