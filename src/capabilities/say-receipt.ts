import type { RecentRecord } from '../chat/capability.ts';
import { defineTexts } from '../chat/texts.ts';
import type { Team } from '../crm/team/team.ts';
import { receipt } from '../crm/telling/receipt.ts';
import type { Telling, Told } from '../crm/telling/telling.ts';
import type { PreviousRecord } from '../understanding/amend/previous-record.ts';
import { type CrmTurn, todayOf } from './crm-turn.ts';

const texts = defineTexts({ zh: { inGroup: '已记 ✓' }, en: { inGroup: 'Logged ✓' } });

/** What the conversation keeps of a log: its records and what the message told. */
export interface LogMemo {
  telling: Telling;
  told: Told;
}

/** The log behind a record of this talk. */
export const logMemo = (record: RecentRecord): LogMemo => record.memo as unknown as LogMemo;

/** A log to be told of; `set`: the change set that the receipt's buttons take back. */
export interface Logged extends LogMemo {
  previous: PreviousRecord;
  set: string;
  /** The people of a spoken message, said back as they were taken. */
  people?: string[];
}

/**
 * Says the receipt, in a group to the writer alone with a tick for all, and keeps what was logged for what follows. A
 * log that has a receipt already gets it edited in place. Returns the telling with its receipt's row.
 */
export function sayReceipt(turn: CrmTurn, logged: Logged, team: Team, head?: 'logged' | 'amended'): Telling {
  const { telling, told, previous, set, people } = logged;
  const { locale } = turn.speaker;
  const earlier = turn.conversation.recent.find((record) => record.set === set);
  const message = receipt(
    { ...telling.says, ...(people === undefined ? {} : { people }) },
    { locale, today: todayOf(turn), stages: team.stages },
    set,
    head,
    earlier && logMemo(earlier).telling.says,
  );
  const replaces = telling.receipt ?? undefined;
  if (!turn.direct && replaces === undefined) turn.reply({ text: texts(locale).inGroup });
  const options = replaces === undefined ? {} : { replaces };
  const row = turn.direct ? turn.reply(message, options) : turn.whisper(message, options);
  const kept: LogMemo = { telling: { ...telling, receipt: row }, told };
  turn.made({ set, previous, memo: kept as unknown as Record<string, unknown> });
  turn.undoable();
  return kept.telling;
}
