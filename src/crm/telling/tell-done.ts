import type { Stored } from '../../ledger/change-set.ts';
import { handsOver } from '../task/deliverable.ts';
import { isInVain } from '../task/done-by-words.ts';
import { isDoneBy } from '../task/step-kind.ts';
import { type Task, taskKind } from '../task/task.ts';
import type { Teller } from './teller.ts';
import type { Told } from './telling.ts';

/**
 * Ticks off the step that the telling is the answer to, and the writer's own steps with this customer that it plainly
 * does: a contact of the kind that was planned for that day or before, or for no day, and a thing handed over that was
 * to be. Returns their titles.
 */
export async function tellDone(teller: Teller, told: Told, account: string | null, note: string): Promise<string[]> {
  const { draft, stores, person, now } = teller;
  const { interaction, does } = told;
  const answered = does === undefined ? null : await draft.read<Task>(taskKind, does);
  const open = account === null ? [] : await stores.tasks.openOfAccount(account);
  // What was planned this very moment is another step.
  const planned = open.filter(({ _id, owner, createdAt }) => _id !== does && owner === person.id && createdAt < now);
  const plain = planned.filter(
    (step) => (isContact(step, interaction, now) && !isInVain(note)) || handsOver(step.title, note),
  );
  const ids = plain.map(({ _id }) => _id);
  const read = ids.length === 0 ? [] : await draft.readAll<Task>(taskKind, ids);
  const done = [answered, ...read].filter((step): step is Stored<Task> => step !== null && step.doneAt === null);
  for (const step of done) draft.change(taskKind, step, { doneAt: now });
  return done.map(({ title }) => title);
}

function isContact({ title, day, dueAt }: Task, interaction: Told['interaction'], now: Date): boolean {
  if (interaction === null || interaction.dayOpen === true || !isDoneBy(title, interaction.kind)) return false;
  return (day === null || day <= interaction.date) && (dueAt === null || dueAt <= now);
}
