import { delimiterOf, readDelimited } from '../source/delimited.ts';
import { cleanCell, type Row, Unreadable } from '../source/table.ts';
import { readAmount, readEmail } from './cells.ts';
import { readDay } from './day.ts';
import { headingOf } from './header.ts';
import { isCalled, looksLikePerson } from './person-word.ts';

const LEAST_ROWS = 2;
/** Fewer rows than these must be sure in more than one cell. */
const FEW = 3;
const MOST_OF = 0.6;
/** A cell longer than this belongs to a sentence. */
const LONG = 40;
const SENTENCE = /[。!?;\uff01\uff1f\uff1b]|[了吗呢吧]$/u;
const INTRODUCTION = /^.{0,20}(?:导入|录入|名单|import|customers|leads).{0,12}$|^.{0,40}[:\uff1a]$/iu;
/** The line under the head of a table in Markdown. */
const RULE = /^[\s|:+-]+$/;
const DELIMITED = /[\t,\uff0c、|;\uff1b]/;
/** A sum with its thousands parted, where commas part the cells too. */
const THOUSANDS = /(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)/g;
/** 林志远13811110001, 138 1111 0001: a number stands alone, and in one piece. */
const GLUED = /(\p{Script=Han})(?=1[3-9]\d{9}(?!\d))/gu;
const PHONE_IN_PIECES = /(?<![\d+])(?:\+\d{1,3}[ -]?)?(?:\(?\d{2,4}\)?[ -]){1,3}\d{3,4}(?!\d)/g;

/**
 * The rows of a pasted message that is a list of customers; null for anything else. What is told of customers is no list:
 * most lines must have a phone number or an address, or stand under a header; two lines alone, a person and a column each
 * besides.
 */
export function readPasted(text: string): Row[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !RULE.test(line));
  const introduced =
    lines.length > LEAST_ROWS && INTRODUCTION.test(lines[0]?.trim() ?? '') && !DELIMITED.test(lines[0] ?? '');
  const said = introduced ? lines.slice(1) : lines;
  if (said.length < LEAST_ROWS) return null;
  const numbered = said.map((line) =>
    line.replace(/^\s*(?:\d{1,3}[.、)\uff09]\s*|[-•*]\s+)/u, '').replace(THOUSANDS, (sum) => sum.replaceAll(',', '')),
  );
  return delimited(numbered) ?? aligned(numbered) ?? listed(numbered);
}

function delimited(lines: readonly string[]): Row[] | null {
  const said = lines.join('\n');
  const commas = said.includes('\t') ? said : said.replaceAll('\uff0c', ',');
  const text = delimiterOf(commas) === null ? commas.replaceAll('、', ',') : commas;
  if (delimiterOf(text) === null) return null;
  try {
    return ofCustomers(readDelimited(text));
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** Columns that spaces or dashes make. */
function aligned(lines: readonly string[]): Row[] | null {
  const rows = lines.map((line, at) => ({
    line: at + 1,
    cells: line
      .trim()
      .split(/\s{2,}|\s+[-–—/]\s+/)
      .map(cleanCell),
  }));
  return ofCustomers(rows);
}

function ofCustomers(rows: Row[]): Row[] | null {
  const widths = rows.map(({ cells }) => cells.length).sort((a, b) => a - b);
  const width = widths[Math.floor(widths.length / 2)] ?? 0;
  if (width < 2 || rows.filter(({ cells }) => cells.length === width).length < rows.length * MOST_OF) return null;
  if (rows.some(({ cells }) => cells.filter((cell) => SENTENCE.test(cell) && cell.length > 6).length > 1)) return null;
  const headed = new Set(rows[0]?.cells.map((cell) => headingOf(cell)?.field)).size > 2;
  if (headed) return rows;
  const sure = rows.filter(({ cells }) => cells.some((cell) => isReachable(cell))).length;
  const short = rows.every(({ cells }) => (cells[0] ?? '').length <= LONG && !SENTENCE.test(cells[0] ?? ''));
  const many = rows.length >= FEW || (width >= FEW && rows.every(({ cells }) => isCustomer(cells)));
  return many && sure >= rows.length * MOST_OF && short ? rows : null;
}

/** `腾云 王总 13800010001`: what a word is shows in the word; every row is put into the same order of columns. */
function listed(lines: readonly string[]): Row[] | null {
  const words = lines.map((line) =>
    line.trim().replace(GLUED, '$1 ').replace(PHONE_IN_PIECES, inOnePiece).split(/\s+/).map(cleanCell),
  );
  if (words.some((line) => line.length > 8) || !words.every((line) => line.every((word) => !SENTENCE.test(word))))
    return null;
  const sure = words.filter((line) => line.length > 1 && line.some((word) => isReachable(word))).length;
  if (
    (words.length < FEW && !words.every(isCustomer)) ||
    sure < LEAST_ROWS ||
    sure < words.length * MOST_OF ||
    !words.some(([name = '']) => /\p{Script=Han}/u.test(name))
  )
    return null;
  const rows = words.map((line) => ofWords(line));
  // Where the others have a name and a person, one word that is a person's is the person.
  const pairs = rows.filter(({ contact }) => contact !== '').length;
  return [
    { line: 0, cells: ['客户', '联系人', '电话', '邮箱', '金额', '备注'] },
    ...rows.map(({ name, contact, phone, email, amount, note }, at) => {
      const person = contact === '' && pairs >= rows.length / 2 && looksLikePerson(name);
      return { line: at + 1, cells: [person ? '' : name, person ? name : contact, phone, email, amount, note] };
    }),
  ];
}

function ofWords(words: readonly string[]) {
  const row = { name: '', contact: '', phone: '', email: '', amount: '', note: '' };
  for (const word of words) {
    if (row.phone === '' && isPhone(word)) row.phone = word;
    else if (row.email === '' && readEmail(word) !== null) row.email = word;
    else if (row.amount === '' && /[万wk¥$]/iu.test(word) && readAmount(word, 'CNY') !== null) row.amount = word;
    else if (row.name === '' && row.phone === '' && !(row.contact === '' && isCalled(word))) row.name = word;
    else if (row.contact === '' && looksLikePerson(word)) row.contact = word;
    else row.note = `${row.note} ${word}`.trim();
  }
  return row;
}

const inOnePiece = (digits: string): string =>
  digits.replace(/\D/g, '').length < 10 ? digits : digits.replace(/[^\d+]/g, '');

/** A name, a person, and a way to reach them: nobody tells a story in such cells. */
const isCustomer = (cells: readonly string[]): boolean =>
  cells.length >= FEW && cells.slice(1).some(looksLikePerson) && cells.some(isReachable);

const isReachable = (cell: string): boolean => isPhone(cell) || readEmail(cell) !== null;

/** Digits as many as a phone number has, and no day. Whose country's they are is asked when they are read. */
function isPhone(cell: string): boolean {
  const text = cell.normalize('NFKC');
  const digits = text.replace(/\D/g, '').length;
  return /^[+(]?\d[\d\s()-]+\d$/.test(text) && digits >= 7 && digits <= 15 && readDay(text, 'day-first') === null;
}
