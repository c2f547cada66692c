import type { Span } from '../text/normal-text.ts';
import { type QuickPattern, quick } from '../text/quick-pattern.ts';
import type { UnknownName } from './unknown-name.ts';
import { LATIN_LEGAL, LATIN_TRADES } from './words/company-words.ts';
import { NAMES_THAT_ARE_WORDS, NEVER_NAMES } from './words/english-words.ts';
import { GIVEN_NAMES } from './words/given-names.ts';

const CAP = "\\p{Lu}[\\p{L}\\p{M}'\\-]*[\\p{L}]|\\p{Lu}{2,}";
const SEQUENCE = `(?:${CAP})(?:(?:\\s+(?:&|and|of|the)\\s+|\\s+|\\s*&\\s*)(?:${CAP})){0,4}(?:\\s+(?:Inc|Ltd|LLC|Co|Corp)\\b\\.?)?`;

const ANNOUNCED = quick(
  new RegExp(
    `\\b(?:new|add|log|create|file|record|register|set up|open|potential|prospective|got a)\\b[^:\\n]{0,30}?\\b(?:lead|account|acct|company|co|org|customer|cust|client|prospect)(?:\\s+(?:record|file|card))?(?:\\s*(?:for|called|named|:|-|–|,)|\\s[^:\\n]{1,30}:)?\\s*(${SEQUENCE})`,
    'giu',
  ),
);
const FILED = quick(
  new RegExp(
    `\\b(?:add|log|create|file|record|register|set up|put|enter|get|have|bring|load|stick|save)\\s+(${SEQUENCE})\\s+(?:as|to|into|onto|in|on|up as)\\b`,
    'giu',
  ),
);
const PLACE = quick(
  new RegExp(
    `(?:(?<!\\b(?:stand|booth|stall|exhibit|exhibiting|show|fair|expo|conference|event)\\s)\\b(?:at|from|of|over at|visited|visit to|stop{1,2}ed by|dropped by|dropped in (?:on|at)|swung by|went to|called on|onsite at|on site at|trip to)\\s+|@\\s*)(?:the\\s+)?(${SEQUENCE})`,
    'giu',
  ),
);
const COMPANION = quick(
  new RegExp(
    `(?:\\b(?:(?<!\\b(?:go|going|gone|went|stay|staying|stick|sticking|stuck|sign|signed|signing)\\s)with|met|saw|spoke to|spoke with|talked to|talked with|chatted with|called|rang|emailed|texted|messaged|pinged|contact|contact:|contact is|named|reached|attn|ask for|talk to|introduced to)|w/)\\s+(?:(?:the|their|our|a)\\s+)?(?:(?!(?:in|at|near|around|outside|over|from|on|for|about|after|before|during|by)\\s+(?:the\\s+)?\\p{Lu})[a-z]+\\s+){0,3}?(${SEQUENCE})`,
    'gu',
  ),
);
const TITLED = quick(
  new RegExp(
    `\\b(?:[Oo]wner|[Mm]anager|[Dd]irector|[Bb]uyer|[Ff]ounder|[Hh]ead|[Cc]ontact(?: at [^:\\n]{1,40}| is| person)?|[Cc][ETFOI]O|[Cc][etfoi]o|[Mm]rs?|[Mm]s|(?:lady|guy|woman|man|girl|chap|bloke|gentleman|person|someone|somebody) (?:named|called))\\s*(?:[,:=–-]|is|=>)?\\s+(${SEQUENCE})`,
    'gu',
  ),
);
const SPEAKER = quick(
  new RegExp(
    `(?<![\\p{L}'-])(${SEQUENCE})(?='s\\s+(?:new\\s+)?(?:number|email|cell|mobile|birthday|bday|phone)|\\s*\\(|\\s+(?:said|says|called|rang|texted|emailed|wants|wanted|asked|replied|loves|agreed|signed)\\b|\\s+(?:from|at|over at|of)\\s+(?:the\\s+)?(?=\\p{Lu})|\\s*@)`,
    'gu',
  ),
);
const INTRODUCED = quick(
  new RegExp(
    `\\b(?:[Nn]ew contact|[Aa]dd (?:a )?contact|[Cc]ontact|[Nn]ew (?:person|guy|buyer|hire|starter|face|poc|POC|stakeholder))(?: (?:at|for|in|from) [^:,\\n]{1,40})?\\s*[:,–-]\\s*(${SEQUENCE})|\\b(?:[Aa]dd|[Cc]reate|[Ss]ave|[Pp]ut|[Ff]ile)\\s+(?:an?|another|this|the|new)?\\s*(?:new )?(?:person|colleague|stakeholder|decision[ -]?maker|guy|lady|buyer|manager|card)(?: (?:at|for|in|from|to|under) [^:,\\n]{1,40})?\\s*[:,–-]\\s*(${SEQUENCE})|\\b(?:[Aa]dd|[Ss]ave|[Pp]ut|[Ff]ile)\\s+(${SEQUENCE})(?=\\s*,|\\s+(?:at|from|of|down|in|to)\\b)`,
    'gu',
  ),
);
/** A tip from Ruth about X. */
const TIPPED = quick(
  new RegExp(
    `\\b(?:tip|tip-off|word|heads[- ]up|intro|introduction|referral|referred)\\b[^:\\n.]{0,30}?\\b(?:about|to|on|re)\\s+(${SEQUENCE})`,
    'gu',
  ),
);
/** Inbound from website - X; referral via Y: X. */
const INBOUND = quick(
  new RegExp(
    `\\b(?:inbound|inquiry|enquiry|referral|lead|prospect|came in|radar|target|introduction|intro|referred to|suspect)\\b[^:\\n]{0,40}?(?:\\s[-–—]+\\s|:\\s*|,\\s*)(${SEQUENCE})`,
    'giu',
  ),
);
/** Name, then how to reach them, perhaps with an office between: Otis Bell, dock supervisor, (312) 555-0147. */
const REACHED_AT = quick(
  new RegExp(
    `(?<![\\p{L}'-])((?:${CAP})(?:\\s+(?:${CAP})){1,2})(?=\\s*[,(<–-]\\s*(?:[\\p{L} &/]{2,30},\\s*)?(?:(?:cell|tel|phone|mobile|email|m|t)[:.]?\\s*)?(?:[\\w.+-]{1,40}@|\\+?\\(?\\d{3}))`,
    'gu',
  ),
);
const CARD_LINE = quick(
  new RegExp(`(?:^|\\n)\\s*((?:${CAP})(?:\\s+(?:${CAP})){1,2})[ \\t]*(?=\\n|[|,–-] ?[^\\n@]{2,40}\\n)`, 'gu'),
);
/** Hugh's daughter Poppy, his boss Lena, her replacement Tom. */
const RELATED = quick(
  new RegExp(
    `(?:'s|\\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|new|a))\\s+(?:new\\s+|other\\s+)?(?:daughter|son|wife|husband|brother|sister|partner|boss|colleague|assistant|pa|PA|EA|deputy|successor|replacement|predecessor|counterpart|number two|right[- ]hand (?:man|woman)|sidekick|co-?founder|stand-?in|foreman|secretary|accountant|engineer|procurement lead)[,:]?\\s+(${SEQUENCE})(?![\\w'])`,
    'gu',
  ),
);

/** Asked about or fought for: how is X doing, any word from X, landed X, did X sign. */
const ASKED = quick(
  new RegExp(
    `\\b(?:how(?:'s| is| are)(?: (?:things|it going))?(?: (?:with|at))?|up with|going on (?:with|at)|happen(?:ed|ing) (?:with|at)|stand (?:with|on)|are we (?:with|on|at)|status (?:of|on|for)|latest (?:on|from|with|w/)|word (?:from|on)|news (?:from|on|about)|movement (?:on|with|at)|update (?:on|from)|updates (?:on|from)|progress (?:on|with|at)|me up on|me on|tell me about|know about|have on|talk(?:ed)? to|contact (?:at|for)|everything on|rundown (?:on|of)|what about|did|has|pull up|pull|look up|owns|won|win|lost|lose|landed|land|signed|closed|re|regarding|touched base with|negotiated with|discussed [a-z]+ with|through to|walked|rang|showed|toured)\\s+(${SEQUENCE})`,
    'giu',
  ),
);
/** The company's own people or things: Bluewave's delivery, the Bluewave team. */
const OWNED = quick(
  new RegExp(
    `(?<![\\p{L}'-])(${SEQUENCE})(?='s? (?:new )?(?:team|folks|guys|people|procurement|legal|finance|it|ops|office|plant|warehouse|portal|delivery|order|contract|invoice|invoices|deal|project|budget|board|ceo|cto|cfo|buyer|manager|director|system|machine|unit|account|file|quote|proposal|a no)\\b| (?:team|folks|guys|people|deal|account|contract|project|crew)\\b)`,
    'gu',
  ),
);
/** At the head of a sentence, before what only customers do. */
const DOING = quick(
  new RegExp(
    `(?:^|[.!?;\\n]\\s*|\\b(?:and|but|so|then)\\s+)(${SEQUENCE})(?=\\s+(?:just |finally |now |also |has |have |had |is |are )?(?:says?|said|wants?|wanted|asked|asking|asks|signed|agreed|replied|rejected|chose|picked|passed|approved|confirmed|declined|pushed|called|emailed|texted|came back|got back|went with|went quiet|needs?|likes?|loved|reviewed|accepted|countered|moved to|should sign|will sign|told|reports?|reported|reporting|complain\\w*|keen|interested|happy|unhappy|stalling|considering|thinking|looking|waiting)\\b)`,
    'gu',
  ),
);

const CAPITAL = /\p{Lu}/u;

/** Capitalised words where a company or a person must stand. */
export function unknownLatinNames(text: string, accountKnown: boolean): UnknownName[] {
  if (!CAPITAL.test(text)) return [];
  const names: UnknownName[] = [];
  names.push(...givenNames(text));
  for (const span of spansOf(text, ANNOUNCED)) names.push(...announced(text, span));
  for (const pattern of [INBOUND, TIPPED])
    for (const span of spansOf(text, pattern)) names.push(...announced(text, span));
  for (const pattern of [FILED, PLACE])
    for (const span of spansOf(text, pattern)) names.push({ kind: 'account', span });
  for (const pattern of [INTRODUCED, REACHED_AT, TITLED, RELATED])
    for (const span of spansOf(text, pattern)) names.push({ kind: labelledKind(text, span), span });
  names.push(...onCard(text));
  for (const pattern of [COMPANION, SPEAKER, OWNED, DOING, ASKED])
    for (const span of spansOf(text, pattern)) names.push({ kind: kindOf(text, span, accountKnown), span });
  return names;
}

function labelledKind(text: string, span: Span): UnknownName['kind'] {
  return isCompany(text.slice(...span)) ? 'account' : 'contact';
}

/** The lines of a card; right below the name stands the office, unless it is a company. */
function onCard(text: string): UnknownName[] {
  const lines = spansOf(text, CARD_LINE).map((span): UnknownName => ({ kind: labelledKind(text, span), span }));
  return lines.filter(({ kind, span }, index) => {
    const above = lines[index - 1];
    return kind === 'account' || above?.kind !== 'contact' || /\n\s*\n/u.test(text.slice(above.span[1], span[0]));
  });
}

/**
 * Company or person, for a capitalised name that nothing labels: by its own words, by the pronoun that takes it up,
 * by being a given name; any other is rather a company, unless the company is known already.
 */
function kindOf(text: string, [start, end]: Span, accountKnown: boolean): UnknownName['kind'] {
  const name = text.slice(start, end);
  if (isCompany(name)) return 'account';
  const tokens = name.split(/\s+/);
  if (GIVEN_NAMES.has((tokens[0] ?? '').toLowerCase())) return 'contact';
  const after = text.slice(end, end + 60);
  if (OWN_PEOPLE.test(after)) return 'account';
  if (AT_COMPANY.test(after)) return 'contact';
  const pronoun = PRONOUN.exec(after)?.[1]?.toLowerCase();
  if (pronoun !== undefined) return /^s?h/.test(pronoun) ? 'contact' : 'account';
  return accountKnown ? 'contact' : 'account';
}

const PRONOUN = /^[^.!?\n]{0,40}?[\s,.;-]+(she|he|his|her|they|they're|their|them|it|its)\b/iu;
const OWN_PEOPLE =
  /^(?:'s? (?:new )?(?:team|folks|guys|people|procurement|legal|finance|office|plant|warehouse|portal|delivery|order|board|unit)| (?:team|folks|guys|people|crew))\b/iu;
const AT_COMPANY = /^,? (?:from|at|of|over at) (?:the )?\p{Lu}/u;

/** "Orrin Falk, Falk Timber": a person, then the company; one name alone is the company. */
function announced(text: string, span: Span): UnknownName[] {
  const next = COMMA_NAME.exec(text.slice(span[1]));
  const company = next?.[1];
  if (isCompany(text.slice(...span)) || company === undefined || !isCompany(company))
    return [{ kind: 'account', span, announced: true }];
  const start = span[1] + (next?.[0].indexOf(company) ?? 0);
  return [
    { kind: 'account', span: [start, start + company.length], announced: true },
    { kind: 'contact', span },
  ];
}

/** Given names at the head of a sentence, before a verb: Lars was happy. */
function givenNames(text: string): UnknownName[] {
  return [...HEAD_WORD.matchAll(text)].flatMap((match): UnknownName[] => {
    const name = match[1] ?? '';
    if (!GIVEN_NAMES.has(name.toLowerCase()) || NAMES_THAT_ARE_WORDS.has(name.toLowerCase())) return [];
    const start = match.index + match[0].length - name.length;
    return [{ kind: 'contact', span: [start, start + name.length] }];
  });
}

const HEAD_WORD = quick(/(?:^|[.!?;\n]\s*)(\p{Lu}\p{Ll}+)(?=(?:'s)?\s+[a-z])/gu);

const COMMA_NAME = new RegExp(`^\\s*(?:,|at|from|of|@)\\s*(${SEQUENCE})`, 'u');

function spansOf(text: string, pattern: QuickPattern): Span[] {
  const spans: Span[] = [];
  for (const match of pattern.matchAll(text)) {
    const words = match[1] ?? match[2] ?? match[3] ?? '';
    const span = trimmed(words, match.index + match[0].lastIndexOf(words));
    if (span) spans.push(span);
  }
  return spans;
}

const EVENT =
  /^\s+(?:seminar|webinar|gala|congress|symposium|meetup|roadshow|awards|festival|dinner|lunch|breakfast|party|ball|golf|tournament|workshop|training|open day|trade|exhibition|symposium|fair|expo|show|conference|summit|airport|station|event|forum|convention|trade)/iu;
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
  return (
    LATIN_LEGAL.has(last) || LATIN_TRADES.has(last) || LATIN_TRADES.has(last.replace(/s$/, '')) || name.includes('&')
  );
}
