import { privately } from '../../access/viewer-for.ts';
import { dayText } from '../../chat/format.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { taskKind } from '../../crm/task/task.ts';
import type { Heard } from '../../understanding/open/heard.ts';
import { askWhichDay } from '../ask-which-day.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { cancelStep, moveSteps } from '../step-acts.ts';
import { finishStep } from './finish-step.ts';
import { forgetStep } from './forget-step.ts';
import { moveBack, moveLast } from './move-last.ts';
import { changeOfLast } from './of-last.ts';
import { readStepChange, type StepChange } from './read-command.ts';
import { LAST, stepsHandedOver, stepsMeant } from './steps-meant.ts';
import { changeStepTexts } from './texts.ts';

const MOST_CHOICES = 3;

/** A change of a step, and the words and the time that it was told in. */
interface Told {
  change: StepChange;
  words: string;
  when: Heard['remarks']['when'];
}

/** Puts off, drops or ticks off a step that words name: 拜访改到周五, cancel the demo, 报价单做完了. */
export const createChangeStep = (tools: CrmTools): CrmCapability => ({
  name: 'change-step',
  purpose: { zh: '改期、取消、完成一步', en: 'Move, cancel or finish a step' },
  examples: { zh: ['拜访改到周五', '取消演示'], en: ['push the demo to Friday', 'cancel the visit'] },
  async command(text, _locale, conversation, { speaker, viewer, now }) {
    const asking = { person: speaker.id, viewer: privately(viewer), conversation, now };
    const handed = await stepsHandedOver(text, asking, tools);
    if (handed.length > 0)
      return { change: { act: 'done', what: text, later: false }, steps: handed.map(({ _id }) => _id) };
    const last = await changeOfLast(text, asking, tools);
    if (last !== null) return { change: { act: last.act, what: text, later: false }, steps: last.steps };
    const change = readStepChange(text);
    // Cancel that, scrap it: the last thing done here, which undo takes back.
    if (change === null || (change.act === 'cancel' && LAST.test(change.what))) return null;
    const { steps, names, near } = await stepsMeant(change.what, asking, tools);
    if (change.mild && (steps.length === 0 || !names || !near)) return null;
    if (!names && (change.act !== 'move' || steps.length === 0)) return null;
    if (steps.length === 0 && (change.act === 'done' || change.what === '')) return null;
    return { change, steps: steps.map(({ _id }) => _id) };
  },
  async run(turn, { text, understanding }, command) {
    const { change, steps } = command as unknown as { change: StepChange; steps: string[] };
    const texts = changeStepTexts(turn.speaker.locale);
    const told: Told = { change, words: text, when: understanding.remarks.when };
    const [first, second] = steps;
    if (first === undefined) return void turn.whisper({ text: texts.noSuchStep(change.what) });
    if (change.act === 'doubt') return askWhich(turn, steps, { ...told, change: { ...change, act: 'cancel' } }, tools);
    if (second !== undefined) return askWhich(turn, steps, told, tools);
    await changeStep(turn, first, told, tools);
  },
  async answered(turn, question, choice) {
    const memo = question.memo as unknown as (Told & { steps?: never }) | { steps: string[]; time: string | null };
    if (memo.steps !== undefined && typeof choice.day === 'string')
      return moveSteps(turn, memo.steps, { day: choice.day, time: memo.time });
    if (memo.steps === undefined && typeof choice.step === 'string') await changeStep(turn, choice.step, memo, tools);
  },
});

async function changeStep(turn: CrmTurn, step: string, { change, words, when }: Told, tools: CrmTools): Promise<void> {
  if (change.act === 'cancel') {
    await cancelStep(turn, step);
    return forgetStep(turn, step);
  }
  if (change.act === 'done') return finishStep(turn, step, words, tools);
  if (change.act === 'back' || change.act === 'original') return moveBack(turn, step, change.act, tools);
  const [day = null] = when?.days ?? [];
  if (when === null || (day === null && when.time === null && when.part === undefined))
    return void turn.whisper({ text: changeStepTexts(turn.speaker.locale).toWhen });
  if (when.missing !== null) return askWhichDay(turn, [step], when);
  const to = { day, time: when.time, weekday: when.weekday, part: when.part ?? null, later: change.later };
  if (!(await moveLast(turn, step, to, tools))) await moveSteps(turn, [step], to);
}

/** Several steps fit the words: which one? */
async function askWhich(turn: CrmTurn, ids: readonly string[], told: Told, { stores }: CrmTools): Promise<void> {
  const { locale } = turn.speaker;
  const texts = changeStepTexts(locale);
  const steps = (await turn.draft.readAll(taskKind, ids)).flatMap((step) => step ?? []);
  const of = steps.flatMap(({ account }) => (account === null ? [] : [account]));
  const accounts = await stores.accounts.list(privately(turn.viewer), { _id: { $in: of } });
  const names = new Map(accounts.map((one) => [one._id, shortName(one)]));
  const days = steps.map(({ account, day }) => `${account} ${day}`);
  const label = ({ account, title, day }: (typeof steps)[number]) => {
    // The day tells them apart, unless two are of one day.
    const ownDay = day !== null && days.indexOf(`${account} ${day}`) === days.lastIndexOf(`${account} ${day}`);
    const name = account === null ? undefined : names.get(account);
    return [name ?? [], ownDay ? dayText(day, locale, todayOf(turn)) : title].flat().join(' ');
  };
  turn.ask({
    text: told.change.act === 'cancel' ? texts.whichOff : texts.which,
    choices: [
      ...steps.slice(0, MOST_CHOICES).map((step) => ({ label: label(step), value: { step: step._id } })),
      { label: texts.later, value: {}, means: 'no' as const },
    ],
    memo: { ...told },
  });
}
