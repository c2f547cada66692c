import type { FieldChange } from '../amend/field-change.ts';
import { SURE } from '../intent/confidence-table.ts';
import type { Reading } from '../intent/reading.ts';
import type { Slot, Understanding } from '../understanding.ts';
import type { Doubt } from './heard.ts';
import { doubtedAmount, hedgedStage } from './hedged.ts';
import type { OpenSpot } from './open-spots.ts';

/** No note is asked about more than twice. */
export const MOST_DOUBTS = 2;

/**
 * The fields in which two readings of one message differ, each with both its values: only what makes a difference is a
 * doubt. `first` is the likelier reading.
 */
export function differences(first: Understanding, second: Understanding, missing: OpenSpot['missing']): Doubt[] {
  return valuesOf(first).flatMap(({ key, change }) => {
    const other = valuesOf(second).find((one) => one.key === key)?.change;
    if (other === undefined || JSON.stringify(other) === JSON.stringify(change)) return [];
    return [{ choices: [change, other], missing }];
  });
}

function valuesOf(read: Understanding): { key: string; change: FieldChange }[] {
  const { opportunity, interaction, tasks, contactFacts } = read;
  const changes: FieldChange[] = [
    ...(opportunity?.amount == null
      ? []
      : [{ field: 'opportunity.amount' as const, to: opportunity.amount, currency: opportunity.currency }]),
    ...(opportunity?.closeDate == null ? [] : [{ field: 'opportunity.closeDate' as const, to: opportunity.closeDate }]),
    ...(interaction === null ? [] : [{ field: 'interaction.date' as const, to: interaction.date }]),
    ...tasks.flatMap(({ date }, index): FieldChange[] =>
      date === null ? [] : [{ field: 'task.date', index, to: date }],
    ),
    ...contactFacts.flatMap(({ birthday }, index): FieldChange[] =>
      birthday === null ? [] : [{ field: 'contactFact.birthday', index, to: birthday }],
    ),
  ];
  return changes.map((change) => ({ key: keyOf(change), change }));
}

/** Which field a change is of. */
export const keyOf = (change: FieldChange): string =>
  'index' in change ? `${change.field}${change.index}` : change.field;

/**
 * Fields below the border of sureness for which the text has a second value. `reread`: how the text is read with other
 * words in it.
 */
export async function unsureValues(
  reading: Reading,
  read: Understanding,
  reread: (text: string) => Promise<Understanding | null>,
): Promise<Doubt[]> {
  const hedged = doubtedAmount(reading, read) ?? hedgedStage(reading, read);
  const amount = await unsureAmount(reading, read, reread);
  return [...amount, ...unsureDay(reading, read), ...(hedged === null ? [] : [hedged])];
}

const isUnsure = ({ evidence }: Understanding, slot: Slot): boolean => (evidence[slot]?.confidence ?? 1) < SURE;

/** Right before a sum: it was so, and is no more (从80万降到75万). */
const FORMER = /(?:从|由|原价|原来|原本|之前|本来|from|was|originally|instead of)\s*(?:是|的)?\s*$/iu;

/** From the one sum to the other: 80万降到75万, 18万那个改成24万, 62k down to 58k, 62k → 58k. */
const CHANGED_TO =
  /^[^,，。;；]{0,6}?(?:改|调|降|涨|升|提|加|减|砍|压|变|抬|让|谈|缩|抹)(?:价|低|高|整)?(?:了)?(?:成|到|为|至)?\s*(?:约|大概)?$|^\s*(?:->|→|⇒)\s*$|^,?\s*(?:(?:came|went|now|is|moved|dropped|cut|reduced|lowered|raised|up|down|to|becomes?|instead)\s*){1,3}(?:to\s*)?$/iu;

/** The sum that would be read were the one that was read not there: what is no deal's value by itself is no choice. */
async function unsureAmount(
  { sums, normal }: Reading,
  read: Understanding,
  reread: (text: string) => Promise<Understanding | null>,
): Promise<Doubt[]> {
  const { opportunity } = read;
  if (opportunity?.amount == null || sums.length < 2 || !isUnsure(read, 'opportunity')) return [];
  const told = sums.find(({ amount }) => amount === opportunity.amount);
  if (told === undefined) return [];
  const [from, to] = normal.toOriginal(told.span);
  const other = (await reread(`${normal.original.slice(0, from)}${normal.original.slice(to)}`))?.opportunity ?? null;
  const before = sums.find(({ amount }) => amount === other?.amount)?.span ?? [0, 0];
  if (other?.amount == null || other.amount === opportunity.amount || FORMER.test(normal.text.slice(0, before[0])))
    return [];
  if (CHANGED_TO.test(normal.text.slice(before[1], told.span[0]))) return [];
  const change = (amount: number, currency: string | null): FieldChange => ({
    field: 'opportunity.amount',
    to: amount,
    currency,
  });
  return [
    {
      choices: [change(opportunity.amount, opportunity.currency), change(other.amount, other.currency)],
      missing: null,
    },
  ];
}

/** Two days to come in the clause that tells of the step. */
function unsureDay(reading: Reading, read: Understanding): Doubt[] {
  if (!isUnsure(read, 'tasks')) return [];
  const spans = read.evidence.tasks?.spans ?? [];
  return read.tasks.flatMap(({ date }, index): Doubt[] => {
    const span = spans[index];
    if (date === null || span === undefined) return [];
    const other = reading.dates
      .filter((mention) => {
        const [from, to] = reading.normal.toOriginal(mention.span);
        return mention.kind === 'date' && from >= span[0] && to <= span[1];
      })
      .map((mention) => mention.resolve('future')?.day)
      .find((day) => day !== undefined && day !== date && day > reading.today);
    const change = (to: string): FieldChange => ({ field: 'task.date', index, to });
    return other === undefined ? [] : [{ choices: [change(date), change(other)], missing: null }];
  });
}

/** The understanding without the values that are asked for. `today`: the day of an interaction whose own is open. */
export function blanked(read: Understanding, doubts: readonly Doubt[], today: string): Understanding {
  let blank = read;
  for (const { choices } of doubts) if (choices[0] !== undefined) blank = without(blank, choices[0], today);
  return blank;
}

function without(read: Understanding, change: FieldChange, today: string): Understanding {
  const { interaction, tasks, contactFacts } = read;
  switch (change.field) {
    case 'opportunity.amount':
      return withDeal(read, { amount: null, currency: null });
    case 'opportunity.stage':
      return withDeal(read, { stage: null });
    case 'opportunity.closeDate':
      return withDeal(read, { closeDate: null });
    case 'interaction.date':
      return { ...read, interaction: interaction && { ...interaction, date: today } };
    case 'task.date':
      return { ...read, tasks: tasks.map((task, at) => (at === change.index ? { ...task, date: null } : task)) };
    case 'contactFact.birthday':
      return {
        ...read,
        contactFacts: contactFacts.map((fact, at) => (at === change.index ? { ...fact, birthday: null } : fact)),
      };
    default:
      return read;
  }
}

/** A deal of which nothing but an open field is told stays a deal that is told of: it may be asked which one. */
function withDeal(read: Understanding, patch: Partial<NonNullable<Understanding['opportunity']>>): Understanding {
  return { ...read, opportunity: read.opportunity && { ...read.opportunity, ...patch } };
}
