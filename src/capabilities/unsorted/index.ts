import { privately } from '../../access/viewer-for.ts';
import { dayText } from '../../chat/format.ts';
import { defineTexts } from '../../chat/texts.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';

const texts = defineTexts({
  zh: {
    head: (count: number) => `没归好的 · ${count}条`,
    none: '都归好了。',
    note: (day: string, words: string) => `${day} ${words}`,
    more: (count: number) => `另有 ${count} 条`,
    say: '带上客户名再说一遍就归好了',
  },
  en: {
    head: (count: number) => (count === 1 ? 'Open · 1 item' : `Open · ${count} items`),
    none: 'Everything is filed.',
    note: (day: string, words: string) => `${day}: ${words}`,
    more: (count: number) => `and ${count} more`,
    say: 'Say it again with the customer’s name',
  },
});

const COMMAND =
  /^(?:(?:看看?|还有)?(?:我的)?(?:什么)?(?:没|未)归好?的?(?:有哪些|清单)?|还有(?:什么|哪些)没归好?的?|open (?:questions|items)|(?:what(?:'s| is) )?(?:still )?(?:open|unsorted|unfiled)|unsorted notes)[\s??。.!!]*$/iu;
const MOST_ROWS = 5;
const NOTE_LENGTH = 16;

/** What waits to be filed: questions without an answer, the newest asked again, and notes without a customer. */
export const createUnsorted = (tools: CrmTools): CrmCapability => ({
  name: 'unsorted',
  purpose: { zh: '看还没归好的记录和问题', en: 'What still waits for an answer' },
  examples: { zh: ['没归好的'], en: ['open questions'] },
  command: (text) => (COMMAND.test(text.normalize('NFKC').trim().replace(/[’‘]/gu, "'")) ? {} : null),
  run: (turn) => sayUnsorted(turn, tools),
});

async function sayUnsorted(turn: CrmTurn, { openQuestions, stores }: CrmTools): Promise<void> {
  const { id, locale } = turn.speaker;
  const words = texts(locale);
  const today = todayOf(turn);
  const [questions, notes] = await Promise.all([
    openQuestions([id]),
    stores.interactions.list(privately(turn.viewer), { owner: id, account: null }, { sort: { createdAt: -1 } }),
  ]);
  const asked = questions.map((question) => ({ id: question.id, ...question.message(locale) }));
  const newest = asked.at(-1);
  // A question about a note stands for the note.
  const waiting = notes.slice(0, Math.max(0, notes.length - asked.length));
  const count = asked.length + waiting.length;
  if (count === 0) return void turn.whisper({ text: words.none });
  const earlier = asked
    .slice(0, -1)
    .reverse()
    .map(({ text }) => text);
  const unfiled = waiting.map(({ day, note }) => words.note(dayText(day, locale, today), clipped(note)));
  const rows = [...earlier, ...unfiled];
  const shown = rows.slice(0, newest === undefined ? MOST_ROWS : MOST_ROWS - 1);
  const rest = rows.length - shown.length;
  const last = newest === undefined ? words.say : newest.text;
  if (newest !== undefined) turn.remember({ question: newest.id });
  turn.whisper({
    text: [words.head(count), ...shown, ...(rest > 0 ? [words.more(rest)] : []), last].join('\n'),
    buttons: newest?.buttons ?? [],
  });
}

function clipped(note: string): string {
  const letters = [...note.replace(/\s+/gu, ' ').trim()];
  return letters.length <= NOTE_LENGTH ? letters.join('') : `${letters.slice(0, NOTE_LENGTH - 1).join('')}…`;
}
