import { quick } from '../text/quick-pattern.ts';

/** Places of an English sentence where a name must stand; the first group that matched is the name. */
const CAP = "\\p{Lu}[\\p{L}\\p{M}'\\-]*[\\p{L}]|\\p{Lu}{2,}";
/** A name of up to five capitalised words. */
export const SEQUENCE = `(?:${CAP})(?:(?:\\s+(?:&|and|of|the)\\s+|\\s+|\\s*&\\s*)(?:${CAP})){0,4}(?:\\s+(?:Inc|Ltd|LLC|Co|Corp)\\b\\.?)?`;

export const ANNOUNCED = quick(
  new RegExp(
    `\\b(?:new|add|log|create|file|record|register|set up|open|potential|prospective|got a)\\b[^:\\n]{0,30}?\\b(?:lead|account|acct|company|co|org|customer|cust|client|prospect)(?:\\s+(?:record|file|card))?(?:\\s*(?:for|called|named|:|-|–|,)|\\s[^:\\n]{1,30}:)?\\s*(${SEQUENCE})`,
    'giu',
  ),
);
export const FILED = quick(
  new RegExp(
    `\\b(?:add|log|create|file|record|register|set up|put|enter|get|have|bring|load|stick|save)\\s+(${SEQUENCE})\\s+(?:as|to|into|onto|in|on|up as)\\b`,
    'giu',
  ),
);
export const PLACE = quick(
  new RegExp(
    `(?:(?<!\\b(?:stand|booth|stall|exhibit|exhibiting|show|fair|expo|conference|event)\\s)\\b(?:at|from|of|over at|visited|visit to|stop{1,2}ed by|dropped by|dropped in (?:on|at)|swung by|went to|called on|onsite at|on site at|trip to)\\s+|@\\s*|(?<=\\p{Lu}\\p{Ll}{1,20})\\s*\\((?=[^()\\d]{2,40}\\)))(?:the\\s+)?(${SEQUENCE})`,
    'giu',
  ),
);
export const COMPANION = quick(
  new RegExp(
    `(?:\\b(?:(?<!\\b(?:go|going|gone|went|stay|staying|stick|sticking|stuck|sign|signed|signing)\\s)with|met|saw|spoke to|spoke with|talked to|talked with|chatted with|called|rang|emailed|texted|messaged|pinged|contact|contact:|contact is|named|reached|attn|ask for|talk to|introduced to)|w/)\\s+(?:(?:the|their|our|a)\\s+)?(?:(?!(?:in|at|near|around|outside|over|from|on|for|about|after|before|during|by)\\s+(?:the\\s+)?\\p{Lu})[a-z]+\\s+){0,3}?(${SEQUENCE})`,
    'gu',
  ),
);
export const TITLED = quick(
  new RegExp(
    `\\b(?:[Oo]wner|[Mm]anager|[Dd]irector|[Bb]uyer|[Ff]ounder|[Hh]ead|[Cc]ontact(?: at [^:\\n]{1,40}| is| person)?|[Cc][ETFOI]O|[Cc][etfoi]o|[Mm]rs?|[Mm]s|(?:lady|guy|woman|man|girl|chap|bloke|gentleman|person|someone|somebody) (?:named|called))\\s*(?:[,:=–-]|is|=>)?\\s+(${SEQUENCE})`,
    'gu',
  ),
);
export const SPEAKER = quick(
  new RegExp(
    `(?<![\\p{L}'-])(${SEQUENCE})(?='s\\s+(?:new\\s+)?(?:number|email|cell|mobile|birthday|bday|phone)|\\s*\\(|\\s+(?:said|says|called|rang|texted|emailed|wants|wanted|asked|replied|loves|agreed|signed)\\b|\\s+(?:from|at|over at|of)\\s+(?:the\\s+)?(?=\\p{Lu})|\\s*@)`,
    'gu',
  ),
);
export const INTRODUCED = quick(
  new RegExp(
    `\\b(?:[Nn]ew contact|[Aa]dd (?:a )?contact|[Cc]ontact|[Nn]ew (?:person|guy|buyer|hire|starter|face|poc|POC|stakeholder))(?: (?:at|for|in|from) [^:,\\n]{1,40})?\\s*[:,–-]\\s*(${SEQUENCE})|\\b(?:[Aa]dd|[Cc]reate|[Ss]ave|[Pp]ut|[Ff]ile)\\s+(?:an?|another|this|the|new)?\\s*(?:new )?(?:person|colleague|stakeholder|decision[ -]?maker|guy|lady|buyer|manager|card)(?: (?:at|for|in|from|to|under) [^:,\\n]{1,40})?\\s*[:,–-]\\s*(${SEQUENCE})|\\b(?:[Aa]dd|[Ss]ave|[Pp]ut|[Ff]ile)\\s+(${SEQUENCE})(?=\\s*,|\\s+(?:at|from|of|down|in|to)\\b)`,
    'gu',
  ),
);
/** A tip from Ruth about X. */
export const TIPPED = quick(
  new RegExp(
    `\\b(?:tip|tip-off|word|heads[- ]up|intro|introduction|referral|referred)\\b[^:\\n.]{0,30}?\\b(?:about|to|on|re)\\s+(${SEQUENCE})|\\b(?:says?|said|reckons|thinks?|suggest(?:s|ed)|told (?:me|us)) (?:that )?(?:we|i|to)(?: should| could| might)?(?: want to)? (?:talk|speak|reach out|call|contact|try|go|see)(?: to)?\\s+(${SEQUENCE})`,
    'gu',
  ),
);
/** Inbound from website - X; referral via Y: X. */
export const INBOUND = quick(
  new RegExp(
    `\\b(?:inbound|inquiry|enquiry|referral|lead|prospect|came in|radar|target|introduction|intro|referred to|suspect)\\b[^:\\n]{0,40}?(?:\\s[-–—]+\\s|:\\s*|,\\s*)(${SEQUENCE})`,
    'giu',
  ),
);
/** Name, then how to reach them, perhaps with an office between: Otis Bell, dock supervisor, (312) 555-0147. */
export const REACHED_AT = quick(
  new RegExp(
    `(?<![\\p{L}'-])((?:${CAP})(?:\\s+(?:${CAP})){1,2})(?=\\s*[,(<–-]\\s*(?:[\\p{L} &/]{2,30},\\s*)?(?:(?:cell|tel|phone|mobile|email|m|t)[:.]?\\s*)?(?:[\\w.+-]{1,40}@|\\+?\\(?\\d{3}))`,
    'gu',
  ),
);
export const CARD_LINE = quick(
  new RegExp(`(?:^|\\n)\\s*((?:${CAP})(?:\\s+(?:${CAP})){1,2})[ \\t]*(?=\\n|[|,–-] ?[^\\n@]{2,40}\\n)`, 'gu'),
);
/** Hugh's daughter Poppy, his boss Lena, her replacement Tom. */
export const RELATED = quick(
  new RegExp(
    `(?:'s|\\b(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|new|a))\\s+(?:new\\s+|other\\s+)?(?:daughter|son|wife|husband|brother|sister|partner|boss|colleague|assistant|pa|PA|EA|deputy|successor|replacement|predecessor|counterpart|number two|right[- ]hand (?:man|woman)|sidekick|co-?founder|stand-?in|foreman|secretary|accountant|engineer|procurement lead)[,:]?\\s+(${SEQUENCE})(?![\\w'])`,
    'gu',
  ),
);

/** Asked about or fought for: how is X doing, any word from X, landed X, did X sign. */
export const ASKED = quick(
  new RegExp(
    `\\b(?:how(?:'s| is| are)(?: (?:things|it going))?(?: (?:with|at))?|up with|going on (?:with|at)|happen(?:ed|ing) (?:with|at)|stand (?:with|on)|are we (?:with|on|at)|status (?:of|on|for)|latest (?:on|from|with|w/)|word (?:from|on)|news (?:from|on|about)|movement (?:on|with|at)|update (?:on|from)|updates (?:on|from)|progress (?:on|with|at)|me up on|me on|tell me about|know about|have on|talk(?:ed)? to|contact (?:at|for)|everything on|rundown (?:on|of)|what about|did|has|pull up|pull|look up|owns|won|win|lost|lose|landed|land|signed|closed|re|regarding|touched base with|negotiated with|discussed [a-z]+ with|through to|walked|rang|showed|toured|quoted|pitched|invoiced|billed|chased|nudged|visited|demoed|onboarded|upsold|renewed|(?:trial|pilot|demo|quote|proposal|pricing|contract|order|invoice|samples?)(?: \\p{L}+){0,3} for|(?:agreement|contract|deal|msa|sow|nda)\\s+(?:\\p{L}+\\s+)?signed\\s+with|waiting (?:on|for))\\s+(?:the\\s+)?(${SEQUENCE})`,
    'giu',
  ),
);
/** The company's own people or things: Bluewave's delivery, the Bluewave team. */
export const OWNED = quick(
  new RegExp(
    `(?<![\\p{L}'-])(${SEQUENCE})(?='s? (?:new )?(?:team|folks|guys|people|procurement|legal|finance|it|ops|office|plant|warehouse|portal|delivery|order|contract|invoice|invoices|deal|project|budget|board|ceo|cto|cfo|buyer|manager|director|system|machine|unit|account|file|quote|proposal|a no)\\b| (?:team|folks|guys|people|deal|account|contract|project|crew)\\b)`,
    'gu',
  ),
);
/** At the head of a sentence, before what only customers do. */
export const DOING = quick(
  new RegExp(
    `(?:^|[.!?;\\n]\\s*|\\b(?:and|but|so|then)\\s+)(${SEQUENCE})(?=(?:'s)?\\s+(?:(?:just|finally|now|also|still|already|has|have|had|is|are|was|isn't|aren't|wasn't|hasn't|haven't|won't|don't|doesn't|didn't|not)\\s+){0,3}(?:says?|said|wants?|wanted|asked|asking|asks|signed|agreed|replied|rejected|chose|picked|passed|approved|confirmed|declined|pushed|called|emailed|texted|came back|got back|went with|went quiet|needs?|likes?|loved|reviewed|accepted|countered|moved to|should sign|will sign|told|reports?|reported|reporting|complain\\w*|keen|interested|renewed|renew(?:ing)?|bought|ordered|cancell?ed|ditched|postponed|paused|parked|stalled|ghosted|switched|decided|extended|shortlisted|back|on hold|on ice|frozen|lost|no (?:budget|interest|answer|reply|news)|went (?:elsewhere|dark|cold|bust)|(?:looks?|seems?|sounds?) (?:very |really |quite )?(?:promising|good|keen|interested|likely|unlikely|dead|stuck)|tied|locked in|stuck with|happy|unhappy|stalling|considering|thinking|looking|waiting)\\b)`,
    'gu',
  ),
);

/** Kingsley Motors: price too high. What is labelled so with one word may be anything. */
export const HEADED = quick(new RegExp(`(?:^|\\n)\\s*(${SEQUENCE})\\s*(?::|\\s[-–—])\\s(?=\\S)`, 'gu'));
/** Decathlon, Julie Martin, buyer, julie@…: a card on one line. */
export const CARD_HEAD = quick(
  new RegExp(`(?:^|\\n)\\s*(${SEQUENCE})\\s*,\\s*(?=(?:${CAP})(?:\\s+(?:${CAP})){1,2}\\s*,[^\\n]*(?:@|\\d{6}))`, 'gu'),
);
/** Sunline 的 Jason: a company and its person in Latin letters within Chinese words. */
export const MIXED_COMPANY = quick(
  new RegExp(
    `(?<![A-Za-z])(${SEQUENCE})\\s?(?:那边|这边)?(?=的\\s?\\p{Lu}|那边|这边|(?:公司)?的(?:人|老板|采购|项目|单子|合同))`,
    'gu',
  ),
);
export const MIXED_PERSON = quick(new RegExp(`[A-Za-z]\\s?(?:那边|这边)?的\\s?(${SEQUENCE})`, 'gu'));
/** 跟 Kevin 聊了下. */
export const MIXED_COMPANION = quick(
  new RegExp(`[跟和与给找约见]了?\\s?(${SEQUENCE})(?=\\s?(?:聊|谈|说|通|打|碰|吃|开|沟通|对))`, 'gu'),
);
/** Spoke to bob at initech: hurried, without capitals; the word before the company must be somebody. */
export const IN_A_HURRY = quick(
  /(?<=(?:^|\s)(?:(?:to|with|from|met|see|saw|called|rang|phoned|emailed|texted|pinged|visited) (?:the )?))([a-z]{2,14}) (?:at|from|over at) ([a-z][a-z'&-]{2,20})(?=$|[\s,.;!?])/gu,
);
