import { Unreadable } from './table.ts';
import { type CellTable, isDateFormat } from './xlsx-cell.ts';
import { readEntry } from './xlsx-zip.ts';

const MOST_STRINGS = 500_000;
const MOST_SHEETS = 20;

/** Its visible sheets, and what their cells refer to. */
interface Workbook extends CellTable {
  sheets: { name: string; path: string }[];
}

/** Reads a workbook but for its sheets. Throws Unreadable. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const visible: { id: string; name: string }[] = [];
  let from1904 = false;
  const found = await readEntry(bytes, 'xl/workbook.xml', {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      if ((attributes.state ?? 'visible') === 'visible') visible.push({ id, name: attributes.name ?? '' });
    },
  });
  if (!found || visible.length === 0) throw new Unreadable('broken');
  const paths = await targets(bytes);
  return {
    sheets: visible.slice(0, MOST_SHEETS).map(({ id, name }, at) => ({
      name,
      path: paths.get(id) ?? `xl/worksheets/sheet${at + 1}.xml`,
    })),
    from1904,
    strings: await sharedStrings(bytes),
    dates: await dateStyles(bytes),
  };
}

async function targets(bytes: Uint8Array): Promise<Map<string, string>> {
  const paths = new Map<string, string>();
  await readEntry(bytes, 'xl/_rels/workbook.xml.rels', {
    open(name, { Id, Target }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return paths;
}

/** Without the readings (`rPh`) that Japanese and Chinese workbooks keep beside them. */
async function sharedStrings(bytes: Uint8Array): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let reading = false;
  let within = false;
  await readEntry(bytes, 'xl/sharedStrings.xml', {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') reading = true;
      else if (name === 't') within = !reading;
    },
    text(part) {
      if (within) text += part;
    },
    close(name) {
      if (name === 't') within = false;
      else if (name === 'rPh') reading = false;
      else if (name === 'si' && strings.push(text) > MOST_STRINGS) throw new Unreadable('tooBig');
    },
  });
  return strings;
}

async function dateStyles(bytes: Uint8Array): Promise<boolean[]> {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let within = false;
  await readEntry(bytes, 'xl/styles.xml', {
    open(name, { numFmtId = '0', formatCode = '' }) {
      if (name === 'numFmt') formats.set(Number(numFmtId), formatCode);
      else if (name === 'cellXfs') within = true;
      else if (name === 'xf' && within) styles.push(isDateFormat(Number(numFmtId), formats.get(Number(numFmtId))));
    },
    close(name) {
      if (name === 'cellXfs') within = false;
    },
  });
  return styles;
}
