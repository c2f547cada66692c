import type { Said } from '../../chat/capability.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';
import { asksForField, settleField } from '../open-fields.ts';
import { asksForDeal, chooseDeal } from '../which-deal.ts';
import { answerStep } from './answer-step.ts';
import { type CustomerChoice, chooseCustomer } from './choose-customer.ts';
import { findCustomer } from './find-customer.ts';
import { keepForColleague } from './keep-for-colleague.ts';
import { logAsked } from './log-asked.ts';
import { logFor } from './log-for.ts';
import { logNewCustomer } from './log-new-customer.ts';
import { logOpen } from './log-open.ts';
import { logTexts } from './texts.ts';

/**
 * Takes what a person tells of a customer and keeps it as records: the interaction, the deal's amount and stage, next
 * steps, people and facts about them. Writes at once and says so with an undo; asks only where two readings differ.
 */
export const createLogInteraction = (tools: CrmTools): CrmCapability => ({
  name: 'log-interaction',
  purpose: { zh: '记一笔:电话、拜访、报价、下一步', en: 'Log a call, a visit, a price, the next step' },
  examples: {
    zh: ['今天下午跟腾云的王总通了电话,对80万报价有点犹豫,下周三下午3点再去拜访'],
    en: ['Call with Priya at Alderbank, wants pricing for 40 seats by Thursday'],
  },
  intents: [
    'interaction.log',
    'lead.create',
    'account.create',
    'contact.create',
    'contact.update',
    'opportunity.create',
    'opportunity.update',
    'opportunity.win',
    'opportunity.lose',
    'task.create',
    // A complaint is kept as a note until there are tickets: nothing that was said is lost.
    'ticket.create',
  ],
  goesOn: (said) => (tellsOfCustomer(said) ? { note: true } : null),
  run: (turn, said, command) => log(turn, command === null ? said : asNote(said), tools),
  prompted: (turn, said, prompt) =>
    prompt.memo.account === undefined ? answerStep(turn, said, prompt, tools) : logAsked(turn, said, prompt, tools),
  async answered(turn, question, choice) {
    if (asksForField(question)) return settleField(turn, question, choice, tools);
    if (asksForDeal(question)) return chooseDeal(turn, question, choice, tools);
    await chooseCustomer(turn, question.memo as unknown as CustomerChoice, choice, tools);
  },
});

/** A question, or a wish that hangs on something. */
const NOT_TOLD =
  /[??]|(?:吗|呢|吧)[。.!]*$|什么|多少|谁|哪|怎么|为啥|^(?:如果|要是|假如|万一)|^(?:if|who|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|will|would|should|has|have)\b/iu;
const MORE_THAN_NAME = 3;

/** Words to the bot alone that name a known customer and state something: kept as they are, so that nothing said is lost. */
function tellsOfCustomer({ text, understanding: { remarks } }: Said): boolean {
  if (remarks.customer === null || NOT_TOLD.test(text.trim())) return false;
  return [...text.replace(remarks.customer.mention, '').replace(/[\s\p{P}]/gu, '')].length >= MORE_THAN_NAME;
}

const asNote = (said: Said): Said => ({
  ...said,
  understanding: { ...said.understanding, intent: 'interaction.log', account: said.understanding.remarks.customer },
});

async function log(turn: CrmTurn, said: Said, tools: CrmTools): Promise<void> {
  const found = await findCustomer(turn, said, tools);
  switch (found.kind) {
    case 'one':
      return logFor(turn, said, { ...found, isNew: false }, tools);
    case 'unknown':
      return logNewCustomer(turn, said, found.mention, tools);
    case 'colleague':
      return keepForColleague(turn, said, found, tools);
    case 'several':
      return logOpen(turn, said, found, tools);
    case 'none':
      if (said.understanding.interaction !== null || said.understanding.tasks.length > 0)
        return logOpen(turn, said, null, tools);
      turn.whisper({ text: logTexts(turn.speaker.locale).noCustomer });
  }
}
