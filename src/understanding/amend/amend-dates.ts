import { dayText, parseDay, weekdayInWeekOf } from '../../calendar/days.ts';
import type { MonthDay } from '../../calendar/lunar.ts';
import type { DateMention } from '../dates/date-mention.ts';
import { liesIn, minutesOf, type PartSaid, partSaid } from '../dates/part-of-day.ts';
import { isBirthday } from '../intent/contact-facts.ts';
import type { Reading } from '../intent/reading.ts';
import type { Token } from '../intent/skeleton.ts';
import { namesStep } from './amend-values.ts';
import { FIELD_WORDS } from './correction-words.ts';
import type { FieldChange, Readings } from './field-change.ts';
import type { PreviousRecord } from './previous-record.ts';

/** What a message tells of a time, each part where it is told. */
interface NewTime {
  day: DateMention | null;
  clock: string | null;
  part: PartSaid | null;
}

/** A day on record that a correction may mean. */
interface Slot {
  field: 'interaction' | 'closeDate' | 'pausedUntil' | 'task';
  index: number;
  day: string;
  time: string | null;
  /** Was told, not taken for granted. */
  told: boolean;
}

/** Corrections of a day or a clock time: a bare weekday stays in the week of the day it corrects, a new time keeps the day. */
export function dateChanges(previous: PreviousRecord, reading: Reading, back: ReadonlySet<Token>): Readings {
  const days = [...reading.skeleton.at].flatMap(([at, token]) =>
    token.kind === 'day' && !isBirthday(reading, at, token)
      ? [{ day: token.day, denied: back.has(token) || UNFIT.test(reading.skeleton.text.slice(at + 1)) }]
      : [],
  );
  const told = days.filter(({ denied }) => !denied).map(({ day }) => day);
  const day = told.find(({ kind }) => kind === 'date');
  const clock = told.find(({ time }) => time !== null)?.time ?? bareHour(previous, reading);
  const part = clock === null ? (told.map(partSaid).find((one) => one !== null) ?? null) : null;
  if (!day && clock === null && part === null) return { changes: [], choices: [] };
  const denied = days.find((one) => one.denied)?.day ?? null;
  const slots = slotsMeant(previous, reading, denied, {
    timeOnly: day === undefined,
    gone: hasGone(day, reading.today),
  });
  const readings = slots
    .map((slot) => changesOf(slot, { day: day ?? null, clock, part }, reading.today))
    .filter((changes) => changes.length > 0);
  if (readings.length === 0)
    return { changes: firstTime(previous, { day: day ?? null, clock, part }, reading), choices: [] };
  if (readings.length === 1) return { changes: readings[0] ?? [], choices: [] };
  const [choices, further] = [readings.flatMap(([first]) => first ?? []), readings.flatMap(([, ...more]) => more)];
  return { changes: [], choices, further };
}

/** 改到周五, 10点, of a step that had no day yet: a clock time is the next to come. */
function firstTime(
  { tasks, done = [] }: PreviousRecord,
  { day, clock, part }: NewTime,
  { today, minute }: Reading,
): FieldChange[] {
  const [index, ...others] = tasks.flatMap(({ date }, at) => (date === null && !done.includes(at) ? [at] : []));
  if (index === undefined || others.length > 0) return [];
  const next = clock !== null && minutesOf(clock) <= minute ? dayText(parseDay(today) + 1) : today;
  const to = day === null ? (clock === null ? undefined : next) : day.resolve('future')?.day;
  return [
    ...(to === undefined ? [] : [{ field: 'task.date', index, to } as const]),
    ...(clock === null ? [] : [{ field: 'task.time', index, to: clock } as const]),
    ...(part === null ? [] : [{ field: 'task.part', index, to: part.words } as const]),
  ];
}

/** Make it 4: a figure alone is the hour where the one thing on record with a time is a step and no sum is. */
function bareHour({ tasks, opportunity }: PreviousRecord, { text }: Reading): string | null {
  const hour = Number(BARE_HOUR.exec(text)?.[1] ?? Number.NaN);
  if (!(hour >= 1 && hour <= 19) || opportunity?.amount != null || !tasks.some(({ time }) => time !== null))
    return null;
  return `${String(hour <= 7 ? hour + 12 : hour).padStart(2, '0')}:00`;
}

const BARE_HOUR =
  /^\s*(?:(?:no|sorry|actually)[,.]? ?)*(?:make (?:it|that)|let's (?:do|say|make it))(?: at)? (\d{1,2})(?: (?:instead|rather|o'?clock|then))?[\s.!]*$/iu;

/** 周三没空,周四吧: the day before these words is the one that does not suit. */
const UNFIT = /^(?:他|她|我)?(?:没空|不行|不方便|不合适)|^ (?:doesn't|does not|won't|is no good|isn't)/u;

/** 昨天, yesterday: a day that can only have gone by is no day for what is to come. */
const hasGone = (day: DateMention | undefined, today: string): boolean =>
  [day?.resolve('past')?.day, day?.resolve('future')?.day].every((one) => one !== undefined && one < today);

function slotsMeant(
  previous: PreviousRecord,
  reading: Reading,
  denied: DateMention | null,
  { timeOnly, gone }: { timeOnly: boolean; gone: boolean },
): Slot[] {
  const all = slotsOf(previous).filter(({ field }) => !gone || field === 'interaction');
  const text = reading.skeleton.text;
  const byName = all.filter(
    ({ field, index }) => field === 'task' && namesStep(previous.tasks[index]?.title ?? '', text),
  );
  const byValue = denied ? all.filter((slot) => isSame(slot, denied)) : [];
  if (byValue.length > 0) return byValue;
  if (byName.length > 0) return byName;
  const named = all.filter(
    ({ field }) =>
      (field === 'closeDate' && FIELD_WORDS.closeDate.test(text)) ||
      (field === 'task' && FIELD_WORDS.task.test(text)) ||
      (field === 'interaction' && FIELD_WORDS.interaction.test(text)),
  );
  if (named.length > 0) return named;
  const timed = all.filter(({ time }) => time !== null);
  if (timeOnly) return timed.length > 0 ? timed : all.filter(({ field }) => field === 'task');
  const told = all.filter((slot) => slot.told);
  return told.length > 0 ? told : all;
}

function slotsOf({ day, interaction, opportunity, tasks, done = [], pausedUntil }: PreviousRecord): Slot[] {
  return [
    ...tasks.flatMap((task, index): Slot[] =>
      task.date && !done.includes(index) ? [{ field: 'task', index, day: task.date, time: task.time, told: true }] : [],
    ),
    ...(opportunity?.closeDate
      ? [{ field: 'closeDate', index: 0, day: opportunity.closeDate, time: null, told: true } as const]
      : []),
    ...(pausedUntil ? [{ field: 'pausedUntil', index: 0, day: pausedUntil, time: null, told: true } as const] : []),
    ...(interaction
      ? [
          {
            field: 'interaction',
            index: 0,
            day: interaction.date,
            time: interaction.time,
            told: interaction.date !== day || interaction.time !== null,
          } as const,
        ]
      : []),
  ];
}

/** Whether the words taken back (不是周三) fit the day on record. */
function isSame(slot: Slot, denied: DateMention): boolean {
  if (denied.kind === 'clock') return denied.time !== null && denied.time === slot.time;
  if (denied.bareWeekday && denied.weekday) return weekdayInWeekOf(denied.weekday, slot.day) === slot.day;
  return denied.resolve('future')?.day === slot.day || denied.resolve('past')?.day === slot.day;
}

function changesOf(slot: Slot, { day, clock: time, part }: NewTime, today: string): FieldChange[] {
  const changes: FieldChange[] = [];
  const to = day === null ? slot.day : newDay(slot, day);
  if (slot.field === 'interaction' && to > today) return [];
  if (to !== slot.day) {
    if (slot.field === 'task') changes.push({ field: 'task.date', index: slot.index, to });
    else if (slot.field === 'interaction') changes.push({ field: 'interaction.date', to });
    else changes.push({ field: `opportunity.${slot.field}`, to });
  }
  if (time !== null && time !== slot.time) {
    if (slot.field === 'task') changes.push({ field: 'task.time', index: slot.index, to: time });
    else if (slot.field === 'interaction') changes.push({ field: 'interaction.time', to: time });
  }
  if (part !== null && slot.field === 'task' && !(slot.time !== null && liesIn(slot.time, part)))
    changes.push({ field: 'task.part', index: slot.index, to: part.words });
  return changes;
}

/** A day that does not exist: its neighbours, each as the change that it would be. */
export function daysNear(
  previous: PreviousRecord,
  { dates }: Reading,
): { choices: FieldChange[]; missing: MonthDay } | null {
  const said = dates.find(({ impossible }) => impossible !== null);
  const [slot] = slotsOf(previous);
  if (!said?.impossible || said.monthDay === null || slot === undefined) return null;
  const choices = said.impossible.nearest.flatMap((to): FieldChange[] => {
    if (slot.field === 'task') return [{ field: 'task.date', index: slot.index, to }];
    return [{ field: slot.field === 'interaction' ? 'interaction.date' : `opportunity.${slot.field}`, to }];
  });
  return { choices, missing: said.monthDay };
}

function newDay(slot: Slot, day: DateMention): string {
  if (day.bareWeekday && day.weekday) return weekdayInWeekOf(day.weekday, slot.day);
  return day.resolve(slot.field === 'interaction' ? 'past' : 'future')?.day ?? slot.day;
}
