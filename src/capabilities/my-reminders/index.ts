import { clockText, wallTime } from '../../calendar/zone.ts';
import type { Said } from '../../chat/capability.ts';
import { dayText, moneyText, toMinor } from '../../chat/format.ts';
import { type Away, EARLIEST, LATEST, ownPeace, type Topic } from '../../crm/peace/peace.ts';
import { personKind } from '../../crm/person/person.ts';
import { PersonError } from '../../errors.ts';
import { addDays, regionOf } from '../../rules/local-time.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { missingDayQuestion } from '../open-field-words.ts';
import { absenceDays, backOn, lasting } from './absence-days.ts';
import { readWish, type Wish } from './read-wish.ts';
import { saySettings } from './say-settings.ts';
import { reminderTexts, topicTexts } from './texts.ts';
import { scopeOf, writePeace } from './write-wish.ts';

/** What the open question "from when?" or "which day?" remembers. */
type AwayMemo = { from: string; until: 'with' | 'before' | null } | { days: number };

/** When and of what one is reminded: fewer, an hour of one's own, no weekends, no birthdays, away, another time zone. */
export const createMyReminders = (tools: CrmTools): CrmCapability => ({
  name: 'my-reminders',
  purpose: { zh: '少提醒、几点发、请假、时区', en: 'Fewer reminders, their hour, absence, time zone' },
  examples: {
    zh: ['我的提醒设置', '少提醒', '周末别发', '早上8点半发', '休到下周五'],
    en: ['my reminders', 'fewer', 'no weekends', 'send at 8:30', 'off until Friday'],
  },
  command: (text) => readWish(text),
  run: (turn, said, command) => obey(turn, said, command as unknown as Wish, tools),
  async answered(turn, question, { day }) {
    if (typeof day !== 'string') return;
    const memo = question.memo as unknown as AwayMemo;
    const region = await regionFor(turn, tools);
    const told = { when: { days: [day], time: null, missing: null, weekday: null }, period: null };
    const read =
      'days' in memo
        ? { kind: 'days' as const, away: lasting(day, memo.days, region) }
        : absenceDays({ until: memo.until, days: null }, told, memo.from, region);
    if (read.kind === 'days') await goAway(turn, read.away, tools);
  },
  actions: {
    'my-reminders.fewer': (turn) => setFewer(turn, { everyone: false, on: true }, tools),
    'my-reminders.more': (turn) => setFewer(turn, { everyone: false, on: false }, tools),
  },
});

async function obey(turn: CrmTurn, said: Said, wish: Wish, tools: CrmTools): Promise<void> {
  const words = reminderTexts(turn.speaker.locale);
  switch (wish.ask) {
    case 'show':
      return saySettings(turn, tools);
    case 'fewer':
      return setFewer(turn, wish, tools);
    case 'days-off':
      return wished(turn, wish, () => ({ daysOff: wish.on }), wish.on ? words.saidDaysOff : words.saidDaysOn, tools);
    case 'hour': {
      const { minute } = wish;
      if (minute < EARLIEST || minute > LATEST) throw new PersonError(words.badHour);
      return wished(turn, wish, () => ({ from: minute }), words.saidHour(clockText(minute)), tools);
    }
    case 'mute':
      return mute(turn, wish, tools);
    case 'zone':
      return setZone(turn, wish);
    case 'watch': {
      const watch = wish.amount === null ? null : { amount: wish.amount, currency: wish.currency };
      return setWatch(turn, watch, tools);
    }
    case 'back':
      if (await writePeace(turn, ownPeace(turn.speaker.id), () => ({ away: null }))) return done(turn, words.saidBack);
      return void turn.whisper({ text: words.notAway });
    case 'away':
      return readAway(turn, said, wish, tools);
  }
}

const setFewer = (turn: CrmTurn, { on, ...wish }: { everyone: boolean; on: boolean }, tools: CrmTools) => {
  const words = reminderTexts(turn.speaker.locale);
  return wished(turn, wish, () => ({ fewer: on }), on ? words.saidFewer : words.saidUsual, tools);
};

const mute = (
  turn: CrmTurn,
  { topic, on, ...wish }: { everyone: boolean; topic: Topic; on: boolean },
  tools: CrmTools,
) => {
  const words = reminderTexts(turn.speaker.locale);
  const text = (on ? words.saidMuted : words.saidUnmuted)(topicTexts(turn.speaker.locale)[topic]);
  return wished(turn, wish, ({ muted }) => ({ muted: { ...muted, [topic]: on } }), text, tools);
};

async function wished(
  turn: CrmTurn,
  { everyone }: { everyone: boolean },
  change: Parameters<typeof writePeace>[2],
  text: string,
  { rules }: CrmTools,
): Promise<void> {
  const words = reminderTexts(turn.speaker.locale);
  const scope = await scopeOf(turn, everyone);
  if (!(await writePeace(turn, scope, change))) return void turn.whisper({ text: words.same });
  const count = everyone ? await rules.peopleUnder(turn.speaker.id) : 0;
  done(turn, everyone ? `${text}\n${words.forAll(count)}` : text);
}

/** From so much on (currency units, the team's currency where none was said) a deal's changes are told at once. */
async function setWatch(
  turn: CrmTurn,
  asked: { amount: number; currency: string | null } | null,
  tools: CrmTools,
): Promise<void> {
  const words = reminderTexts(turn.speaker.locale);
  if (asked === null) return wished(turn, { everyone: false }, () => ({ watch: null }), words.saidNoWatch, tools);
  const currency = asked.currency ?? (await tools.stores.team.settings()).currency;
  const watch = { amount: toMinor(asked.amount, currency), currency };
  const text = words.saidWatch(moneyText(watch.amount, currency, turn.speaker.locale));
  await wished(turn, { everyone: false }, () => ({ watch }), text, tools);
}

async function setZone(turn: CrmTurn, { zone, place }: { zone: string | null; place: string }): Promise<void> {
  const words = reminderTexts(turn.speaker.locale);
  if (zone === null) throw new PersonError(words.noPlace(place));
  const person = await turn.draft.read(personKind, turn.speaker.id);
  if (person === null || person.zone === zone) return void turn.whisper({ text: words.same });
  turn.draft.change(personKind, person, { zone });
  done(turn, words.saidZone(zone, clockText(wallTime(turn.now.getTime(), zone).minute)));
}

async function readAway(
  turn: CrmTurn,
  { understanding: { remarks } }: Said,
  { until, days }: Extract<Wish, { ask: 'away' }>,
  tools: CrmTools,
): Promise<void> {
  const { locale } = turn.speaker;
  const words = reminderTexts(locale);
  const today = todayOf(turn);
  const read = absenceDays({ until, days }, remarks, today, await regionFor(turn, tools));
  switch (read.kind) {
    case 'days':
      return goAway(turn, read.away, tools);
    case 'missing': {
      const memo: AwayMemo = { from: today, until };
      const { days: near, missing } = read.when;
      if (missing === null) return;
      return turn.ask({ ...missingDayQuestion(near, missing, { locale, today }), memo });
    }
    case 'whence': {
      const tomorrow = addDays(today, 1);
      return turn.ask({
        text: words.fromWhen(read.days),
        choices: [
          { label: words.today, value: { day: today } },
          { label: words.tomorrow, value: { day: tomorrow } },
        ],
        memo: { days: read.days },
      });
    }
    case 'past':
      return void turn.whisper({ text: words.pastDay });
    case 'none':
      return void turn.whisper({ text: words.untilWhen });
  }
}

async function goAway(turn: CrmTurn, away: Away, tools: CrmTools): Promise<void> {
  const { locale } = turn.speaker;
  const words = reminderTexts(locale);
  const today = todayOf(turn);
  if (!(await writePeace(turn, ownPeace(turn.speaker.id), () => ({ away }))))
    return void turn.whisper({ text: words.same });
  const day = (one: string) => dayText(one, locale, today);
  const back = backOn(away, await regionFor(turn, tools));
  done(turn, words.saidAway(words.away(day(away.from), day(away.until)), day(back)));
}

function done(turn: CrmTurn, text: string): void {
  const { undo } = reminderTexts(turn.speaker.locale);
  turn.whisper({ text, buttons: [{ label: undo, action: 'undo.record', args: { set: turn.draft.setId } }] });
  turn.undoable();
}

const regionFor = async ({ speaker }: CrmTurn, { stores }: CrmTools) =>
  regionOf(speaker.zone, (await stores.team.settings()).holidays);
