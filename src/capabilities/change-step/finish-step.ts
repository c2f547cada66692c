import { privately } from '../../access/viewer-for.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { stepKind } from '../../crm/task/step-kind.ts';
import { type Task, taskKind } from '../../crm/task/task.ts';
import { writeTelling } from '../../crm/telling/write-telling.ts';
import { type CrmTools, type CrmTurn, tellerOf, todayOf } from '../crm-turn.ts';
import { type LogMemo, logMemo, sayReceipt } from '../say-receipt.ts';
import { completeSteps } from '../step-acts.ts';

/** Ticks a step off. One that was a contact with a customer (拜访, demo) is logged as that contact, so that more can be said of it. */
export async function finishStep(turn: CrmTurn, id: string, words: string, tools: CrmTools): Promise<void> {
  const step = await turn.draft.read<Task>(taskKind, id);
  if (step !== null) recallDone(turn, id, step.title);
  const kind = step === null ? null : stepKind(step.title);
  const account = step?.account == null ? null : await tools.stores.accounts.byId(privately(turn.viewer), step.account);
  if (step === null || kind === null || account === null) return completeSteps(turn, [id]);
  const today = todayOf(turn);
  const interaction = { kind, date: step.day !== null && step.day < today ? step.day : today, time: null };
  const told = { interaction, opportunity: null, tasks: [], contacts: [], contactFacts: [], does: id };
  const customer = { account, says: shortName(account), isNew: false };
  const teller = await tellerOf(turn, tools);
  const { telling } = await writeTelling(teller, told, customer, words);
  const previous = {
    day: today,
    account: { id: account._id, name: account.name },
    contacts: [],
    interaction,
    opportunity: null,
    tasks: [],
  };
  sayReceipt(turn, { telling, told, previous, set: turn.draft.setId }, teller.team);
}

/** The record of this talk that told of the step says from here on that it is done. */
function recallDone(turn: CrmTurn, id: string, title: string): void {
  const record = turn.conversation.recent.find((one) => logMemo(one).telling.tasks.includes(id));
  if (record === undefined) return;
  const { telling, told } = logMemo(record);
  const done = [...(record.previous.done ?? []), telling.tasks.indexOf(id)];
  const says = { ...telling.says, done: [...(telling.says.done ?? []), title] };
  const memo: LogMemo = { telling: { ...telling, says }, told };
  turn.made({
    set: record.set,
    previous: { ...record.previous, done },
    memo: memo as unknown as Record<string, unknown>,
  });
}
