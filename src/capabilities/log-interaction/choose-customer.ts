import { privately } from '../../access/viewer-for.ts';
import { createAccount, shortName } from '../../crm/account/create-account.ts';
import { interactionKind } from '../../crm/interaction/interaction.ts';
import { teachName } from '../../crm/taught-name/taught-name.ts';
import { amendLog } from '../../crm/telling/amend-log.ts';
import { settleCustomer } from '../../crm/telling/settle-customer.ts';
import type { Telling, Told } from '../../crm/telling/telling.ts';
import type { ToldCustomer } from '../../crm/telling/write-telling.ts';
import type { PreviousRecord } from '../../understanding/amend/previous-record.ts';
import { type CrmTools, type CrmTurn, tellerOf } from '../crm-turn.ts';
import { type LogMemo, logMemo, sayReceipt } from '../say-receipt.ts';
import { tellItsOwner } from '../tell-owner.ts';
import { logTexts } from './texts.ts';

/** What the open question "which customer?" remembers. */
export interface CustomerChoice {
  about: 'customer';
  set: string;
  telling: Telling;
  told: Told;
  previous: PreviousRecord;
  /** The words that could mean several; null where none were said. */
  mention: string | null;
}

/**
 * Files the note under the customer that was chosen; the receipt is edited in place. From then on the words mean that
 * one to this person.
 */
export async function chooseCustomer(
  turn: CrmTurn,
  asked: CustomerChoice,
  choice: Record<string, unknown>,
  tools: CrmTools,
): Promise<void> {
  const customer = await chosen(turn, choice, tools);
  if (customer === null) {
    turn.whisper({ text: logTexts(turn.speaker.locale).setAside });
    return;
  }
  turn.draft.amends(asked.set);
  const contact = typeof choice.contact === 'string' ? choice.contact : null;
  const { id: person } = turn.speaker;
  if (asked.mention !== null && !customer.isNew)
    await teachName(turn.draft, { person, alias: asked.mention, account: customer.account._id, contact });
  const log = latest(turn, asked);
  const told = contact === null ? log.told : withContact(log.told, asked.mention, contact);
  const teller = await tellerOf(turn, tools);
  const correction = { field: 'customer' as const, to: customer };
  const { telling: filed } =
    log.telling.account === null
      ? { telling: await settleCustomer(teller, log.telling, told, customer) }
      : await amendLog(teller, log, [correction]);
  const note = filed.interaction === null ? null : await turn.draft.read(interactionKind, filed.interaction);
  const telling = note === null ? filed : await tellItsOwner(turn, filed, note.note, tools);
  const previous = { ...log.previous, account: { id: customer.account._id, name: customer.account.name } };
  sayReceipt(turn, { telling, told, previous, set: asked.set }, teller.team);
}

/** The log as it was corrected since the question was asked. */
function latest({ conversation }: CrmTurn, { set, ...asked }: CustomerChoice): LogMemo & { previous: PreviousRecord } {
  const record = conversation.recent.find((one) => one.set === set);
  return record === undefined ? asked : { ...logMemo(record), previous: record.previous };
}

async function chosen(turn: CrmTurn, choice: Record<string, unknown>, { stores }: CrmTools): Promise<ToldCustomer> {
  if (typeof choice.create === 'string') {
    const { discloseOwners } = await stores.team.settings();
    const creation = await createAccount(
      turn.draft,
      { name: choice.create, owner: turn.speaker.id },
      { now: turn.now, hideFrom: discloseOwners ? null : turn.speaker.id },
    );
    return creation.kind === 'created' ? { account: creation.account, says: choice.create, isNew: true } : null;
  }
  if (typeof choice.account !== 'string') return null;
  const account = await stores.accounts.byId(privately(turn.viewer), choice.account);
  return account === null ? null : { account, says: shortName(account), isNew: false };
}

/** The doubtful mention means this contact. */
function withContact(told: Told, mention: string | null, id: string): Told {
  return {
    ...told,
    contacts: told.contacts.map((contact) => (contact.mention === mention ? { ...contact, id } : contact)),
  };
}
