import type { Said } from '../../chat/capability.ts';
import type { Understanding } from '../../understanding/understanding.ts';

/** Intents of words that may do no more than file somebody. */
const FILES: readonly Understanding['intent'][] = ['account.create', 'contact.create', 'lead.create'];
const REACHED_AT = /[\w.+-]+@[\w.-]+|[+(]?\d[\d() -]{5,}/gu;
const FILING =
  /新(?:增|建)?|录入?|添加|[加建]|一?[个下家条]|客户|线索|潜客|公司|联系人|名?叫|帮我|麻烦|请|(?<!\p{L})(?:new|add|create|log|file|record|please|lead|account|customer|client|company|prospect|contact|called|named|for|at|from|an?|the|as)(?!\p{L})/giu;
/** An office beside a name is no news of the customer. */
const MERE_OFFICE = 8;

/** Whether words for a new customer tell of it, or only file it and its people. */
export function tellsMore({ text, understanding: { intent, account, contacts } }: Said): boolean {
  if (!FILES.includes(intent)) return true;
  const names = [account, ...contacts].flatMap((one) => one?.mention ?? []);
  const rest = names.reduce((left, name) => left.replace(name, ''), text.replace(REACHED_AT, ''));
  return (rest.replace(FILING, '').match(/\p{L}/gu)?.length ?? 0) > MERE_OFFICE;
}
