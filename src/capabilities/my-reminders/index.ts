import { clockText, wallTime } from '../../calendar/zone.ts';
import type { Said } from '../../chat/capability.ts';
import { moneyText, toMinor } from '../../chat/format.ts';
import { clip } from '../../chat/width.ts';
import { groupKind } from '../../crm/group/group.ts';
import { EARLIEST, LATEST, type Topic } from '../../crm/peace/peace.ts';
import { personKind } from '../../crm/person/person.ts';
import { PersonError } from '../../errors.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';
import { answerAway, readAway, setAway } from './go-away.ts';
import { type AbsenceOf, readAbsenceOf } from './read-absence-of.ts';
import { readWish, type Wish } from './read-wish.ts';
import { readWishOfTeam, type WishOfTeam } from './read-wish-of.ts';
import { saySettings } from './say-settings.ts';
import { reminderTexts, topicTexts } from './texts.ts';
import { doneWith, scopeOf, type Team, writePeace } from './write-wish.ts';

/** Columns of a team's name. */
const TEAM_WIDTH = 12;

/** Whose wish it is: one's own, that of everyone, or of the team with that id. */
interface ForWhom {
  everyone: boolean;
  team?: string;
}

/** When and of what one is reminded: fewer, an hour of one's own, no weekends, no birthdays, away, another time zone. */
export const createMyReminders = (tools: CrmTools): CrmCapability => ({
  name: 'my-reminders',
  purpose: { zh: '少提醒、几点发、请假、时区', en: 'Fewer reminders, their hour, absence, time zone' },
  examples: {
    zh: ['我的提醒设置', '少提醒', '周末别发', '早上8点半发', '休到下周五', '张伟明天请假'],
    en: ['my reminders', 'fewer', 'no weekends', 'send at 8:30', 'off until Friday', 'Kim is off tomorrow'],
  },
  async command(text) {
    const { people, groups } = tools.stores;
    const asked =
      readWish(text) ?? (await readAbsenceOf(text, people.active)) ?? (await readWishOfTeam(text, groups.all));
    return asked === null ? null : { ...asked };
  },
  run(turn, said, command) {
    const asked = command as unknown as Wish | AbsenceOf | WishOfTeam;
    if ('of' in asked) return obeyOf(turn, said, asked, tools);
    return 'team' in asked
      ? obey(turn, said, { ...asked.wish, team: asked.team }, tools)
      : obey(turn, said, asked, tools);
  },
  answered: (turn, question, choice) => answerAway(turn, { ...question.memo, ...choice }, tools),
  actions: {
    'my-reminders.fewer': (turn) => setFewer(turn, { everyone: false, on: true }, tools),
    'my-reminders.away': (turn, { from, until }) =>
      setAway(turn, { from: String(from), until: String(until) }, {}, tools),
    'my-reminders.more': (turn) => setFewer(turn, { everyone: false, on: false }, tools),
  },
});

async function obey(turn: CrmTurn, said: Said, wish: Wish & { team?: string }, tools: CrmTools): Promise<void> {
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
      return setAway(turn, null, {}, tools);
    case 'away':
      return readAway(turn, said, wish, {}, tools);
  }
}

const obeyOf = (turn: CrmTurn, said: Said, { of, ...told }: AbsenceOf, tools: CrmTools) =>
  told.ask === 'back' ? setAway(turn, null, { of }, tools) : readAway(turn, said, told, { of }, tools);

const setFewer = (turn: CrmTurn, { on, ...wish }: ForWhom & { on: boolean }, tools: CrmTools) => {
  const words = reminderTexts(turn.speaker.locale);
  return wished(turn, wish, () => ({ fewer: on }), on ? words.saidFewer : words.saidUsual, tools);
};

const mute = (turn: CrmTurn, { topic, on, ...wish }: ForWhom & { topic: Topic; on: boolean }, tools: CrmTools) => {
  const words = reminderTexts(turn.speaker.locale);
  const text = (on ? words.saidMuted : words.saidUnmuted)(topicTexts(turn.speaker.locale)[topic]);
  return wished(turn, wish, ({ muted }) => ({ muted: { ...muted, [topic]: on } }), text, tools);
};

async function wished(
  turn: CrmTurn,
  { everyone, team }: ForWhom,
  change: Parameters<typeof writePeace>[2],
  text: string,
  { rules, stores }: CrmTools,
): Promise<void> {
  const words = reminderTexts(turn.speaker.locale);
  const meant = team === undefined ? null : await teamOf(turn, team, stores);
  const scope = await scopeOf(turn, everyone, meant);
  if (!(await writePeace(turn, scope, change))) return void turn.whisper({ text: words.same });
  if (meant !== null) return doneWith(turn, `${text}\n${words.forTeam(clip(meant.group.name, TEAM_WIDTH))}`);
  const count = everyone ? await rules.peopleUnder(turn.speaker.id) : 0;
  doneWith(turn, everyone ? `${text}\n${words.forAll(count)}` : text);
}

async function teamOf({ draft, speaker }: CrmTurn, id: string, { people }: CrmTools['stores']): Promise<Team> {
  const group = await draft.read(groupKind, id);
  if (group === null) throw new PersonError(reminderTexts(speaker.locale).managers);
  const members = (await people.active()).filter((one) => one.group === id);
  return { group, people: members.map(({ _id }) => _id) };
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
  doneWith(turn, words.saidZone(zone, clockText(wallTime(turn.now.getTime(), zone).minute)));
}
