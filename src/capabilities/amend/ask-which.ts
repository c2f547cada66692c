import type { RecentRecord } from '../../chat/capability.ts';
import { dayText } from '../../chat/format.ts';
import { addDays } from '../../rules/local-time.ts';
import type { Amendment, FieldChange } from '../../understanding/amend/amend.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { askOpenFields } from '../open-fields.ts';
import { fieldLabel } from './field-label.ts';
import { amendTexts } from './texts.ts';

/** Two weeks, a month, a quarter. */
const REST_DAYS = [14, 30, 90];

/** Asks which field a correction means, or which value where the field is plain. */
export async function askWhichChange(
  turn: CrmTurn,
  set: string,
  { choices, further = [], missing }: Extract<Amendment, { kind: 'ask' }>,
  words: string,
  { stores }: CrmTools,
): Promise<void> {
  const { locale } = turn.speaker;
  const record = recordOf(turn, set);
  if (record === undefined) return;
  if (missing !== undefined || choices.every(({ field }) => field === 'opportunity.amount'))
    return askOpenFields(turn, set, [{ choices, missing: missing ?? null }], await stores.team.settings());
  const texts = amendTexts(locale);
  const [first] = choices;
  const labels = choices.map((change) => fieldLabel(change, record.previous, locale));
  turn.ask({
    text: first?.field === 'account' ? texts.whoIs(first.to.mention) : texts.which,
    choices: [
      ...choices.slice(0, 3).map((change, at) => ({
        label: labels.filter((one) => one === labels[at]).length > 1 ? dayOf(change, turn, record) : (labels[at] ?? ''),
        value: { change, further: further.filter((other) => thingOf(other) === thingOf(change)) },
      })),
      { label: texts.later, value: {}, means: 'no' },
    ],
    memo: { record, words },
  });
}

/** Steps of one title are told apart by their time. */
function dayOf(change: FieldChange, turn: CrmTurn, { previous }: RecentRecord): string {
  const { locale } = turn.speaker;
  const step = 'index' in change ? previous.tasks[change.index] : undefined;
  const day = step?.date == null ? [] : [dayText(step.date, locale, todayOf(turn))];
  return [...day, ...(step?.time == null ? [] : [step.time])].join(' ') || fieldLabel(change, previous, locale);
}

const thingOf = (change: FieldChange): string =>
  `${change.field.split('.')[0]} ${'index' in change ? change.index : ''}`;

/** Asks until when a deal rests of which that was not told. */
export function askUntilWhen(turn: CrmTurn, set: string, words: string): void {
  const record = recordOf(turn, set);
  if (record === undefined) return;
  const { locale } = turn.speaker;
  const texts = amendTexts(locale);
  const today = todayOf(turn);
  turn.ask({
    text: texts.untilWhen,
    choices: [
      ...REST_DAYS.map((days) => addDays(today, days)).map((to) => ({
        label: dayText(to, locale, today),
        value: { change: { field: 'opportunity.pausedUntil', to } },
      })),
      { label: texts.later, value: {}, means: 'no' },
    ],
    memo: { record, words },
  });
}

/** As it reads now. */
const recordOf = ({ conversation }: CrmTurn, set: string): RecentRecord | undefined =>
  conversation.recent.find((one) => one.set === set);
