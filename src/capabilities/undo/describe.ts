import { dayText, moneyText } from '../../chat/format.ts';
import type { Locale } from '../../chat/texts.ts';
import { type Stage, type StagePreset, stageLabel } from '../../crm/deal/stages.ts';
import type { InteractionKind } from '../../crm/interaction/interaction.ts';
import { kindLabel } from '../../crm/interaction/kind-label.ts';
import type { Change, ChangeSet } from '../../ledger/change-set.ts';
import { undoTexts } from './texts.ts';

export interface Reader {
  locale: Locale;
  today: string;
  stages: StagePreset;
}

type Fields = Record<string, unknown>;

/** What several sets did to one record, as if they were one: the fields before the first and after the last. */
export interface Touched {
  kind: string;
  id: string;
  created: boolean;
  before: Fields;
  after: Fields;
}

/** Each record that the sets touched, in the order of first touch; records of the talk itself left out. */
export function touchedBy(sets: readonly ChangeSet[]): Touched[] {
  const touched = new Map<string, Touched>();
  for (const change of sets.flatMap((set) => set.changes)) {
    const key = `${change.kind}:${change.id}`;
    const first = touched.get(key);
    touched.set(key, first === undefined ? start(change) : grow(first, change));
  }
  return [...touched.values()];
}

const start = ({ kind, id, base, before, set }: Change): Touched => ({
  kind,
  id,
  created: base === 0,
  before,
  after: set,
});

const grow = (touched: Touched, { before, set }: Change): Touched => ({
  ...touched,
  before: { ...before, ...touched.before },
  after: { ...touched.after, ...set },
});

/** The records in a person's words: `电话`, `金额改回80万`, `12/2 周三 15:00 拜访`. */
export function describe(touched: readonly Touched[], reader: Reader): string {
  const texts = undoTexts(reader.locale);
  const items = [...new Set(touched.flatMap((one) => wordsFor(one, reader)))];
  return (items.length > 0 ? items : [texts.record]).join(texts.and);
}

function wordsFor(touched: Touched, reader: Reader): string[] {
  const texts = undoTexts(reader.locale);
  switch (touched.kind) {
    case 'interaction':
      return touched.created ? [interactionWords(touched.after, reader)] : [];
    case 'task':
      return touched.created
        ? [taskWords(touched.after, reader)]
        : backTo(texts.task, taskWords(full(touched), reader), reader);
    case 'deal':
      return touched.created
        ? [`${texts.deal} ${dealWords(touched.after, reader)}`.trim()]
        : dealSteps(touched, reader);
    case 'account':
      return touched.created ? [texts.account] : 'important' in touched.after ? [texts.important] : [];
    case 'contact':
      return contactWords(touched, reader);
    case 'room':
      return [texts.room];
    default:
      return [];
  }
}

const full = (touched: Touched): Fields => ({ ...touched.after, ...touched.before });

const backTo = (what: string, value: string, { locale }: Reader): string[] => [undoTexts(locale).back(what, value)];

function interactionWords(fields: Fields, { locale, today }: Reader): string {
  return `${dayText(String(fields.day), locale, today)} ${kindLabel(fields.kind as InteractionKind, locale)}`;
}

function taskWords({ day, time, title }: Fields, { locale, today }: Reader): string {
  const when = typeof day === 'string' ? `${dayText(day, locale, today)} ` : '';
  return `${when}${typeof time === 'string' ? `${time} ` : ''}${typeof title === 'string' ? title : ''}`.trim();
}

const dealWords = (fields: Fields, reader: Reader): string => fieldText('amount', fields, reader);

function dealSteps(touched: Touched, reader: Reader): string[] {
  const texts = undoTexts(reader.locale);
  return (['amount', 'stage', 'closeDate'] as const)
    .filter((field) => field in touched.after)
    .map((field) => {
      const before = fieldText(field, full(touched), reader);
      return before === '' ? texts[field] : texts.back(texts[field], before);
    });
}

function contactWords(touched: Touched, { locale }: Reader): string[] {
  const texts = undoTexts(locale);
  if (touched.created) return [texts.contact];
  return (['birthday', 'phone', 'email', 'title'] as const)
    .filter((field) => field in touched.after)
    .map((field) => texts[field]);
}

/** One field's value as people read it; empty where it is empty or has no words. */
export function fieldText(field: string, fields: Fields, { locale, today, stages }: Reader): string {
  const value = fields[field];
  if (value == null) return '';
  if (field === 'amount' && typeof fields.currency === 'string')
    return moneyText(Number(value), fields.currency, locale);
  if (field === 'stage') return stageLabel(stages, value as Stage, locale);
  if (field === 'closeDate' || field === 'day') return dayText(String(value), locale, today);
  return field === 'time' || field === 'title' || field === 'phone' || field === 'email' ? String(value) : '';
}
