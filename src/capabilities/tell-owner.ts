import { defineTexts } from '../chat/texts.ts';
import { type Account, accountKind } from '../crm/account/account.ts';
import { shortName } from '../crm/account/create-account.ts';
import type { Telling } from '../crm/telling/telling.ts';
import type { Stored } from '../ledger/change-set.ts';
import type { CrmTools, CrmTurn } from './crm-turn.ts';

const TWO_MINUTES = 120_000;

const texts = defineTexts({
  zh: { told: (writer: string, customer: string) => `有新记录 · ${customer}\n${writer}记了一笔:` },
  en: { told: (writer: string, customer: string) => `New note · ${customer}\n${writer} logged:` },
});

/** Tells a customer's owner what somebody else noted on it, by the rules of pushes; within two minutes undo withdraws it. */
export async function tellOwner(turn: CrmTurn, account: Stored<Account>, note: string, tools: CrmTools): Promise<void> {
  const [owner, to] = await Promise.all([tools.stores.people.get(account.owner), tools.addressOf(account.owner)]);
  if (owner === null || to === null) return;
  const head = texts(owner.locale).told(turn.speaker.name, shortName(account));
  const held = new Date(turn.now.getTime() + TWO_MINUTES);
  const notBefore = await tools.rules.allowPush(turn.draft, owner._id, held);
  turn.draft.send(to, { text: `${head}\n${note}` }, { notBefore });
}

/** Tells the owner of a telling's customer, where it is not the speaker, once a record. Returns the telling with whom it told. */
export async function tellItsOwner(turn: CrmTurn, telling: Telling, note: string, tools: CrmTools): Promise<Telling> {
  const account = telling.account === null ? null : await turn.draft.read(accountKind, telling.account);
  if (account === null || account.owner === turn.speaker.id || account.owner === telling.ownerTold) return telling;
  await tellOwner(turn, account, note, tools);
  return { ...telling, ownerTold: account.owner };
}
