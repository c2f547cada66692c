import type { Stored } from '../../ledger/change-set.ts';
import { isDoneBy } from '../task/step-kind.ts';
import { type Task, taskKind } from '../task/task.ts';
import type { Teller } from './teller.ts';
import type { Told } from './telling.ts';

/**
 * Ticks off the step that the telling is the answer to, and the writer's own steps with this customer for that very day
 * that a contact of this kind plainly does. Returns their titles.
 */
export async function tellDone(teller: Teller, { interaction, does }: Told, account: string | null): Promise<string[]> {
  const { draft, stores, person, now } = teller;
  const answered = does === undefined ? null : await draft.read<Task>(taskKind, does);
  const planned =
    interaction === null || interaction.dayOpen === true || account === null
      ? []
      : (await stores.tasks.openOfAccount(account)).filter(
          ({ _id, owner, day, title }) =>
            _id !== does && owner === person.id && day === interaction.date && isDoneBy(title, interaction.kind),
        );
  // What was planned this very moment is another step.
  const plain = planned.filter(({ createdAt, dueAt }) => createdAt < now && (dueAt === null || dueAt <= now));
  const read = await Promise.all(plain.map(({ _id }) => draft.read<Task>(taskKind, _id)));
  const done = [answered, ...read].filter((step): step is Stored<Task> => step !== null && step.doneAt === null);
  for (const step of done) draft.change(taskKind, step, { doneAt: now });
  return done.map(({ title }) => title);
}
