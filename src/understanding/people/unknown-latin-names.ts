import type { Span } from '../text/normal-text.ts';
import type { UnknownName } from './unknown-names.ts';
import { LATIN_LEGAL, LATIN_TRADES } from './words/company-words.ts';
import { NEVER_NAMES } from './words/english-words.ts';

const CAP = "\\p{Lu}[\\p{L}\\p{M}'\\-]*[\\p{L}]|\\p{Lu}{2,}";
const SEQUENCE = `(?:${CAP})(?:(?:\\s+(?:&|and|of|the)\\s+|\\s+|\\s*&\\s*)(?:${CAP})){0,4}(?:\\s+(?:Inc|Ltd|LLC|Co|Corp)\\b\\.?)?`;

const ANNOUNCED = new RegExp(
  `\\b(?:new|add|log|create|file|record|register|set up|open)\\b[^:\\n]{0,30}?\\b(?:lead|account|company|customer|client|prospect)(?:\\s+(?:record|file|card))?(?:\\s*(?:for|called|named|:|-|–|,)|\\s[^:\\n]{1,30}:)?\\s*(${SEQUENCE})`,
  'giu',
);
const FILED = new RegExp(`\\b(?:add|log|create|file|record|register)\\s+(${SEQUENCE})\\s+(?:as|to|into)\\b`, 'giu');
const PLACE = new RegExp(
  `(?:\\b(?:at|from|of|over at|visited|visit to|stop{1,2}ed by|dropped by|dropped in (?:on|at)|swung by|went to|called on|onsite at|on site at|trip to)\\s+|@\\s*)(?:the\\s+)?(${SEQUENCE})`,
  'giu',
);
const COMPANION = new RegExp(
  `(?:\\b(?:with|met|saw|spoke to|spoke with|talked to|talked with|chatted with|called|rang|emailed|texted|messaged|pinged|contact|contact:|contact is|named|reached|attn|ask for|talk to|introduced to)|w/)\\s+(?:(?:the|their|our|a)\\s+)?(?:[a-z]+\\s+){0,3}?(${SEQUENCE})|\\b(?:owner|manager|director|buyer|founder|head|lead|contact(?: at [^:\\n]{1,40})?|ceo|cto|cfo|coo)\\s*[,:]?\\s+(${SEQUENCE})`,
  'gu',
);
const SPEAKER = new RegExp(
  `(?<![\\p{L}'-])(${SEQUENCE})(?='s\\s+(?:new\\s+)?(?:number|email|cell|mobile|birthday|bday|phone)|\\s*\\(|\\s+(?:said|says|called|rang|texted|emailed|wants|wanted|asked|replied|loves|agreed|signed)\\b|\\s+(?:from|at|over at|of)\\s+(?:the\\s+)?(?=\\p{Lu})|\\s*@)`,
  'gu',
);
const INTRODUCED = new RegExp(
  `\\b(?:[Nn]ew contact|[Aa]dd (?:a )?contact|[Cc]ontact)(?: (?:at|for) [^:,\\n]{1,40})?\\s*[:,–-]\\s*(${SEQUENCE})`,
  'gu',
);
const CARD_LINE = new RegExp(`(?:^|\\n)\\s*((?:${CAP})(?:\\s+(?:${CAP})){1,2})\\s*(?=\\n)`, 'gu');

/** Capitalised words where a company or a person must stand. */
export function unknownLatinNames(text: string): UnknownName[] {
  const names: UnknownName[] = [];
  for (const span of spansOf(text, ANNOUNCED)) names.push(...announced(text, span));
  for (const pattern of [FILED, PLACE])
    for (const span of spansOf(text, pattern)) names.push({ kind: 'account', span });
  for (const pattern of [INTRODUCED, CARD_LINE, COMPANION, SPEAKER])
    for (const span of spansOf(text, pattern))
      names.push({ kind: isCompany(text.slice(...span)) ? 'account' : 'contact', span });
  return names;
}

/** "Orrin Falk, Falk Timber": a person, then the company; one name alone is the company. */
function announced(text: string, span: Span): UnknownName[] {
  const next = COMMA_NAME.exec(text.slice(span[1]));
  const company = next?.[1];
  if (isCompany(text.slice(...span)) || company === undefined || !isCompany(company))
    return [{ kind: 'account', span }];
  const start = span[1] + (next?.[0].indexOf(company) ?? 0);
  return [
    { kind: 'account', span: [start, start + company.length] },
    { kind: 'contact', span },
  ];
}

const COMMA_NAME = new RegExp(`^\\s*(?:,|at|from|of|@)\\s*(${SEQUENCE})`, 'u');

function spansOf(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const words = match[1] ?? match[2] ?? '';
    const span = trimmed(words, match.index + match[0].lastIndexOf(words));
    if (span) spans.push(span);
  }
  return spans;
}

const EVENT = /^\s+(?:fair|expo|show|conference|summit|airport|station|event|forum|convention|trade)/iu;
const JOB = /\b(?:director|manager|officer|engineer|head of|president|assistant|analyst|coordinator)$/iu;

/** The triggers ignore letter case, names do not. */
const CAPITALISED = new RegExp(`^${SEQUENCE}`, 'u');

/** Without everyday words at either end; null when nothing is left. */
function trimmed(words: string, start: number): Span | null {
  let from = 0;
  let name = CAPITALISED.exec(words)?.[0] ?? '';
  for (;;) {
    const first = /^(\S+)\s+/.exec(name);
    if (!first || !isEveryday(first[1] ?? '')) break;
    from += first[0].length;
    name = name.slice(first[0].length);
  }
  for (;;) {
    const last = /\s+(\S+)$/.exec(name);
    if (!last || !isEveryday(last[1] ?? '')) break;
    name = name.slice(0, -last[0].length);
  }
  if (
    EVENT.test(words.slice(name.length + from)) ||
    name.length < 2 ||
    isEveryday(name) ||
    JOB.test(words) ||
    !/^\p{Lu}/u.test(name)
  )
    return null;
  return [start + from, start + from + name.length];
}

function isEveryday(word: string): boolean {
  return NEVER_NAMES.has(word.toLowerCase().replace(/'s$/, ''));
}

function isCompany(name: string): boolean {
  const last = name.toLowerCase().replace(/\.$/, '').split(/\s+/).at(-1) ?? '';
  return LATIN_LEGAL.has(last) || LATIN_TRADES.has(last) || name.includes('&');
}
