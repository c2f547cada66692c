import { privately } from '../../access/viewer-for.ts';
import type { RecentRecord, Said } from '../../chat/capability.ts';
import { addToTelling } from '../../crm/telling/add-to-telling.ts';
import { amendTelling, type Correction } from '../../crm/telling/amend-telling.ts';
import type { Told } from '../../crm/telling/telling.ts';
import type { ChangeSet } from '../../ledger/change-set.ts';
import { type CrmTools, type CrmTurn, tellerOf, todayOf } from '../crm-turn.ts';
import { logMemo, sayReceipt } from '../say-receipt.ts';
import { tellItsOwner } from '../tell-owner.ts';
import { previousOf, toldOf } from '../told-of.ts';
import { amendTexts } from './texts.ts';

/** The person rewrote a message: what it now tells takes the place of what it told, in the same records. */
export async function rewrite(turn: CrmTurn, said: Said, original: ChangeSet, tools: CrmTools): Promise<void> {
  const record = turn.conversation.recent.find((one) => one.set === original._id) ?? recordOf(original);
  const memo = record === null ? null : logMemo(record);
  const viewer = privately(turn.viewer);
  const about = memo?.telling.account ?? null;
  const account = about === null ? null : await tools.stores.accounts.byId(viewer, about);
  if (memo === null || account === null) {
    turn.whisper({ text: amendTexts(turn.speaker.locale).gone });
    return;
  }
  const teller = await tellerOf(turn, tools);
  const told = toldOf(said.understanding);
  turn.draft.amends(original._id);
  const amended = await amendTelling(teller, memo.telling, differences(memo.told, told));
  const more = { ...told, opportunity: null, interaction: null, tasks: told.tasks.slice(memo.told.tasks.length) };
  const { telling: added } = await addToTelling(teller, amended, more, account, said.text);
  // The person reads the words above the receipt.
  const { remark: _, ...says } = added.says;
  const telling = await tellItsOwner(turn, { ...added, says }, said.text, tools);
  const customer = { account, says: telling.says.customer?.name ?? account.name, isNew: false };
  const previous = previousOf(said.understanding, todayOf(turn), customer);
  sayReceipt(turn, { telling, told, previous, set: original._id }, teller.team, 'amended');
}

/** The record as the message's own set left it, where the talk has gone on since. */
function recordOf(original: ChangeSet): RecentRecord | null {
  const conversation = original.changes.find((change) => change.kind === 'conversation');
  const recent = (conversation?.set.recent ?? []) as RecentRecord[];
  return recent.find((one) => one.set === original._id) ?? null;
}

function differences(before: Told, after: Told): Correction[] {
  const corrections: Correction[] = [];
  const { interaction, opportunity } = after;
  if (interaction !== null && JSON.stringify(interaction) !== JSON.stringify(before.interaction))
    corrections.push({
      field: 'interaction',
      to: { kind: interaction.kind, day: interaction.date, time: interaction.time },
    });
  if (opportunity !== null && JSON.stringify(opportunity) !== JSON.stringify(before.opportunity))
    corrections.push({ field: 'deal', to: opportunity });
  before.tasks.forEach((task, index) => {
    const now = after.tasks[index];
    if (now === undefined) return;
    if (now.date !== task.date || now.time !== task.time || now.title !== task.title)
      corrections.push({
        field: 'task',
        index,
        to: { title: now.title, time: now.time, ...(now.date === null ? {} : { day: now.date }) },
      });
  });
  return corrections;
}
