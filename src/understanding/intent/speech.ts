import { quick } from '../text/quick-pattern.ts';
import type { InteractionKind } from '../understanding.ts';
import type { Skeleton } from './skeleton.ts';

/** Who speaks from a place of the skeleton on. */
export interface Turn {
  from: number;
  by: 'us' | 'them' | 'own';
}

/** Words of others that a message hands on: a chat with its speakers, or a mail. */
export interface Speech {
  kind: InteractionKind;
  turns: Turn[];
}

/** Reads a pasted chat by its speakers and a forwarded mail by its head; null for a message in the person's own words. */
export function readSpeech({ text }: Skeleton): Speech | null {
  const turns = [...TURN.matchAll(text), ...HEADED.matchAll(text)]
    .map(
      (match): Turn => ({
        from: match.index,
        by: /◇|对方|客户|customer|client/u.test(match[1] ?? '') ? 'them' : 'us',
      }),
    )
    .sort((a, b) => a.from - b.from);
  const mail = MAIL.test(text);
  if (!(mail || FORWARDED.test(text) || turns.length >= 2) || !(mail || turns.some(({ by }) => by === 'them')))
    return null;
  return mail ? { kind: 'email', turns: mailTurns(text) } : { kind: 'message', turns };
}

/** A mail is theirs; what follows its closing quotation mark is the person's own. */
function mailTurns(text: string): Turn[] {
  const open = text.search(/["“]/u);
  const close = open < 0 ? -1 : Math.max(text.lastIndexOf('"'), text.lastIndexOf('”'));
  return [{ from: 0, by: 'them' }, ...(close > open ? [{ from: close + 1, by: 'own' } as const] : [])];
}

/** Who says what stands at a place; null in the person's own words. */
export function speakerAt(speech: Speech | null, at: number): 'us' | 'them' | null {
  const by = speech?.turns.findLast(({ from }) => from <= at)?.by ?? 'own';
  return by === 'own' ? null : by;
}

/** A name at the head of a line, or behind the mark of forwarding, and a colon: "◇:", "◇ 10:32:", "me:". */
const TURN = quick(
  /(?:^|\n|[】\]]|[.?!。？！]\s)\s*((?:◆\s?)?[◇◈]|我方?|对方|me|us|customer|client)(?:\s?[(（◷][^\n:]{0,12})?\s*:(?=\s*[^\s☎✉])/gu,
);
/** A name alone on its line with the time, as chats are copied; who is no customer's is one of us, the writer too. */
const HEADED = quick(/(?:^|\n)\s*((?:◆\s?)?[◇◈]|[\p{Script=Han}]{2,4}|\p{Script=Latin}{2,12})\s+(?:◷\s?){1,3}(?=\n)/gu);
const FORWARDED = quick(/转发|聊天记录|forwarded|fwd|(?<!\p{L})fw:/u);
const MAIL = quick(
  /^\s*(?:fwd?|fw|re)\s*:|^\s*(?:from|发件人)\s*:|转发(?:的)?邮件|邮件转发|\n\s*(?:subject|主题)\s*:/u,
);

/** 价格能不能到50万, can you do 130k: in a pasted chat the customer's wish. */
export const THEY_ASK_FOR =
  /(?:能不能|能否|可不可以|可以|行不行|能)[^¤,，。]{0,6}¤|¤[^,，。]{0,4}(?:行不行|可以吗|行吗|能做吗|成吗)|(?:can|could|would|will) you (?:\p{L}+ ){1,3}¤|how about ¤/iu;
/** 林悦 14:03, above what was said. */
export const SPEAKER_LINE = /^(?:(?:◆\s?)?[◇◈]|[\p{Script=Han}]{2,4}|\p{Script=Latin}{2,12})\s+(?:◷\s?)+$/u;
