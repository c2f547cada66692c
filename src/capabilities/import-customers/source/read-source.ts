import { decodeText } from './decode-text.ts';
import { readDelimitedFile } from './delimited.ts';
import { MOST_ROWS, type Table, Unreadable } from './table.ts';
import { readXlsx } from './xlsx.ts';

const TABLE_NAME = /\.(?:csv|tsv|txt|xlsx|xlsm|xls)$/i;

/** Whether a file of that name may hold a table of customers. */
export const isTableName = (name: string): boolean => TABLE_NAME.test(name.trim());

/** What a CSV file holds, or each sheet of an XLSX one, told by its bytes, not by its name. Throws Unreadable. */
export async function readSource(bytes: Uint8Array): Promise<Table[]> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unreadable('oldExcel');
  const zipped = startsWith(bytes, [0x50, 0x4b]);
  const read = zipped ? await readXlsx(bytes) : [{ name: '', rows: await readDelimitedFile(decodeText(bytes)) }];
  const tables = read
    .map(({ name, rows }) => ({ name, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) }))
    .filter(({ rows }) => rows.length > 0);
  if (tables.length === 0) throw new Unreadable('empty');
  if (tables.some(({ rows }) => rows.length > MOST_ROWS + 20)) throw new Unreadable('tooManyRows');
  return tables;
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);
