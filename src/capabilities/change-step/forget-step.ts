import type { CrmTurn } from '../crm-turn.ts';
import { type LogMemo, logMemo } from '../say-receipt.ts';

/** A step that is dropped leaves the record of this talk that told of it: its receipt speaks of it no longer, its undo brings it back. */
export function forgetStep(turn: CrmTurn, id: string): void {
  const record = turn.conversation.recent.find((one) => logMemo(one).telling.tasks.includes(id));
  if (record === undefined) return;
  const { telling, told } = logMemo(record);
  const index = telling.tasks.indexOf(id);
  const without = <T>(list: readonly T[]): T[] => list.filter((_, at) => at !== index);
  const says = { ...telling.says, tasks: without(telling.says.tasks) };
  const memo: LogMemo = { telling: { ...telling, tasks: without(telling.tasks), says }, told };
  turn.draft.amends(record.set);
  turn.made({
    set: record.set,
    previous: { ...record.previous, tasks: without(record.previous.tasks) },
    memo: memo as unknown as Record<string, unknown>,
  });
}
