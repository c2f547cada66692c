import { numberTold } from '../calendar/number-words.ts';
import type { ConversationFields, RecentRecord } from './capability.ts';

/** 第二个报价7万, the second one is in March: a part of the last numbered receipt, by its number. */
const NUMBERED =
  /^(?:那|对了|还有|and|as for|for)?[\s,，]*(?:第(?<zh>[一二两三四五六七八九]|\d)(?:家|条|个(?!月|星期|礼拜|季度|人|问题|阶段))(?:客户)?|(?:the )?(?<en>first|second|third|fourth|fifth) (?:one|customer|client|account|company))(?:'s)?[\s,，:：的]*(?=\S)/iu;
const OTHER =
  /^(?:那|对了|还有|and|as for|for)?[\s,，]*(?:另外?一家|另外?一个客户|(?:the )?other (?:one|customer|client|account|company))(?:'s)?[\s,，:：的]*(?=\S)/iu;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** An earlier record that words point at by its place in the talk, and the words without that; null where they point at none. */
export function pointedAt(
  text: string,
  { recent, numbered }: Pick<ConversationFields, 'recent' | 'numbered'>,
): { record: RecentRecord; rest: string } | null {
  const match = NUMBERED.exec(text) ?? OTHER.exec(text);
  if (match === null) return null;
  const { zh, en } = match.groups ?? {};
  const place = zh === undefined ? ORDINALS.indexOf(en?.toLowerCase() ?? '') + 1 : numberTold(zh);
  const record = place > 0 ? recent.find(({ set }) => set === numbered[place - 1]) : beforeLast(recent);
  return record === undefined ? null : { record, rest: text.slice(match[0].length) };
}

/** The last record of another customer than that of the very last one. */
function beforeLast(recent: readonly RecentRecord[]): RecentRecord | undefined {
  const last = recent.at(-1)?.previous.account?.id;
  return recent.findLast(({ previous }) => previous.account !== null && previous.account.id !== last);
}
