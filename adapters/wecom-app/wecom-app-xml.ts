import { XMLParser } from 'fast-xml-parser';

/** A tag's fields: text, fields of its own, or several of one name. */
export type Fields = { [name: string]: Field | Field[] };
type Field = string | Fields;

const CDATA = '#cdata';

const parser = new XMLParser({
  ignoreAttributes: true,
  // Ids have more digits than a number keeps.
  parseTagValue: false,
  processEntities: false,
  trimValues: false,
  cdataPropName: CDATA,
});

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The fields of WeCom's `<xml>`, their text as it was meant; null for anything that is not well formed or has a DOCTYPE. */
export function readXml(text: string): Fields | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) return null;
  try {
    const { xml } = parser.parse(text, true) as { xml?: unknown };
    const read = xml === undefined || Array.isArray(xml) ? null : fieldOf(xml);
    return typeof read === 'object' ? read : null;
  } catch {
    return null;
  }
}

/** Text that stands for itself within a tag. */
export const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

function fieldOf(node: unknown): Field {
  // CDATA is what it is; elsewhere the five entities stand for their signs, and any other for itself.
  if (typeof node === 'string')
    return node.replace(/&(lt|gt|amp|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);
  if (typeof node !== 'object' || node === null) return '';
  if (CDATA in node) return [node[CDATA]].flat().join('');
  return Object.fromEntries(
    Object.entries(node)
      .filter(([name]) => name !== '#text')
      .map(([name, value]) => [name, Array.isArray(value) ? value.map(fieldOf) : fieldOf(value)]),
  );
}
