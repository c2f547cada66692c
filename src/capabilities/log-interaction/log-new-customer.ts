import { privately } from '../../access/viewer-for.ts';
import type { Said } from '../../chat/capability.ts';
import type { Account } from '../../crm/account/account.ts';
import { createAccount, shortName } from '../../crm/account/create-account.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { CrmTools, CrmTurn } from '../crm-turn.ts';
import { keepForColleague } from './keep-for-colleague.ts';
import { logFor } from './log-for.ts';
import { logOpen } from './log-open.ts';
import { tellsMore } from './tells-more.ts';

/**
 * A firm new name becomes a customer at once and is marked as new. A mere step that says the unknown name by its title
 * stays a step: a reminder is no reason to file a company.
 */
export async function logNewCustomer(turn: CrmTurn, said: Said, name: string, tools: CrmTools): Promise<void> {
  const { intent, tasks } = said.understanding;
  if (intent === 'task.create' && tasks.every(({ title }) => title.includes(name)))
    return logOpen(turn, said, null, tools);
  const team = await tools.stores.team.settings();
  const creation = await createAccount(
    turn.draft,
    { name, owner: turn.speaker.id },
    { now: turn.now, hideFrom: team.discloseOwners ? null : turn.speaker.id },
  );
  if (creation.kind === 'created')
    return logFor(
      turn,
      said,
      { account: creation.account, says: name, isNew: true, keepsWords: tellsMore(said) },
      tools,
    );
  const holder = await holderOf(name, tools);
  if (holder === undefined) return logOpen(turn, said, null, tools);
  const seen = await tools.stores.accounts.byId(privately(turn.viewer), holder._id);
  if (seen !== null) return logFor(turn, said, { account: seen, says: shortName(seen), isNew: false }, tools);
  return keepForColleague(turn, said, { account: holder, mention: name }, tools);
}

async function holderOf(name: string, { stores }: CrmTools): Promise<Stored<Account> | undefined> {
  return (await stores.accounts.named(name))[0];
}
