import { strToU8, zipSync } from 'fflate';

/** A text, a day as a number with a day's format, or a formula with the value that was kept. */
export type Cell = string | { serial: number } | { formula: string; value: number };

export interface Sheet {
  head: string[];
  rows: Cell[][];
}

/** What a CSV keeps of a cell. */
export const textOf = (cell: Cell): string =>
  typeof cell === 'string' ? cell : String('serial' in cell ? cell.serial : cell.value);

/** The sheet as a CSV in GB18030, as Excel in Chinese saves it; one line of head. */
export function gb18030Csv({ head, rows }: Sheet): Uint8Array {
  const quoted = (text: string) => (/[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [head, ...rows.map((cells) => cells.map(textOf))].map((cells) => cells.map(quoted).join(','));
  const codes = gb18030Codes();
  const bytes: number[] = [];
  for (const sign of `${lines.join('\r\n')}\r\n`) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else bytes.push(...(codes.get(sign) ?? unknown(sign)));
  }
  return Uint8Array.from(bytes);
}

function unknown(sign: string): never {
  throw new Error(`two bytes of GB18030 do not say ${sign}`);
}

/** What two bytes stand for, the other way round: by the platform's own decoder. */
function gb18030Codes(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, [number, number]>();
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++) {
      const sign = decoder.decode(Uint8Array.of(first, second));
      if (second !== 0x7f && [...sign].length === 1) codes.set(sign, [first, second]);
    }
  return codes;
}

/**
 * The sheet as a workbook: a title over everything, then a head of two lines in which columns 2 to 4 stand under one
 * merged heading; days as numbers with a format, formulas with their values.
 */
export function mergedXlsx({ head, rows }: Sheet, title: string): Uint8Array {
  const column = (at: number) => String.fromCharCode(65 + at);
  const text = (ref: string, words: string) =>
    `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${xml(words)}</t></is></c>`;
  const group = { from: 1, to: 3 };
  const grouped = (at: number) => at >= group.from && at <= group.to;
  const upper = head.map((words, at) =>
    grouped(at) ? (at === group.from ? text(`${column(at)}2`, '联系人信息') : '') : text(`${column(at)}2`, words),
  );
  const lower = head.map((words, at) => (grouped(at) ? text(`${column(at)}3`, words) : ''));
  const body = rows.map((cells, row) => {
    const made = cells.map((cell, at) => {
      const ref = `${column(at)}${row + 4}`;
      if (typeof cell === 'string') return cell === '' ? '' : text(ref, cell);
      return 'serial' in cell
        ? `<c r="${ref}" s="1"><v>${cell.serial}</v></c>`
        : `<c r="${ref}"><f>${cell.formula}</f><v>${cell.value}</v></c>`;
    });
    return `<row r="${row + 4}">${made.join('')}</row>`;
  });
  const last = column(head.length - 1);
  const merges = [
    `A1:${last}1`,
    `${column(group.from)}2:${column(group.to)}2`,
    ...head.flatMap((_, at) => (grouped(at) ? [] : [`${column(at)}2:${column(at)}3`])),
  ];
  const sheet = [
    `<worksheet><sheetData><row r="1">${text('A1', title)}</row><row r="2">${upper.join('')}</row><row r="3">${lower.join('')}</row>`,
    ...body,
    `</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
  ].join('');
  return zipSync({
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="r"><sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="r1" Target="worksheets/a.xml"/></Relationships>',
    ),
    'xl/styles.xml': strToU8('<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
    'xl/worksheets/a.xml': strToU8(sheet),
  });
}

const xml = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
