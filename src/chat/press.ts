import { PersonError } from '../errors.ts';
import { buttonKind } from '../ledger/button.ts';
import { answerQuestion } from './answer.ts';
import type { Capability } from './capability.ts';
import { listChoices } from './choose.ts';
import { questionKind } from './conversation.ts';
import { ANSWER, CHOOSE } from './pending-question.ts';
import { Refusal } from './record-turn.ts';
import { SAY } from './say.ts';
import { chatTexts } from './texts-chat.ts';
import type { OpenTurn, Talk } from './turn.ts';

/** Does what a pressed button stands for, or takes the values of the form that it opened; the presser's rights are the talk's, reckoned at the press. */
export function createPresser<V>(
  capabilities: readonly Capability<V>[],
  say: (open: OpenTurn<V>, talk: Talk<V>, text: string) => Promise<unknown>,
) {
  return async function press(
    open: OpenTurn<V>,
    talk: Talk<V>,
    id: string,
    values?: Record<string, string>,
  ): Promise<void> {
    const { turn } = open;
    const texts = chatTexts(turn.speaker.locale);
    const button = await turn.draft.read(buttonKind, id);
    if (button === null) throw new PersonError(texts.buttonUnknown);
    const { action, args, pressers, expires, set } = button;
    if (pressers !== null && !pressers.includes(turn.speaker.id)) throw new PersonError(texts.notYours);
    const capability = capabilities.find(({ actions }) => actions !== undefined && Object.hasOwn(actions, action));
    if (expires <= turn.now) {
      const { expired } = capability ?? {};
      if (capability === undefined || expired === undefined) throw new PersonError(texts.buttonExpired);
      throw new Refusal<V>(async (again) => {
        again.by(capability.name);
        await expired.call(capability, again.turn, action, args);
      });
    }
    if (action === CHOOSE && values === undefined) {
      await listChoices(open, String(args.question));
    } else if (values !== undefined && action !== CHOOSE) {
      const owner = capabilities.find(({ forms }) => forms !== undefined && Object.hasOwn(forms, action));
      if (owner === undefined) throw new Error(`no capability has the form ${action}`);
      open.by(owner.name);
      await owner.forms?.[action]?.submitted(turn, args, values);
    } else if (action === SAY) {
      await say(open, talk, String(args.text));
    } else if (action === ANSWER || action === CHOOSE) {
      const question = await turn.draft.read(questionKind, String(args.question));
      if (question === null) throw new PersonError(texts.buttonExpired);
      if (!question.open) throw new PersonError(texts.answered(question.answer ?? ''));
      await answerQuestion(open, capabilities, question, Number(values?.choice ?? args.choice));
    } else {
      if (capability === undefined) throw new Error(`no capability has the action ${action}`);
      const act = async (on: OpenTurn<V>) => {
        on.by(capability.name);
        await capability.actions?.[action]?.(on.turn, args, { id, set });
      };
      await act(open);
      if (open.isUnspent()) throw new Refusal<V>(act);
    }
  };
}
