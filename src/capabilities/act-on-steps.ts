import type { Said } from '../chat/capability.ts';
import { defineTexts } from '../chat/texts.ts';
import { askWhichDay } from './ask-which-day.ts';
import type { CrmTurn } from './crm-turn.ts';
import type { NumberedAct } from './numbered-act.ts';
import { completeSteps, moveSteps } from './step-acts.ts';

const texts = defineTexts({
  zh: {
    noRow: (number: number) => `清单里没有第 ${number} 条。`,
    whichDay: '推到哪天?如「2推到周五」。',
  },
  en: {
    noRow: (number: number) => `There is no number ${number} in the list.`,
    whichDay: 'To which day? E.g. "push 2 to Friday".',
  },
});

/** Off, to a later day; 改, move and the like may mean an earlier one. */
const PUTS_OFF = /推|延|往后|push|postpone|delay|put off/iu;

/** Does to the steps behind the rows of a list what was typed. `steps`: what each row stands for, the first one's number is 1. */
export async function actOnSteps(
  turn: CrmTurn,
  { text, understanding: { remarks } }: Said,
  { rows, act }: NumberedAct,
  steps: readonly string[],
): Promise<void> {
  const words = texts(turn.speaker.locale);
  const beyond = rows.find((row) => steps[row - 1] === undefined);
  if (beyond !== undefined) return void turn.whisper({ text: words.noRow(beyond) });
  const meant = rows.flatMap((row) => steps[row - 1] ?? []);
  if (act === 'done') return completeSteps(turn, meant);
  const { when } = remarks;
  const [day = null] = when?.days ?? [];
  if (when === null || (day === null && when.time === null && when.part === undefined))
    return void turn.whisper({ text: words.whichDay });
  if (when.missing !== null) return askWhichDay(turn, meant, when);
  const later = PUTS_OFF.test(text);
  await moveSteps(turn, meant, { day, time: when.time, weekday: when.weekday, part: when.part ?? null, later });
}
