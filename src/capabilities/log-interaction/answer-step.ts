import { privately } from '../../access/viewer-for.ts';
import type { Prompt, Said } from '../../chat/capability.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { isInVain } from '../../crm/task/done-by-words.ts';
import { stepKind } from '../../crm/task/step-kind.ts';
import { type Task, taskKind } from '../../crm/task/task.ts';
import type { Understanding } from '../../understanding/understanding.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { moveSteps } from '../step-acts.ts';
import { logFor } from './log-for.ts';

/** Intents of words that tell something; a question or an order has another. */
const TELLS = new Set<Understanding['intent']>([
  'interaction.log',
  'contact.create',
  'contact.update',
  'opportunity.create',
  'opportunity.update',
  'opportunity.win',
  'opportunity.lose',
  'task.create',
  'task.complete',
  'ticket.create',
  'unknown',
]);
const ASKS = /[??]\s*$|(?:吗|呢)[。.!]*$/u;
/** Words that order something of the bot tell nothing. */
const ORDERS = /^(?:请|帮我|麻烦)?(?:提醒|记得|别忘)|^(?:please )?(?:remind me|don'?t forget)\b/iu;
const NOT_DONE =
  /没(?:有)?(?:去|见|打|开|聊|谈|约)(?:成|到|上|着)?|改(?:期|天|到|约|在)|推(?:到|迟)|延(?:期|到)|取消|放了?鸽子|爽约|\b(?:didn'?t|did not|never) (?:go|happen|meet|call|make it)\b|\b(?:postponed|moved|rescheduled|cancell?ed|called off|no[- ]show)\b/iu;

/**
 * Takes free words after "how was it?": they are the log of that step, complete it, and new steps in them are written.
 * What did not take place moves to the day that is told. False: they are about something else.
 */
export async function answerStep(turn: CrmTurn, said: Said, { memo }: Prompt, tools: CrmTools): Promise<boolean> {
  const step = await turn.draft.read<Task>(taskKind, String(memo.task));
  if (step === null || step.doneAt !== null || step.account === null) return false;
  const { understanding, text } = said;
  if (
    !TELLS.has(understanding.intent) ||
    ASKS.test(text) ||
    ORDERS.test(text) ||
    namesAnother(understanding, step.account)
  )
    return false;
  const account = await tools.stores.accounts.byId(privately(turn.viewer), step.account);
  if (account === null) return false;
  turn.remember({ prompt: null });
  const { when } = understanding.remarks;
  const [day] = when?.days ?? [];
  if (NOT_DONE.test(text) && when?.missing === null && day !== undefined) {
    await moveSteps(turn, [step._id], { day, time: when.time });
    return true;
  }
  const did = NOT_DONE.test(text) || isInVain(text) ? undefined : step._id;
  const interaction =
    did === undefined
      ? understanding.interaction
      : { kind: stepKind(step.title) ?? 'other', date: step.day ?? todayOf(turn), time: step.time };
  const heard = {
    ...understanding,
    account: { mention: shortName(account), name: account.name, id: account._id, candidates: [] },
    interaction,
  };
  const customer = { account, says: shortName(account), isNew: false };
  await logFor(turn, { ...said, understanding: heard }, customer, tools, did);
  return true;
}

/** Another customer by its own name, or somebody who belongs to another one alone. */
const namesAnother = ({ account, contacts }: Understanding, own: string): boolean =>
  (account !== null && account.id !== own) ||
  contacts.some(({ candidates }) => candidates.length > 0 && candidates.every(({ accountId }) => accountId !== own));
