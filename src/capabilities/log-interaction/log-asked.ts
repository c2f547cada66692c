import { privately } from '../../access/viewer-for.ts';
import type { Prompt, Said } from '../../chat/capability.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { logFor } from './log-for.ts';

const KEPT_MS = 10 * 60_000;
const REQUEST = /\.show$|\.list$|^report\.|^undo$|^help$|^account\.transfer$/;

/** Takes the free words after 1记一笔: a note on the customer asked about. False: they are about something else. */
export async function logAsked(turn: CrmTurn, said: Said, { at, memo }: Prompt, tools: CrmTools): Promise<boolean> {
  const { understanding } = said;
  if (turn.now.getTime() - at.getTime() > KEPT_MS || REQUEST.test(understanding.intent)) return false;
  if (understanding.account !== null && understanding.account.id !== memo.account) return false;
  const account = await tools.stores.accounts.byId(privately(turn.viewer), String(memo.account));
  if (account === null) return false;
  turn.remember({ prompt: null });
  const name = shortName(account);
  const heard = {
    ...understanding,
    account: { mention: name, name: account.name, id: account._id, candidates: [] },
    interaction: understanding.interaction ?? { kind: 'other' as const, date: todayOf(turn), time: null },
  };
  await logFor(turn, { ...said, understanding: heard }, { account, says: name, isNew: false }, tools);
  return true;
}
