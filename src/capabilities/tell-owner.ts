import { defineTexts } from '../chat/texts.ts';
import { type Account, accountKind } from '../crm/account/account.ts';
import { shortName } from '../crm/account/create-account.ts';
import type { Telling } from '../crm/telling/telling.ts';
import type { Stored } from '../ledger/change-set.ts';
import type { CrmTools, CrmTurn } from './crm-turn.ts';

const TWO_MINUTES = 120_000;

const texts = defineTexts({
  zh: { state: '有新记录', told: (writer: string, note: string) => `${writer}记了一笔:\n${note}` },
  en: { state: 'New note', told: (writer: string, note: string) => `${writer} logged:\n${note}` },
});

/** Tells a customer's owner what somebody else noted on it, by the rules of pushes; within two minutes undo withdraws it. */
export async function tellOwner(turn: CrmTurn, account: Stored<Account>, note: string, tools: CrmTools): Promise<void> {
  const [owner, to] = await Promise.all([tools.stores.people.get(account.owner), tools.addressOf(account.owner)]);
  if (owner === null || to === null) return;
  const words = texts(owner.locale);
  const push = {
    recipient: owner._id,
    account: account._id,
    customer: shortName(account),
    state: words.state,
    detail: words.told(turn.speaker.name, note),
  };
  await tools.rules.tell(turn.draft, to, push, new Date(turn.now.getTime() + TWO_MINUTES));
}

/** Tells the owner of a telling's customer, where it is not the speaker, once a record. Returns the telling with whom it told. */
export async function tellItsOwner(turn: CrmTurn, telling: Telling, note: string, tools: CrmTools): Promise<Telling> {
  const account = telling.account === null ? null : await turn.draft.read(accountKind, telling.account);
  if (account === null || account.owner === turn.speaker.id || account.owner === telling.ownerTold) return telling;
  await tellOwner(turn, account, note, tools);
  return { ...telling, ownerTold: account.owner };
}
