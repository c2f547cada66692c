import type { AccountReference, Birthday, ContactReference, InteractionKind, Stage } from '../understanding.ts';

/** One field of the previous record and the value it is to have. `index` counts its tasks, contacts or facts from 0. */
export type FieldChange =
  | { field: 'account'; to: AccountReference }
  | { field: 'contact'; index: number; to: ContactReference }
  | { field: 'interaction.kind'; to: InteractionKind }
  | { field: 'interaction.date'; to: string }
  | { field: 'interaction.time'; to: string }
  | { field: 'opportunity.amount'; to: number; currency: string | null }
  | { field: 'opportunity.stage'; to: Stage }
  /** What was told as won or lost is not so: the stage is what it was before the record. */
  | { field: 'opportunity.reopened'; to: 'before' }
  | { field: 'opportunity.closeDate'; to: string }
  | { field: 'opportunity.pausedUntil'; to: string }
  | { field: 'task.date'; index: number; to: string }
  | { field: 'task.time'; index: number; to: string }
  /** A part of the day, in the teller's words, and no clock time. */
  | { field: 'task.part'; index: number; to: string }
  | { field: 'task.assignee'; index: number; to: string }
  /** Words of the record, in its steps and its note: 40 seats, 45 seats. */
  | { field: 'words'; from: string; to: string }
  | { field: 'contactFact.phone'; index: number; to: string }
  | { field: 'contactFact.email'; index: number; to: string }
  | { field: 'contactFact.birthday'; index: number; to: Birthday };

/** What a date, sum or name of a correction may come to: sure changes, or readings to choose from. */
export interface Readings {
  changes: FieldChange[];
  choices: FieldChange[];
  /** Also one choice is asked about. */
  isOpen?: boolean;
  /** What comes with one of the choices: the clock time of a day. */
  further?: FieldChange[];
}
