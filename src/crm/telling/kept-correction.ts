import type { RecordKind } from '../../ledger/ledger.ts';
import { personSubject } from '../../ports/seals.ts';

/**
 * A correction that a person made in chat (更正), kept as a case to learn from: what was written, how it had been read,
 * and what was meant. It stays in the team's own store, and goes when the correction is taken back.
 */
export interface KeptCorrection {
  /** The set of the note that was corrected. */
  origin: string;
  by: string;
  /** The writer's zone, in which the words' days are reckoned. */
  zone: string;
  /** The corrected note and when it was written; null where no note was left. */
  note: { text: string; at: Date } | null;
  /** The words that corrected it; null for a button alone. */
  words: string | null;
  at: Date;
  /** What the note had been read as, as understanding's second reading takes it. */
  previous: object;
  /** The fields that were meant, each with the value it should have had. */
  changes: readonly object[];
}

export const correctionKind: RecordKind<KeptCorrection> = {
  kind: 'correction',
  collection: 'corrections',
  personal: { note: null, words: null, previous: {}, changes: [] },
  subjectOf: (_, { by }) => personSubject(by),
};
