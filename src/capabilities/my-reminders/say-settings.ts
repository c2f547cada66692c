import { clockText } from '../../calendar/zone.ts';
import { dayText, moneyText } from '../../chat/format.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { reminderTexts, topicTexts } from './texts.ts';

/** What holds for the asker's reminders, in at most five lines, and how to change each. */
export async function saySettings(turn: CrmTurn, { rules }: CrmTools): Promise<void> {
  const { id, locale, zone } = turn.speaker;
  const words = reminderTexts(locale);
  const { from, fewer, daysOff, muted, away, watch } = await rules.quiet(id);
  const today = todayOf(turn);
  const day = (one: string) => dayText(one, locale, today);
  const topics = [
    ...(muted.size === 0 ? [] : [words.notOf([...muted].map((topic) => topicTexts(locale)[topic]).join(words.and))]),
    ...(watch === null ? [] : [words.watch(moneyText(watch.amount, watch.currency, locale))]),
  ];
  const holds = [
    `${words.head(clockText(from))} · ${words.zone(zone)}`,
    `${fewer ? words.fewer : words.usual} · ${daysOff ? words.daysOff : words.timedOnDaysOff}`,
    ...(topics.length === 0 ? [] : [topics.join(' · ')]),
    ...(away === null || away.until < today ? [] : [words.away(day(away.from), day(away.until))]),
    words.change,
  ];
  const turnOver = fewer
    ? { label: words.buttonMore, action: 'my-reminders.more' }
    : { label: words.buttonFewer, action: 'my-reminders.fewer' };
  turn.whisper({ text: holds.join('\n'), buttons: [turnOver] });
}
