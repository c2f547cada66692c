import { mayAnswerFor } from '../../access/rights.ts';
import type { Said } from '../../chat/capability.ts';
import { dayText } from '../../chat/format.ts';
import type { Locale } from '../../chat/texts.ts';
import { clip } from '../../chat/width.ts';
import { type Away, ownPeace } from '../../crm/peace/peace.ts';
import type { Person } from '../../crm/person/person.ts';
import { PersonError } from '../../errors.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { addDays, regionOf } from '../../rules/local-time.ts';
import { absenceDays, backOn, lasting } from '../absence-days.ts';
import { type Chosen, colleaguesMeant } from '../colleague-meant.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { missingDayQuestion } from '../open-field-words.ts';
import type { Absence } from './read-absence.ts';
import { reminderTexts } from './texts.ts';
import { doneWith, writePeace } from './write-wish.ts';

/** Who is away: colleagues by the words that name them, left out for the speaker. */
interface Whom {
  of?: string[];
  chosen?: Chosen;
}

/** What an open question about an absence remembers: from when, which day, or which colleague. */
type AwayMemo = Whom & ({ from: string; until: 'with' | 'before' | null } | { days: number } | { away: Away | null });

/** Columns of names, so that what is said of them keeps to its rows. */
const NAMES_WIDTH = 24;
const TWO_MINUTES = 120_000;

/** Sets an absence for the days that the message names, or asks for what they lack. */
export async function readAway(
  turn: CrmTurn,
  { understanding: { remarks } }: Said,
  { until, days }: Pick<Absence, 'until' | 'days'>,
  whom: Whom,
  tools: CrmTools,
): Promise<void> {
  const { locale, zone } = turn.speaker;
  const words = reminderTexts(locale);
  const today = todayOf(turn);
  const read = absenceDays({ until, days }, remarks, today, await regionFor(zone, tools));
  switch (read.kind) {
    case 'days':
      return setAway(turn, read.away, whom, tools);
    case 'missing': {
      const memo: AwayMemo = { ...whom, from: today, until };
      const { days: near, missing } = read.when;
      if (missing === null) return;
      return turn.ask({ ...missingDayQuestion(near, missing, { locale, today }), memo: { ...memo } });
    }
    case 'whence': {
      const tomorrow = addDays(today, 1);
      const memo: AwayMemo = { ...whom, days: read.days };
      return turn.ask({
        text: words.fromWhen(read.days),
        choices: [
          { label: words.today, value: { day: today } },
          { label: words.tomorrow, value: { day: tomorrow } },
        ],
        memo: { ...memo },
      });
    }
    case 'past':
      return void turn.whisper({ text: words.pastDay });
    case 'none':
      return void turn.whisper({
        text: whom.of === undefined ? words.untilWhen : words.untilWhenOf(clip(whom.of.join(words.and), NAMES_WIDTH)),
      });
  }
}

/** Goes on with what was asked of an absence, with the day that was chosen, or the colleague. */
export async function answerAway(turn: CrmTurn, answer: Record<string, unknown>, tools: CrmTools): Promise<void> {
  const memo = answer as unknown as AwayMemo;
  if ('away' in memo) return setAway(turn, memo.away, memo, tools);
  const { day } = answer;
  if (typeof day !== 'string') return;
  const region = await regionFor(turn.speaker.zone, tools);
  const told = { when: { days: [day], to: null, time: null, missing: null, weekday: null }, period: null };
  const read =
    'days' in memo
      ? { kind: 'days' as const, away: lasting(day, memo.days, region) }
      : absenceDays({ until: memo.until, days: null }, told, memo.from, region);
  if (read.kind === 'days') await setAway(turn, read.away, memo, tools);
}

/** Sets the days that somebody is away, or ends them (`away` null). Colleagues' are set by who answers for them. */
export async function setAway(turn: CrmTurn, away: Away | null, whom: Whom, tools: CrmTools): Promise<void> {
  const { of = [], chosen } = whom;
  const people = of.length === 0 ? [] : await tools.stores.people.active();
  const memo = { of, away, ...(chosen === undefined ? {} : { chosen }) };
  const meant = colleaguesMeant(turn, people, of, memo);
  if (meant === null) return;
  const alone = meant.every(({ _id }) => _id === turn.speaker.id);
  await (alone ? setOwn(turn, away, tools) : setTheirs(turn, away, meant, tools));
}

async function setTheirs(
  turn: CrmTurn,
  away: Away | null,
  colleagues: readonly Stored<Person>[],
  tools: CrmTools,
): Promise<void> {
  const { locale, zone } = turn.speaker;
  const words = reminderTexts(locale);
  const refused = colleagues.find(({ _id }) => !mayAnswerFor(turn.viewer, _id));
  if (refused !== undefined) throw new PersonError(words.notYours(clip(refused.name, NAMES_WIDTH)));
  const changed: Stored<Person>[] = [];
  for (const one of colleagues) if (await writePeace(turn, ownPeace(one._id), () => ({ away }))) changed.push(one);
  const said = changed.length === 0 ? colleagues : changed;
  const names = clip(said.map(({ name }) => name).join(words.and), NAMES_WIDTH);
  if (changed.length === 0) return void turn.whisper({ text: away === null ? words.notAwayOf(names) : words.same });
  if (away === null) doneWith(turn, words.saidBackOf(names));
  else {
    const back = dayOf(backOn(away, await regionFor(zone, tools)), turn);
    doneWith(turn, words.saidAwayOf(names, daysOf(away, locale, todayOf(turn)), back));
  }
  for (const one of changed.filter(({ _id }) => _id !== turn.speaker.id)) {
    const days = away === null ? null : daysOf(away, one.locale, todayOf(turn));
    await tellThem(turn, one, days, tools);
  }
}

async function setOwn(turn: CrmTurn, away: Away | null, tools: CrmTools): Promise<void> {
  const { id, locale, zone } = turn.speaker;
  const words = reminderTexts(locale);
  const changed = await writePeace(turn, ownPeace(id), () => ({ away }));
  if (away === null) return changed ? doneWith(turn, words.saidBack) : void turn.whisper({ text: words.notAway });
  if (!changed) return void turn.whisper({ text: words.same });
  const back = dayOf(backOn(away, await regionFor(zone, tools)), turn);
  doneWith(turn, words.saidAway(daysOf(away, locale, todayOf(turn)), back));
}

/** Tells a colleague what was set for them, by the rules of pushes; undo within two minutes withdraws it. */
async function tellThem(
  { draft, speaker, now }: CrmTurn,
  person: Stored<Person>,
  days: string | null,
  { addressOf, rules }: CrmTools,
): Promise<void> {
  const to = await addressOf(person._id);
  if (to === null) return;
  const words = reminderTexts(person.locale);
  const push = {
    recipient: person._id,
    account: null,
    about: speaker.name,
    customer: speaker.name,
    state: days === null ? words.toldBack : words.toldAway,
    detail: days ?? words.toldUsual,
  };
  await rules.tell(draft, to, push, new Date(now.getTime() + TWO_MINUTES));
}

const daysOf = ({ from, until }: Away, locale: Locale, today: string): string =>
  reminderTexts(locale).away(dayText(from, locale, today), dayText(until, locale, today));

const dayOf = (day: string, turn: CrmTurn): string => dayText(day, turn.speaker.locale, todayOf(turn));

const regionFor = async (zone: string, { stores }: CrmTools) => regionOf(zone, (await stores.team.settings()).holidays);
