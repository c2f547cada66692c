import { dayText, moneyText } from '../../chat/format.ts';
import type { Locale } from '../../chat/texts.ts';
import { type Stage, type StagePreset, stageLabel } from '../../crm/deal/stages.ts';
import type { InteractionKind } from '../../crm/interaction/interaction.ts';
import { kindLabel } from '../../crm/interaction/kind-label.ts';
import { broughtIn } from './brought-in.ts';
import { companyWords } from './company-words.ts';
import { ownersBack } from './owner-words.ts';
import { undoTexts } from './texts.ts';
import type { Fields, Touched } from './touched.ts';

export interface Reader {
  locale: Locale;
  today: string;
  stages: StagePreset;
  /** Short names of the customers that the records belong to, by id. */
  customers: ReadonlyMap<string, string>;
}

/** More than these are counted, so that a receipt stays one. */
const MOST_ITEMS = 6;

/** The records in a person's words: `电话`, `金额改回80万`, `12/2 周三 15:00 拜访`. */
export function describe(touched: readonly Touched[], reader: Reader): string {
  const texts = undoTexts(reader.locale);
  const fresh = broughtIn(touched, reader.locale);
  const { words, others } = ownersBack(fresh.others, reader.customers, reader.locale);
  const whose = ({ stands, after }: Touched) => {
    const name = reader.customers.get(String((stands ?? after).account));
    return reader.customers.size > 1 && name !== undefined ? `${name} ` : '';
  };
  const items = [
    ...new Set(
      others.flatMap((one) => [
        ...movedWords(one, reader),
        ...wordsFor(one, reader).map((words) => `${whose(one)}${words}`),
      ]),
    ),
    ...words,
    ...fresh.words,
  ];
  if (items.length > MOST_ITEMS) return texts.many(items.slice(0, MOST_ITEMS - 1).join(texts.and), items.length);
  return (items.length > 0 ? items : [texts.record]).join(texts.and);
}

/** The kinds of the records that `describe` has words for. */
export const kindsNamed = (touched: readonly Touched[], reader: Reader): Set<string> =>
  new Set(
    touched.filter((one) => [...movedWords(one, reader), ...wordsFor(one, reader)].length > 0).map(({ kind }) => kind),
  );

/** Whether a record that had been moved goes back to its former customer. */
export const movesBack = ({ created, removed, before, after }: Touched): boolean =>
  !created && !removed && 'account' in after && before.account !== after.account;

function movedWords(touched: Touched, reader: Reader): string[] {
  const customer = movesBack(touched) ? reader.customers.get(String(touched.stands?.account)) : undefined;
  return customer === undefined ? [] : backTo(undoTexts(reader.locale).customer, customer, reader);
}

function wordsFor(touched: Touched, reader: Reader): string[] {
  const texts = undoTexts(reader.locale);
  const { kind, created, removed, after } = touched;
  const stands = touched.stands ?? {};
  const whole = created ? after : removed ? stands : null;
  const changed = (...fields: string[]) => fields.some((field) => field in after);
  switch (kind) {
    case 'interaction':
      if (whole !== null) return [interactionWords(whole, reader)];
      return changed('kind', 'day', 'time') ? backTo(texts.record, interactionWords(stands, reader), reader) : [];
    case 'task':
      if (whole !== null) return [taskWords(whole, reader)];
      return changed('title', 'day', 'time', 'owner', 'doneAt')
        ? backTo(texts.task, taskWords(stands, reader), reader)
        : [];
    case 'deal':
      return whole !== null
        ? [`${texts.deal} ${fieldText('amount', whole, reader)}`.trim()]
        : dealSteps(after, stands, reader);
    case 'account':
      return whole !== null ? [texts.account] : changed('important') ? [texts.important] : [];
    case 'contact':
      return whole !== null ? [texts.contact] : contactWords(after, reader);
    case 'taught-name':
      return [texts.taught(String((whole ?? stands).alias ?? ''))];
    default:
      return companyWords(touched, reader.locale) ?? [texts.room];
  }
}

const backTo = (what: string, value: string, { locale }: Reader): string[] => [undoTexts(locale).back(what, value)];

function interactionWords(fields: Fields, { locale, today }: Reader): string {
  return `${dayText(String(fields.day), locale, today)} ${kindLabel(fields.kind as InteractionKind, locale)}`;
}

function taskWords({ day, time, title }: Fields, { locale, today }: Reader): string {
  const when = typeof day === 'string' ? `${dayText(day, locale, today)} ` : '';
  return `${when}${typeof time === 'string' ? `${time} ` : ''}${typeof title === 'string' ? title : ''}`.trim();
}

function dealSteps(after: Fields, stands: Fields, reader: Reader): string[] {
  const texts = undoTexts(reader.locale);
  return (['amount', 'stage', 'closeDate', 'pausedUntil'] as const)
    .filter((field) => field in after)
    .map((field) => {
      const now = fieldText(field, stands, reader);
      return now === '' ? texts[field] : texts.back(texts[field], now);
    });
}

function contactWords(after: Fields, { locale }: Reader): string[] {
  const texts = undoTexts(locale);
  return (['birthday', 'phone', 'email', 'title', 'leftOn'] as const)
    .filter((field) => field in after)
    .map((field) => texts[field]);
}

/** One field's value as people read it; empty where it is empty or has no words. */
export function fieldText(field: string, fields: Fields, { locale, today, stages }: Reader): string {
  const value = fields[field];
  if (value == null) return '';
  if (field === 'amount' && typeof fields.currency === 'string')
    return moneyText(Number(value), fields.currency, locale);
  if (field === 'stage') return stageLabel(stages, value as Stage, locale);
  if (field === 'closeDate' || field === 'pausedUntil' || field === 'day') return dayText(String(value), locale, today);
  return field === 'time' || field === 'title' || field === 'phone' || field === 'email' ? String(value) : '';
}
