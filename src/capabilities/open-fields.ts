import type { QuestionFields, RecentRecord } from '../chat/capability.ts';
import { dealKind } from '../crm/deal/deal.ts';
import type { Team } from '../crm/team/team.ts';
import { amendLog } from '../crm/telling/amend-log.ts';
import type { FieldChange } from '../understanding/amend/amend.ts';
import type { Doubt } from '../understanding/open/heard.ts';
import { corrected, correctionFor } from './corrections.ts';
import { type CrmTools, type CrmTurn, tellerOf, todayOf } from './crm-turn.ts';
import { type ChoiceReader, choiceLabel, choiceNames, fieldQuestion, openFieldTexts } from './open-field-words.ts';
import { logMemo, sayReceipt } from './say-receipt.ts';

/** A note is asked about twice at most, whatever it leaves open. */
const MOST_QUESTIONS = 2;

/** What a question about an open field remembers: the record as it stood, for where the talk has forgotten it. */
interface OpenField {
  about: 'field';
  record: RecentRecord;
}

/**
 * Asks for the fields that the record's message left open, likeliest values first; the record stands without them.
 * `asked`: how many questions the same message brings otherwise.
 */
export async function askOpenFields(
  turn: CrmTurn,
  set: string,
  doubts: readonly Doubt[],
  team: Team,
  asked = 0,
): Promise<void> {
  const record = turn.conversation.recent.find((one) => one.set === set);
  if (record === undefined || doubts.length === 0) return;
  const { locale } = turn.speaker;
  const currency = await currencyOf(turn, record, team);
  const reader: ChoiceReader = { locale, today: todayOf(turn), stages: team.stages, currency };
  for (const doubt of doubts.slice(0, Math.max(0, MOST_QUESTIONS - asked))) {
    const single = doubt.choices.length === 1;
    const memo: OpenField = { about: 'field', record };
    turn.ask({
      text: fieldQuestion(doubt, reader),
      choices: [
        ...doubt.choices.map((change): QuestionFields['choices'][number] => ({
          label: choiceLabel(change, reader),
          value: { change },
          names: choiceNames(change, locale),
          ...(single ? { means: 'yes' as const } : {}),
        })),
        { label: openFieldTexts(locale).later, value: {}, means: 'no' },
      ],
      memo: memo as unknown as Record<string, unknown>,
    });
  }
}

/** The currency of the record's deal, else the team's. */
async function currencyOf({ draft }: CrmTurn, record: RecentRecord, team: Team): Promise<string> {
  const { deal: id } = logMemo(record).telling;
  const deal = id === null ? null : await draft.read(dealKind, id);
  return deal?.currency ?? team.currency;
}

/** Whether an answer is for `settleField`. */
export const asksForField = (question: QuestionFields): boolean => question.memo.about === 'field';

/** Gives the record the value that was chosen; its receipt is edited in place. */
export async function settleField(
  turn: CrmTurn,
  question: QuestionFields,
  choice: Record<string, unknown>,
  tools: CrmTools,
): Promise<void> {
  const { record: asked } = question.memo as unknown as OpenField;
  const { change } = choice as { change?: FieldChange };
  const texts = openFieldTexts(turn.speaker.locale);
  if (change === undefined) return void turn.whisper({ text: texts.leftOpen });
  const record = turn.conversation.recent.find(({ set }) => set === asked.set) ?? asked;
  const log = logMemo(record);
  const teller = await tellerOf(turn, tools);
  const settled = change.field === 'account' ? log : await amendLog(teller, log, [correctionFor(change)]);
  if (settled.telling === log.telling) return void turn.whisper({ text: texts.gone });
  turn.draft.amends(record.set);
  const previous = corrected(record.previous, change);
  sayReceipt(turn, { ...settled, previous, set: record.set }, teller.team);
}
