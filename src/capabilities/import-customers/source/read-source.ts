import { decodeText } from './decode-text.ts';
import { readDelimitedFile } from './delimited.ts';
import { MOST_ROWS, type Row, Unreadable } from './table.ts';
import { readXlsx } from './xlsx.ts';

const TABLE_NAME = /\.(?:csv|tsv|txt|xlsx|xlsm|xls)$/i;

/** Whether a file of that name may hold a table of customers. */
export const isTableName = (name: string): boolean => TABLE_NAME.test(name.trim());

/** The rows of a CSV or XLSX file, told by its bytes, not by its name. Throws Unreadable. */
export async function readSource(bytes: Uint8Array): Promise<Row[]> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unreadable('oldExcel');
  const zipped = startsWith(bytes, [0x50, 0x4b]);
  const read = await (zipped ? readXlsx(bytes) : readDelimitedFile(decodeText(bytes)));
  const rows = read.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length === 0) throw new Unreadable('empty');
  if (rows.length > MOST_ROWS + 20) throw new Unreadable('tooManyRows');
  return rows;
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);
