import { interactionKind } from '../interaction/interaction.ts';
import { taskKind } from '../task/task.ts';
import type { Teller } from './teller.ts';
import type { Telling } from './telling.ts';

/** Puts other words in the place of some, in the note and in every step of a telling. */
export async function correctWords(
  { draft }: Teller,
  telling: Telling,
  { from, to }: { from: string; to: string },
): Promise<Telling> {
  const other = (words: string) => words.replaceAll(from, () => to);
  const interaction = telling.interaction === null ? null : await draft.read(interactionKind, telling.interaction);
  if (interaction?.note.includes(from)) draft.change(interactionKind, interaction, { note: other(interaction.note) });
  for (const id of telling.tasks) {
    const task = await draft.read(taskKind, id);
    if (task?.title.includes(from)) draft.change(taskKind, task, { title: other(task.title) });
  }
  const tasks = telling.says.tasks.map((said) => ({ ...said, title: other(said.title) }));
  const { remark } = telling.says;
  return {
    ...telling,
    says: { ...telling.says, tasks, ...(remark === undefined ? {} : { remark: other(remark) }) },
  };
}
