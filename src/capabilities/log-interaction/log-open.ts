import type { QuestionFields, Said } from '../../chat/capability.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { writeTelling } from '../../crm/telling/write-telling.ts';
import type { Candidate } from '../../understanding/understanding.ts';
import { type CrmTools, type CrmTurn, tellerOf, todayOf } from '../crm-turn.ts';
import { askOpenFields } from '../open-fields.ts';
import { logMemo, sayReceipt } from '../say-receipt.ts';
import { previousOf, toldOf } from '../told-of.ts';
import type { CustomerChoice } from './choose-customer.ts';
import { logTexts } from './texts.ts';

/** More equally near customers than this are no list that one reads. */
const MOST = 30;

/** A customer that could be several, by the words that were used. */
interface Doubt {
  of: 'account' | 'contact';
  mention: string;
  candidates: Candidate[];
}

/**
 * Writes what is sure while the customer is open, and asks which one is meant: among the near ones, or, where none was
 * named, among those of this talk. A step for an unknown name is complete as it is.
 */
export async function logOpen(turn: CrmTurn, said: Said, doubt: Doubt | null, tools: CrmTools): Promise<void> {
  const teller = await tellerOf(turn, tools);
  const told = toldOf(said.understanding);
  const { telling } = await writeTelling(teller, told, null, said.whole ?? said.text);
  const previous = previousOf(said.understanding, todayOf(turn), null);
  const set = turn.draft.setId;
  const kept = sayReceipt(turn, { telling, told, previous, set }, teller.team);
  const memo: CustomerChoice = {
    about: 'customer',
    set,
    telling: kept,
    told,
    previous,
    mention: doubt?.mention ?? null,
  };
  const question =
    doubt === null
      ? await aboutRecent(turn, tools, told.interaction !== null || said.understanding.account === null)
      : aboutDoubt(turn, doubt, await shortNames(doubt, tools));
  if (question !== null) turn.ask({ ...question, memo: memo as unknown as Record<string, unknown> });
  await askOpenFields(turn, set, said.understanding.remarks.doubts, teller.team, question === null ? 0 : 1);
}

type Question = { text: string; choices: QuestionFields['choices'] };

/** What people call the candidates' companies, by id. */
async function shortNames({ candidates }: Doubt, { stores }: CrmTools): Promise<Map<string, string>> {
  const accounts = await stores.accounts.byIds(candidates.map(({ accountId }) => accountId));
  return new Map(accounts.map((account) => [account._id, shortName(account)]));
}

function aboutDoubt(turn: CrmTurn, { of, mention, candidates }: Doubt, short: Map<string, string>): Question {
  const texts = logTexts(turn.speaker.locale);
  const near = candidates.slice(0, MOST).map((candidate) => ({
    label:
      of === 'contact'
        ? `${short.get(candidate.accountId) ?? candidate.accountName} ${candidate.name}`
        : candidate.accountName,
    value: { account: candidate.accountId, contact: of === 'contact' ? candidate.id : null },
    names: [candidate.name, candidate.accountName],
  }));
  const last =
    of === 'account'
      ? { label: texts.newCustomer, value: { create: mention } }
      : { label: texts.noneOfThese, value: {}, means: 'no' as const };
  // Where there are more than are shown at once, the way out is among the first.
  const choices = near.length <= 3 ? [...near, last] : [...near.slice(0, 2), last, ...near.slice(2)];
  return { text: of === 'contact' ? texts.whichContact(mention) : texts.whichAccount(mention), choices };
}

async function aboutRecent(turn: CrmTurn, { stores }: CrmTools, needed: boolean): Promise<Question | null> {
  if (!needed) return null;
  const texts = logTexts(turn.speaker.locale);
  const seen = new Map<string, string>();
  const filed = turn.conversation.recent.filter((record) => logMemo(record).telling.account !== null);
  for (const { previous } of filed.reverse())
    if (previous.account !== null && seen.size < 3) seen.set(previous.account.id, previous.account.name);
  if (seen.size === 0) return null;
  const short = new Map((await stores.accounts.byIds([...seen.keys()])).map((one) => [one._id, shortName(one)]));
  const near = [...seen].map(([account, name]) => ({
    label: short.get(account) ?? name,
    value: { account, contact: null },
    names: [name],
  }));
  return { text: texts.whichCustomer, choices: [...near, { label: texts.later, value: {}, means: 'no' as const }] };
}
