import type { MonthDay } from '../../calendar/lunar.ts';
import type { DateMention } from '../dates/date-mention.ts';
import type { Birthday, ToldContactFact } from '../understanding.ts';
import type { Reading } from './reading.ts';
import type { Token } from './skeleton.ts';
import { JOB_LINE, PROMOTED, TITLE_LABEL } from './words/fact-words.ts';

const BIRTHDAY = /生日|生辰|寿辰|出生|过寿|birthday|b-?day|born/iu;
/** 前台 029-88880000: nobody's own number. */
const OF_THE_HOUSE =
  /(?:前台|总机|客服|热线|传真|门卫|reception|switchboard|front desk|hotline|fax)[^,，。;；\n◇]{0,6}$/iu;
/** How far from the word for birthday its day may stand. */
const BIRTHDAY_WITHIN = 24;
const YEAR = /(?<!\d)(19[2-9]\d|20[01]\d)(?!\d)/;

/** Facts about people: each goes to the person named last before it. */
export function readContactFacts(reading: Reading): ToldContactFact[] {
  const facts = new Map<number, ToldContactFact>();
  const factOf = (at: number): ToldContactFact | null => {
    const contact = whose(reading, at);
    if (contact === null) return null;
    const known = reading.people.contacts[contact];
    const there = facts.get(contact) ?? {
      contact: known?.name ?? known?.mention ?? null,
      phone: null,
      email: null,
      birthday: null,
      title: null,
    };
    facts.set(contact, there);
    return there;
  };
  for (const [at, token] of reading.skeleton.at) {
    if (token.kind !== 'phone' && token.kind !== 'email' && !isBirthday(reading, at, token)) continue;
    if (token.kind === 'phone' && OF_THE_HOUSE.test(reading.skeleton.text.slice(0, at))) continue;
    const fact = factOf(at);
    if (!fact) continue;
    if (token.kind === 'phone') fact.phone ??= token.value;
    if (token.kind === 'email') fact.email ??= token.value;
    const day = token.kind === 'day' ? monthDayOf(token.day) : null;
    if (day !== null) fact.birthday ??= birthdayOf(reading, at, day);
  }
  readTitles(reading, facts, factOf);
  return [...facts.values()];
}

/** Whether a day is someone's birthday and no day of business. */
export function isBirthday({ skeleton }: Reading, at: number, token: Token): boolean {
  if (token.kind !== 'day' || monthDayOf(token.day) === null) return false;
  if (token.day.monthDay === null) return IS_BORN_ON.test(skeleton.text);
  const before =
    skeleton.text
      .slice(Math.max(0, at - BIRTHDAY_WITHIN), at)
      .split(/[。!！;；\n]/u)
      .at(-1) ?? '';
  const after = skeleton.text.slice(at + 1, at + 8);
  return (
    BIRTHDAY.test(before) ||
    /^\s*(?:[是的]|is\s+(?:his|her|their))?[^,，。]{0,3}(?:生日|出生|生的|birthday|bday)/iu.test(after)
  );
}

/** 她下个月18号生日, next Friday is Priya's birthday: somebody's, by a day that is told from today. */
export const IS_BORN_ON =
  /^(?:对了|哦|顺便|oh|and|btw|[\s,，])*(?:(?:[他她]|◆?的?◇)(?:是|在)?◷(?:是|过)?的?生日|◷(?:是|过)?(?:[他她]|◆?的?◇)的?生日|(?:his|her|◇'s) (?:birthday|bday|b-day)(?: is|'s)? (?:on )?◷|◷ is (?:his|her|◇'s) (?:birthday|bday|b-day))[了哦。.!！\s]*$/iu;

function monthDayOf(day: DateMention): MonthDay | null {
  if (day.monthDay !== null || day.kind !== 'date' || day.grain !== 'day') return day.monthDay;
  const [, month, date] = day.resolve('future')?.day.split('-').map(Number) ?? [];
  return month === undefined || date === undefined
    ? null
    : { calendar: 'solar', year: null, month, day: date, leap: false };
}

function whose({ skeleton, people }: Reading, at: number): number | null {
  let before: number | null = null;
  for (const [place, token] of [...skeleton.at].sort(([a], [b]) => a - b)) {
    if (token.kind !== 'person') continue;
    if (place < at) before = token.contact;
    else if (before === null) return token.contact;
  }
  return before ?? (people.contacts.length > 0 ? 0 : null);
}

function birthdayOf({ text, skeleton }: Reading, at: number, { calendar, year, month, day, leap }: MonthDay): Birthday {
  const from = skeleton.offsets[at] ?? 0;
  const told = year ?? Number(YEAR.exec(text.slice(from, from + 28))?.[1] ?? Number.NaN);
  return { calendar, month, day, year: Number.isNaN(told) ? null : told, leap };
}

/** Titles: labelled (职务:…), by promotion (升采购经理), or beside the name on a card. */
function readTitles(
  reading: Reading,
  facts: Map<number, ToldContactFact>,
  factOf: (at: number) => ToldContactFact | null,
): void {
  const { skeleton, text } = reading;
  for (const pattern of [TITLE_LABEL, PROMOTED]) {
    for (const match of text.matchAll(pattern)) {
      const fact = factOf(positionOf(reading, match.index));
      if (fact) fact.title ??= (match[1] ?? match[2] ?? '').trim();
    }
  }
  for (const [at, token] of skeleton.at) {
    if (token.kind !== 'person') continue;
    const fact = facts.get(token.contact);
    const title = JOB_LINE.exec(text.slice(token.span[1], token.span[1] + 60))?.[1];
    if (fact && title && at >= 0) fact.title ??= title.trim();
  }
}

function positionOf({ skeleton }: Reading, offset: number): number {
  const at = skeleton.offsets.findIndex((one) => one >= offset);
  return at < 0 ? skeleton.text.length : at;
}
