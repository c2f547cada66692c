import type { Said } from '../../chat/capability.ts';
import type { Account } from '../../crm/account/account.ts';
import { createAccount } from '../../crm/account/create-account.ts';
import { interactionKind } from '../../crm/interaction/interaction.ts';
import type { ReceiptFacts, Telling } from '../../crm/telling/telling.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { notYoursTexts } from '../not-yours.ts';
import type { LogMemo } from '../say-receipt.ts';
import { tellOwner } from '../tell-owner.ts';
import { previousOf, toldOf } from '../told-of.ts';
import { logFor } from './log-for.ts';
import { tellsMore } from './tells-more.ts';
import { logTexts } from './texts.ts';

/**
 * A note on a colleague's customer is kept for its writer; the reply names the owner and nothing else, and the owner is
 * told once. Where the company does not show owners, a hidden customer reads like one that does not exist.
 */
export async function keepForColleague(
  turn: CrmTurn,
  said: Said,
  { account, mention }: { account: Stored<Account>; mention: string },
  tools: CrmTools,
): Promise<void> {
  const team = await tools.stores.team.settings();
  if (!team.discloseOwners) return fileApart(turn, said, account, mention, tools);
  const owner = await tools.stores.people.get(account.owner);
  const told = said.understanding.interaction;
  const note = said.whole ?? said.text;
  const interaction = turn.draft.newId('interaction');
  const happened = { kind: told?.kind ?? 'other', day: told?.date ?? todayOf(turn) };
  turn.draft.create(interactionKind, interaction, {
    account: account._id,
    owner: turn.speaker.id,
    by: turn.speaker.id,
    ...happened,
    contacts: [],
    deal: null,
    time: told?.time ?? null,
    note,
    createdAt: turn.now,
  });
  rememberNote(turn, said, { id: account._id, name: mention }, { interaction, happened });
  turn.undoable();
  const { locale } = turn.speaker;
  turn.whisper({ text: `${notYoursTexts(locale).customer(owner?.name ?? '')}\n${logTexts(locale).kept}` });
  await tellOwner(turn, account, note, tools);
}

/** What is said next is about this note and not about the record before it; of the customer it knows the words that were typed. */
function rememberNote(
  turn: CrmTurn,
  { understanding }: Said,
  account: { id: string; name: string },
  { interaction, happened }: { interaction: string; happened: NonNullable<ReceiptFacts['interaction']> },
): void {
  const telling: Telling = {
    account: null,
    interaction,
    deal: null,
    tasks: [],
    contacts: [],
    receipt: null,
    says: { customer: { name: account.name, isNew: false }, interaction: happened, deal: null, tasks: [], facts: [] },
  };
  const memo: LogMemo = { telling, told: { ...toldOf(understanding), tasks: [] } };
  turn.made({
    set: turn.draft.setId,
    previous: { ...previousOf(understanding, todayOf(turn), null), account: { ...account, mention: account.name } },
    memo: memo as unknown as Record<string, unknown>,
  });
}

/** Creates the writer's own customer of that name, as for any unknown one, and tells the admins that there may be two. */
async function fileApart(
  turn: CrmTurn,
  said: Said,
  hidden: Stored<Account>,
  name: string,
  tools: CrmTools,
): Promise<void> {
  const creation = await createAccount(
    turn.draft,
    { name, owner: turn.speaker.id },
    { now: turn.now, hideFrom: turn.speaker.id },
  );
  if (creation.kind === 'taken') throw new Error('the name is held by an account that the writer sees');
  await logFor(turn, said, { account: creation.account, says: name, isNew: true, keepsWords: tellsMore(said) }, tools);
  const people = await tools.stores.people.active();
  const owner = people.find((one) => one._id === hidden.owner);
  for (const admin of people.filter((one) => one.role === 'admin')) {
    const to = await tools.addressOf(admin._id);
    const texts = logTexts(admin.locale);
    if (to === null) continue;
    const text = `${texts.duplicateTitle(name)}\n${texts.duplicateBody(turn.speaker.name, owner?.name ?? '')}`;
    turn.draft.send(to, { text }, await tools.rules.allowPush(turn.draft, admin._id, turn.now));
  }
}
