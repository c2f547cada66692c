import type { RecordKind } from '../../ledger/ledger.ts';
import { ERASED_WORDS, personSubject } from '../../ports/seals.ts';
import { accountSubject } from '../account/account.ts';

/** A next step (下一步, 待办): what somebody on our side is to do. */
export interface Task {
  title: string;
  account: string | null;
  deal: string | null;
  owner: string;
  by: string;
  /** `YYYY-MM-DD` in `zone`; null where no day was told. */
  day: string | null;
  /** `HH:mm` in `zone`; only where a clock time was told. */
  time: string | null;
  zone: string;
  /** The instant of day and time; null without a clock time. */
  dueAt: Date | null;
  doneAt: Date | null;
  createdAt: Date;
}

export const taskKind: RecordKind<Task> = {
  kind: 'task',
  collection: 'tasks',
  personal: { title: ERASED_WORDS },
  subjectOf: (_, { account, owner }) => (account === null ? personSubject(owner) : accountSubject(account)),
  validate(task) {
    if ((task.dueAt !== null) !== (task.day !== null && task.time !== null))
      throw new Error('a step is due at an instant exactly when it has a day and a time');
  },
};
