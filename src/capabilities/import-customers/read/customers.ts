import { isDeepStrictEqual } from 'node:util';
import type { ContactBirthday } from '../../../crm/contact/contact.ts';
import type { ToldDeal } from '../../../crm/deal/tell-deal.ts';
import { breather } from '../../../ports/breather.ts';
import type { Row } from '../source/table.ts';
import { readAmount, readCurrency, readEmail, readPhone, readStage } from './cells.ts';
import { type Columns, findColumns } from './columns.ts';
import { orderOf, readBirthday, readPastDay } from './day.ts';
import type { Field } from './header.ts';

const LONGEST_NAME = 100;
const LONGEST_CELL = 4_000;

/** Why a row, or one cell of it, is not taken over. */
export type Why =
  | 'noName'
  | 'tooLong'
  | 'tooWide'
  | 'owner'
  | 'notYours'
  | 'taken'
  | 'phone'
  | 'email'
  | 'amount'
  | 'stage'
  | 'lastContact'
  | 'birthday'
  | 'differs';

/** `row`: nothing of the row is taken; else the one cell is left out. */
export interface Doubt {
  line: number;
  why: Why;
  cell: string;
  row: boolean;
}

export interface ImportedPerson {
  name: string;
  title: string | null;
  phone: string | null;
  email: string | null;
  birthday: ContactBirthday | null;
}

/** One customer as a source tells of it, its rows merged. */
export interface Customer {
  /** The rows it was read from, the first one first. */
  lines: number[];
  name: string;
  alias: string | null;
  owner: string;
  region: string | null;
  industry: string | null;
  /** `YYYY-MM-DD` */
  lastContact: string | null;
  people: ImportedPerson[];
  deal: Pick<ToldDeal, 'amount' | 'currency' | 'stage'> | null;
  notes: string[];
}

export interface Customers {
  customers: Customer[];
  doubts: Doubt[];
  unused: string[];
  /** The header's cells; none where there is no header. */
  head: string[];
  /** The rows below it. */
  rows: readonly Row[];
}

/** Who imports: whose the customers become, and for whom else they may be. */
export interface Importer {
  id: string;
  currency: string;
  /** A day later than this was no contact. `YYYY-MM-DD` */
  today: string;
  /** Who an owner's name, nickname or e-mail means; null where it is nobody, or several. */
  colleague(name: string): string | null;
  /** Whether it is exactly what a colleague is called. */
  isColleague(name: string): boolean;
  mayOwn(person: string): boolean;
  fold(name: string): string;
}

/** Reads customers out of rows; rows of the same customer become one. Null where no column holds names. */
export async function readCustomers(source: readonly Row[], importer: Importer): Promise<Customers | null> {
  const columns = findColumns(source, importer);
  if (columns === null) return null;
  const { unused, head } = columns;
  const rows = columns.rows.map((row) => fitted(row, head));
  const order = (field: Field) => orderOf(rows.map(({ cells }) => cells[columns.at.get(field)?.column ?? -1] ?? ''));
  const orders = { lastContact: order('lastContact'), birthday: order('birthday') };
  const byName = new Map<string, Customer>();
  const doubts: Doubt[] = [];
  const breathe = breather();
  for (const row of rows) {
    await breathe();
    const read = readRow(row, columns, importer, orders);
    doubts.push(...read.doubts);
    if (read.customer === null) continue;
    const key = importer.fold(read.customer.name);
    const known = byName.get(key);
    if (known === undefined) byName.set(key, read.customer);
    else doubts.push(...merge(known, read.customer, importer.id));
  }
  return { customers: [...byName.values()], doubts, unused, head, rows };
}

function readRow(
  { line, cells }: Row,
  { at, head }: Columns,
  importer: Importer,
  orders: Record<'lastContact' | 'birthday', ReturnType<typeof orderOf>>,
): { customer: Customer | null; doubts: Doubt[] } {
  const doubts: Doubt[] = [];
  const cell = (field: Field): string => cells[at.get(field)?.column ?? -1] ?? '';
  const refused = (why: Why, shown = '') => ({ customer: null, doubts: [{ line, why, cell: shown, row: true }] });
  const read = <T>(field: Field & Why, reader: (text: string) => T | null): T | null => {
    const text = cell(field);
    if (text === '' || /^[-—/]+$|^(?:无|n\/?a|null)$/i.test(text)) return null;
    const value = reader(text);
    if (value === null) doubts.push({ line, why: field, cell: text, row: false });
    return value;
  };

  if (head.length > 0 && cells.length > head.length) return refused('tooWide', cells.at(-1));
  const name = cell('name');
  if (!/[\p{L}\p{N}]/u.test(name) || SUM_ROW.test(name)) return refused('noName', name);
  if (name.length > LONGEST_NAME || cells.some((text) => text.length > LONGEST_CELL)) return refused('tooLong');
  const said = cell('owner');
  const owner = said === '' ? importer.id : importer.colleague(said);
  if (owner === null) return refused('owner', said);
  if (!importer.mayOwn(owner)) return refused('notYours', said);

  const lunar = /农历|阴历|lunar/i.test(at.get('birthday')?.heading?.words ?? '') ? '农历' : '';
  const person: ImportedPerson = {
    name: (cell('contact') || fullName(cell('familyName'), cell('givenName'))).slice(0, LONGEST_NAME),
    title: cell('title').slice(0, LONGEST_NAME) || null,
    phone: read('phone', (text) => readPhone(text, importer.currency)),
    email: read('email', readEmail),
    birthday: read('birthday', (text) => readBirthday(`${lunar}${text}`, orders.birthday)),
  };
  const column = at.get('amount')?.heading;
  const sum = read('amount', (text) => readAmount(text, importer.currency, column?.times));
  const stage = read('stage', readStage);
  const lastContact = read('lastContact', (text) => readPastDay(text, orders.lastContact, importer.today));
  const currency =
    readCurrency(cell('currency'), importer.currency) ?? readCurrency(column?.words ?? '', importer.currency);
  const reached = person.name !== '' || person.phone !== null || person.email !== null || person.birthday !== null;
  const customer: Customer = {
    lines: [line],
    name,
    alias: cell('alias').slice(0, LONGEST_NAME) || null,
    owner,
    region: cell('region') || null,
    industry: cell('industry') || null,
    lastContact,
    people: reached ? [{ ...person, name: person.name || name }] : [],
    deal:
      sum === null && stage === null
        ? null
        : { amount: sum?.amount ?? null, currency: sum === null ? null : (sum.currency ?? currency), stage },
    notes: [cell('note'), cell('source')].filter((text) => text !== ''),
  };
  return { customer, doubts };
}

/** What stands where a name would in the row that adds the others up. */
const SUM_ROW = /^(?:合计|总计|小计|共计|总和|汇总|(?:grand |sub-?)?totals?|sum)[:\uff1a]?$/i;

/** Thousands that a line's commas have cut off their sum; NUL stands in no cell. */
const CUT_SUM = /(?<!\d)\d{1,3}(?:\0\d{3})+(?!\d)/gu;

/** A row under its head: where it has more cells than that, a sum in pieces is put together again. */
function fitted({ line, cells }: Row, head: readonly string[]): Row {
  if (head.length === 0 || cells.length <= head.length) return { line, cells };
  const told = cells.slice(0, cells.findLastIndex((text) => text !== '') + 1);
  if (told.length <= head.length) return { line, cells: told };
  return {
    line,
    cells: told
      .join('\0')
      .replace(CUT_SUM, (sum) => sum.replaceAll('\0', ''))
      .split('\0'),
  };
}

/** 林志远, Tom Reed */
const fullName = (family: string, given: string): string =>
  /\p{Script=Han}/u.test(family + given) ? family + given : `${given} ${family}`.trim();

/**
 * A later row of the same customer fills what is open and adds people and notes. What it says otherwise than the rows
 * before it is left out, and named.
 */
function merge(known: Customer, more: Customer, importer: string): Doubt[] {
  const doubts: Doubt[] = [];
  const differs = (cell: string) => {
    for (const line of more.lines) doubts.push({ line, why: 'differs', cell, row: false });
  };
  const fill = <T extends object, K extends keyof T>(into: T, from: T, field: K) => {
    into[field] ??= from[field];
    if (from[field] != null && !isDeepStrictEqual(into[field], from[field])) differs(wordsOf(from[field]));
  };
  known.lines.push(...more.lines);
  if (more.owner !== importer) fill(known, more, 'owner');
  for (const field of ['alias', 'region', 'industry'] as const) fill(known, more, field);
  known.deal ??= more.deal;
  if (known.deal !== null && more.deal !== null) {
    if (known.deal.amount === null) known.deal.currency = more.deal.currency;
    for (const field of ['amount', 'currency', 'stage'] as const) fill(known.deal, more.deal, field);
  }
  if (more.lastContact !== null && more.lastContact > (known.lastContact ?? '')) known.lastContact = more.lastContact;
  for (const person of more.people) {
    const same = known.people.find(({ name }) => name === person.name);
    if (same === undefined) known.people.push(person);
    else for (const field of ['title', 'phone', 'email', 'birthday'] as const) fill(same, person, field);
  }
  known.notes.push(...more.notes.filter((note) => !known.notes.includes(note)));
  return doubts;
}

/** Near enough to find the cell by. */
const wordsOf = (value: unknown): string => (typeof value === 'object' ? '' : String(value));
