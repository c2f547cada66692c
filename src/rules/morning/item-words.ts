import { parseDay } from '../../calendar/days.ts';
import { nextBirthday } from '../../calendar/lunar.ts';
import { workdaysBetween } from '../../calendar/work-calendar.ts';
import { dayText, nearDayText } from '../../chat/format.ts';
import { BUBBLE, clip, type Part, soft } from '../../chat/width.ts';
import type { ContactBirthday } from '../../crm/contact/contact.ts';
import { kindLabel } from '../../crm/interaction/kind-label.ts';
import type { Item } from '../item.ts';
import type { NameBook } from '../name-book.ts';
import type { Reader } from '../reader.ts';
import { ruleTexts } from '../texts.ts';

/** An item in the reader's words: its state and customer for a first line, and what there is to say of it. */
interface ItemWords {
  state: string;
  customer: string;
  /** The line under the first one, when it is told alone. */
  detail: string;
  /** State and detail as parts of a list's row. */
  parts: Part[];
}

export function wordsOf(item: Item, reader: Reader, book: NameBook): ItemWords {
  const texts = ruleTexts(reader.locale);
  const { viewer, locale } = reader;
  const { today } = item.facts;
  const known = book.customer(viewer, item.facts.account);
  const customer = known ?? texts.someone;
  switch (item.rule) {
    case 'step-due': {
      const title = book.task(viewer, item.facts.task) ?? texts.nextStep;
      const late = item.facts.day !== null && item.facts.day < today;
      const when =
        late && item.facts.day !== null ? texts.overdueSince(dayText(item.facts.day, locale, today)) : texts.today;
      return {
        state: late ? texts.overdue : texts.today,
        customer: known ?? texts.nextStep,
        detail:
          late && item.facts.day !== null
            ? `${clip(title, BUBBLE)}(${dayText(item.facts.day, locale, today)})`
            : clip(title, 2 * BUBBLE),
        parts: [...(known === null ? [] : [soft(known)]), when, soft(title)],
      };
    }
    case 'birthday': {
      const { birthday, contact } = item.facts;
      const name = [known, book.contact(viewer, contact)].filter((part) => part !== null).join(' ') || texts.someone;
      const day = birthday === null ? today : nextBirthday(birthday, today);
      const told = birthday === null ? '' : texts.bornOn(dayText(day, locale, today), calendarText(birthday, reader));
      const away = texts.inDays(parseDay(day) - parseDay(today));
      return {
        state: texts.birthday,
        customer: name,
        detail: texts.bornIn(told, away),
        parts: [soft(name), told, away],
      };
    }
    case 'important-account': {
      const days = parseDay(today) - parseDay(item.facts.contact);
      return {
        state: texts.important,
        customer,
        detail: texts.silentSince(dayText(item.facts.contact, locale, today), days),
        parts: [soft(customer), texts.silent(days)],
      };
    }
    case 'told': {
      const held = book.held(viewer, item.facts.push);
      const state = held?.state ?? texts.someone;
      const customer = known ?? held?.about ?? texts.someone;
      return {
        state,
        customer,
        detail: held?.detail ?? '',
        parts: [soft(customer), state, soft(clip(held?.detail ?? '', BUBBLE))],
      };
    }
    case 'stale-deal': {
      if (item.facts.never)
        return {
          state: texts.stale,
          customer,
          detail: texts.neverTouched,
          parts: [soft(customer), texts.neverTouched],
        };
      const days = workdaysBetween(item.facts.touched, today, item.facts.region);
      return {
        state: texts.stale,
        customer,
        detail: texts.untouchedSince(dayText(item.facts.touched, locale, today), days),
        parts: [soft(customer), texts.untouched(days)],
      };
    }
  }
}

/** A birthday says its calendar. */
export function calendarText({ calendar, month, day, leap }: ContactBirthday, { locale }: Reader): string {
  const texts = ruleTexts(locale);
  return calendar === 'solar' ? texts.solar : texts.lunar(month, day, leap);
}

/** The last note about a customer in one line, for a reader who may be told of it; null where there is none. */
export function lastNoteLine(account: string | null, reader: Reader, book: NameBook): string | null {
  const note = book.note(reader.viewer, account);
  if (note === null) return null;
  const texts = ruleTexts(reader.locale);
  const day = nearDayText(note.day, reader.locale, reader.today);
  return clip(texts.lastNote(day, kindLabel(note.kind, reader.locale), note.note), 2 * BUBBLE);
}
