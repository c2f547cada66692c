import type { NameDirectory } from '../name-directory.ts';
import type { AccountReference, ContactReference, InteractionKind, MessageInput, Stage } from '../understanding.ts';
import type { PreviousRecord } from './previous-record.ts';

/** One field of the previous record and the value it is to have. `index` counts its tasks, contacts or facts from 0. */
export type FieldChange =
  | { field: 'account'; to: AccountReference }
  | { field: 'contact'; index: number; to: ContactReference }
  | { field: 'interaction.kind'; to: InteractionKind }
  | { field: 'interaction.date'; to: string }
  | { field: 'interaction.time'; to: string | null }
  | { field: 'opportunity.amount'; to: number; currency: string | null }
  | { field: 'opportunity.stage'; to: Stage }
  | { field: 'opportunity.closeDate'; to: string }
  | { field: 'task.date'; index: number; to: string }
  | { field: 'task.time'; index: number; to: string | null }
  | { field: 'task.assignee'; index: number; to: string }
  | { field: 'task.title'; index: number; to: string }
  | { field: 'contactFact.phone'; index: number; to: string }
  | { field: 'contactFact.email'; index: number; to: string }
  | { field: 'contactFact.birthday'; index: number; to: { month: number; day: number; calendar: 'solar' | 'lunar' } };

/**
 * `change`: all of `changes` belong to one correction. `ask`: the value fits several fields; each of `choices` is one
 * reading. `unclear`: it is a correction, but no field and value can be told (记错了).
 */
export type Amendment =
  | { kind: 'change'; changes: FieldChange[] }
  | { kind: 'ask'; choices: FieldChange[] }
  | { kind: 'unclear' };

/**
 * Reads a message as a correction of the previous record, null when it is none. With `invited` (after 修改, or as a
 * reply to the receipt) a bare value counts too.
 */
export function amend(
  _previous: PreviousRecord,
  _input: MessageInput,
  _directory: NameDirectory,
  _options: { invited?: boolean } = {},
): Amendment | null {
  return null;
}
