import type { Said } from '../../chat/capability.ts';
import type { Account } from '../../crm/account/account.ts';
import { createAccount } from '../../crm/account/create-account.ts';
import { interactionKind } from '../../crm/interaction/interaction.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { tellOwner } from '../tell-owner.ts';
import { logFor } from './log-for.ts';
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
  turn.draft.create(interactionKind, turn.draft.newId('interaction'), {
    account: account._id,
    owner: turn.speaker.id,
    by: turn.speaker.id,
    kind: told?.kind ?? 'other',
    contacts: [],
    deal: null,
    day: told?.date ?? todayOf(turn),
    time: told?.time ?? null,
    note,
    createdAt: turn.now,
  });
  turn.undoable();
  turn.whisper({ text: logTexts(turn.speaker.locale).colleague(owner?.name ?? '') });
  await tellOwner(turn, account, note, tools);
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
  await logFor(turn, said, { account: creation.account, says: name, isNew: true }, tools);
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
