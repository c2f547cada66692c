import { isClosed, stageRank } from '../deal/stages.ts';
import { interactionKind } from '../interaction/interaction.ts';
import { remarkOf } from './add-to-telling.ts';
import { withTold } from './correct-waiting.ts';
import type { Teller } from './teller.ts';
import type { Telling, Told } from './telling.ts';
import { writeTasks } from './write-telling.ts';

/**
 * Adds what a further message told to a record whose customer is still open: the note and the steps are written, the deal
 * and the people wait with those of the first message. Words of which no step came are said back as a remark.
 */
export async function addToWaiting(
  teller: Teller,
  { telling, told }: { telling: Telling; told: Told },
  added: Told,
  note: string,
): Promise<{ telling: Telling; told: Told }> {
  const { draft } = teller;
  const interaction = telling.interaction === null ? null : await draft.read(interactionKind, telling.interaction);
  if (interaction !== null) draft.change(interactionKind, interaction, { note: `${interaction.note}\n${note}` });
  const tasks = await writeTasks(teller, added, null, null);
  const { remark: _, ...said } = telling.says;
  const seen = tasks.ids.length > 0;
  const joined = added.contacts.filter(({ mention }) => !told.contacts.some((one) => one.mention === mention));
  return {
    telling: {
      ...telling,
      tasks: [...telling.tasks, ...tasks.ids],
      says: { ...said, tasks: [...telling.says.tasks, ...tasks.says], ...(seen ? {} : { remark: remarkOf(note) }) },
    },
    told: {
      ...told,
      opportunity: bothTold(told.opportunity, added.opportunity, teller),
      tasks: [...told.tasks, ...added.tasks],
      contacts: [...told.contacts, ...joined],
      contactFacts: [...told.contactFacts, ...added.contactFacts],
      succession: added.succession ?? told.succession ?? null,
    },
  };
}

/** What both told of the deal; its stage does not step back. */
function bothTold(
  before: Told['opportunity'],
  added: Told['opportunity'],
  { team: { stages } }: Teller,
): Told['opportunity'] {
  if (before === null || added === null) return added ?? before;
  const both = withTold(before, added);
  const isBack =
    before.stage !== null &&
    both.stage !== null &&
    !isClosed(both.stage) &&
    (isClosed(before.stage) || stageRank(stages, both.stage) < stageRank(stages, before.stage));
  return isBack ? { ...both, stage: before.stage } : both;
}
