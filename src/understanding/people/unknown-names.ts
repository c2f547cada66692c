import type { Span } from '../text/normal-text.ts';
import type { Honorific } from './honorifics.ts';
import { filedChineseCompanies, unknownChineseCompany, unknownChinesePeople } from './unknown-chinese-names.ts';
import { unknownLatinNames } from './unknown-latin-names.ts';
import type { UnknownName } from './unknown-name.ts';

/** Recognises new names by the words around them; `taken` and `people` are the spans that already mean something else. */
export function findUnknownNames(
  text: string,
  taken: readonly Span[],
  people: readonly Span[],
  honorifics: readonly Honorific[],
  companies: readonly { span: Span }[],
): UnknownName[] {
  const accountKnown = companies.length > 0;
  const isFirst = ({ announced, span }: UnknownName) =>
    announced === true && companies.every((company) => span[0] < company.span[0]);
  const known = [...taken, ...people];
  const isFree = ([start, end]: Span) => start < end && !known.some(([from, to]) => start < to && end > from);
  const found: UnknownName[] = [];
  const add = (name: UnknownName) => {
    if (isFree(name.span) && !found.some(({ span }) => name.span[0] < span[1] && name.span[1] > span[0]))
      found.push(name);
  };
  const plain = glyphed(glyphed(text, taken, '◷'), people, '◇');
  for (const span of filedChineseCompanies(plain)) {
    const name: UnknownName = { kind: 'account', span, announced: true };
    if (!isFirst(name) || !isFree(span)) continue;
    add(name);
    break;
  }
  const company = unknownChineseCompany(plain, honorifics).find(isFree);
  if (!accountKnown && company) add({ kind: 'account', span: company });
  for (const span of unknownChinesePeople(text)) add({ kind: 'contact', span });
  for (const name of unknownLatinNames(text, accountKnown))
    if (name.kind === 'contact' || isFirst(name) || !(accountKnown || found.some(({ kind }) => kind === 'account')))
      add(name);
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** The text with a glyph for what is known already, so that a name ends where that begins. */
function glyphed(text: string, taken: readonly Span[], glyph: string): string {
  let plain = '';
  for (const [start, end] of [...taken].sort(([a], [b]) => a - b)) {
    if (end <= plain.length) continue;
    plain += text.slice(plain.length, start);
    plain += glyph.repeat(end - plain.length);
  }
  return plain + text.slice(plain.length);
}
