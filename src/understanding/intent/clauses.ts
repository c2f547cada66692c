import type { Skeleton } from './skeleton.ts';

/** A stretch of the skeleton that says one thing. */
export interface Clause {
  /** Positions in the skeleton. */
  start: number;
  end: number;
  /** The skeleton's text there, without leading blanks. */
  text: string;
  /** Counts sentences from 0. */
  sentence: number;
  /** Begins an item of a list: 1) … */
  item: boolean;
}

const HARD = /(?<=[a-z.!)◷¤]\s?)(?![☎✉✅✔☑©®™])\p{Extended_Pictographic}|[。!?！？;；\n]|\.(?=\s|$)|…+/u;
const SOFT = /[,，]/u;
/** WhatsApp from Anjali: … */
const HEADER =
  /(?<=(?:from|by) [◆◇]):\s|(?<=[◆◇](?:那边)?(?:的|来)?(?:电话|来电|回电|微信|邮件|短信|留言|致电))[:：](?!\s*[☎✉])/u;
const DASH = / {1,8}[-–—]{1,4} {1,8}|——/u;
const ITEM =
  /(?:(?<![\p{N}\p{Script=Latin}.$¥(（])[(（]?\d{1,2}[)）]|[①②③④⑤⑥⑦⑧⑨]|(?<![\p{N}\p{Script=Latin}.])\d{1,2}(?:、(?=[\p{Script=Han}◷◆◇◈\p{Script=Latin}])|\.(?=\s*[^\d\s]))|(?<![^\s:])\(?[a-h]\)(?=\s))\s*/u;
/** A blank between Chinese words is a comma, but not between 电话 and its number. */
const BLANK =
  /(?!(?<=电话|手机|号码?|邮箱|微信|联系方式)\s+[☎✉])(?<=[\p{Script=Han}¤☎✉)）”]|\p{Script=Han}[◷◆◇◈])(?<![定在于到约至跟和与从按])(?!(?<=给)\s+[◆◇¤（(他她对客])\s+(?=[\p{Script=Han}◷¤◆◇◈☎✉(（“])/u;
const CHINESE_TURN =
  /(?<=[\p{Script=Han}◷¤◆◇◈\w])(?=(?:然后|后来|接着|另外|而且|不过|但是|还有就是|对了|(?:他|她|我|他们|对方)(?:就|又|也)?说(?!的|好|定|过|服))|(?<![^◷吧])(?:让|叫)(?:我|我们|咱们?|◈)|(?<!不)要(?:我|我们|咱们)(?!的|这))/u;
const ENGLISH_TURN =
  /(?<!\s)(?<!(?:^|[\s,])(?:that|if|when|what|says?|said|once|because|cos|coz|so|thinks?|guess|hope|know|who|which|as|than|while|until|till|before|after|where|how|why|not|never|and|but|then|also|plus|or|is|are|am|was|were)|'(?:s|re|m))\s+(?=(?:(?:i|we) (?:said|told|will|need|have to|gotta|promised|owe)|i'll|we'll|gonna|gotta)(?![\p{L}'])|(?:and|but|then|so|also|plus)\s+(?:then\s+|also\s+)?(?:i|we|he|she|they|you|i'll|we'll|he'll|she'll|they'll|i'd|we'd|i'm|we're|he's|she's|they're|he'd|she'd|◈|(?<!◇ (?:and|plus) )◇|◇(?= (?:wants|needs|asks|asked|says|has|will|is going)(?![\p{L}']))|need|needs|will|can|send|sent|call|should|must|have|wants|wanted|asked|asks|said|says|needs|the\s+\w+|said|would|meeting|signing|try|follow|get|book|remind|agreed|it's)(?![\p{L}']))|(?<=◷)\s+(?=(?:and|then|plus)(?: then| also| um| uh| maybe)*\s(?!◷|(?:by|on|at|before|until) ◷)[^,.;!?]*◷)/u;
const BORDER = new RegExp(
  [HARD, SOFT, DASH, ITEM, BLANK, HEADER, CHINESE_TURN, ENGLISH_TURN].map((one) => `(${one.source})`).join('|'),
  'gu',
);

/** Blanks and the mark of a bulleted line. */
const LEADING = /^[\s•·▪◦*–—-]+/u;

/** Cuts a skeleton into clauses at punctuation, list marks, turns of speech and, in Chinese, blanks. */
export function cutClauses(skeleton: Skeleton, lang: 'zh' | 'en'): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  let sentence = 0;
  let item = false;
  let counted = 0;
  const close = (end: number) => {
    const text = skeleton.text.slice(start, end).replace(LEADING, '');
    if (text.trim() === '') return;
    start = end - text.length;
    clauses.push({ start, end, text, sentence, item });
    item = false;
  };
  for (const match of skeleton.text.matchAll(BORDER)) {
    const [border, hard, , , itemMark, blank] = match;
    if (blank !== undefined && lang === 'en') continue;
    if (isAbbreviation(skeleton.text, match.index, border)) continue;
    if (itemMark !== undefined && POINTED.test(itemMark)) {
      const count = Number.parseInt(itemMark, 10);
      if (count !== counted + 1 && MID_SENTENCE.test(skeleton.text.slice(0, match.index))) {
        // Three gates, not 4. Then: the sentence ends with a number.
        close(match.index + String(count).length);
        start = match.index + border.length;
        sentence++;
        continue;
      }
      counted = count;
    }
    close(match.index);
    start = match.index + border.length;
    if (hard !== undefined) sentence++;
    if (itemMark !== undefined) item = true;
  }
  close(skeleton.text.length);
  return withTheirDay(clauses, skeleton);
}

/** 给◆发合同,◷前: a day that stands alone behind what is still to be done, without a day of its own, is its day. */
function withTheirDay(clauses: readonly Clause[], { text }: Skeleton): Clause[] {
  const kept: Clause[] = [];
  for (const clause of clauses) {
    const before = kept.at(-1);
    const due = before?.sentence === clause.sentence && !clause.item && DAY_ALONE.test(clause.text);
    if (before === undefined || !due || !MAY_BE_DUE.test(before.text)) kept.push(clause);
    else kept.splice(-1, 1, { ...before, end: clause.end, text: text.slice(before.start, clause.end) });
  }
  return kept;
}

const DAY_ALONE = /^(?:最晚|最迟)?◷(?:◷|之?前|左右|吧|\s)*$/u;
const MAY_BE_DUE =
  /^(?!.*[◷¤☎✉了完]|.*过(?![去来]))(?:[◆◇]\s?)?(?:给[◆◇]|去|拜访|回访|联系|约(?!好|定)|寄|送|发|带|问|催)(?=.*\p{Script=Han}|[◆◇])/u;

const POINTED = /^\d{1,2}\.\s/;
const MID_SENTENCE = /[\p{Script=Latin}$€£¥]\s*$/u;

/** After their budget mtg. Me: …: a new sentence, whatever stands before its stop. */
const NEXT_SPEAKER = /^\.\s+(?:me|us|ours|mine|i|we|s?he|they)(?![\p{L}])/u;

function isAbbreviation(text: string, at: number, border: string): boolean {
  return (
    border === '.' &&
    !NEXT_SPEAKER.test(text.slice(at, at + 12)) &&
    /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|inc|ltd|co|no|approx|vs|st|e\.g|i\.e|prob|mtg|tel|ext)$/.test(
      text.slice(Math.max(0, at - 7), at),
    )
  );
}
